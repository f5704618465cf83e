"""Offices that hand in through a real server, from one computer and from two."""

import os
import shlex
from pathlib import Path

import pytest
from clones import commit, git
from offices import Server, email, found, gongkai, lay, ledger, record

OFFICES = ["办公室", "法规宣传处", "计划财务处"]
CLERK = "法规宣传处"
PLAN = "data/plans/p.yaml"


@pytest.fixture
def server(home: Path) -> Server:
    return Server(home)


@pytest.fixture
def coordinator(server: Server) -> Path:
    return found(server, OFFICES)


@pytest.fixture
def clerk(server: Server, coordinator: Path) -> Path:
    return server.clone(CLERK)


@pytest.fixture
def submit(capsys: pytest.CaptureFixture[str]) -> "Submit":
    return Submit(capsys)


class Submit:
    """Runs the command; keeps what it said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.said = ""

    def __call__(self, root: Path, *options: str) -> int:
        self.capsys.readouterr()
        code = gongkai(root, "submit", *options)
        self.said = "".join(self.capsys.readouterr())
        return code


def pushed(server: Server, office: str = CLERK) -> list[str]:
    """Tell the subjects of what an office pushed, the latest first."""
    return git(server.bare, "log", "--format=%s", f"main..office/{office}").splitlines()


def text(root: Path, office: str = CLERK) -> str:
    return (root / ledger(office)).read_text("utf-8")


def test_records_and_their_evidence_are_committed_and_pushed(
    server: Server, clerk: Path, submit: Submit
) -> None:
    lay(clerk, "../通知.txt", "通知")
    record(clerk, 2, "一", "2021-09-18", "--evidence", str(clerk.parent / "通知.txt"))
    record(clerk, 3, "二", "2021-09-18")
    record(clerk, 2, "三", "2021-09-19")
    lay(clerk, "evidence/闲.txt", "没有记录用到")
    lay(clerk, "evidence/核验/2021-09-18.yaml", "核验日期: 2021-09-18\n")
    lay(clerk, "笔记.txt", "自己的")
    assert submit(clerk) == 0
    assert submit.said == (
        f"{CLERK}要提交的：\n"
        "  + 2021-09-18  p/2  推进中  一  佐证1份\n"
        "  + 2021-09-18  p/3  推进中  二\n"
        "  + 2021-09-19  p/2  推进中  三\n"
        "  + evidence/2021/通知.txt\n"
        f"已提交：台账：{CLERK} 2、3（2021-09-18），2（2021-09-19）\n"
        f"已推送到 origin 的 office/{CLERK}\n"
        "提示：evidence 里有文件没有记录用到，没有提交：evidence/闲.txt\n"
    )
    assert pushed(server) == [f"台账：{CLERK} 2、3（2021-09-18），2（2021-09-19）"]
    assert git(clerk, "status", "--porcelain") == "?? evidence/核验/\n?? evidence/闲.txt\n?? 笔记.txt"


def test_nothing_to_submit_is_no_fault(clerk: Path, submit: Submit) -> None:
    assert submit(clerk) == 0
    assert submit.said == f"{CLERK}没有要提交的改动\n"


def test_what_was_only_committed_is_pushed_next_time(server: Server, clerk: Path, submit: Submit) -> None:
    record(clerk, 2, "一")
    assert submit(clerk, "--no-push", "-m", "我的说明") == 0
    assert git(server.bare, "branch", "--list", "office/*") == ""
    assert submit(clerk) == 0
    assert f"已推送到 origin 的 office/{CLERK}" in submit.said
    assert pushed(server) == ["我的说明"]


def test_one_plan_at_a_time(server: Server, clerk: Path, submit: Submit) -> None:
    lay(clerk, PLAN.replace("p.", "q."), (clerk / PLAN).read_text("utf-8").replace("计划: p", "计划: q"))
    commit(clerk, "又一份计划")
    git(clerk, "push", "--quiet", "origin", "HEAD:main")
    record(clerk, 2, "一", "2021-09-18", "--plan", "p")
    record(clerk, 2, "二", "2021-09-18", "--plan", "q")
    assert submit(clerk, "--plan", "q") == 0
    assert "+ 2021-09-18  q/2" in submit.said
    assert f"没有提交：{ledger(CLERK)}" in submit.said
    assert (
        git(clerk, "show", "--format=", "--name-only", "-z", "HEAD").strip("\0")
        == f"data/ledger/q/{CLERK}.yaml"
    )
    assert (clerk / ledger(CLERK)).exists()
    assert submit(clerk) == 0
    assert "+ 2021-09-18  p/2" in submit.said


def test_a_dry_run_changes_nothing(server: Server, clerk: Path, submit: Submit) -> None:
    record(clerk, 2, "一")
    head, before = git(clerk, "rev-parse", "HEAD"), text(clerk)
    assert submit(clerk, "--dry-run") == 0
    assert "+ 2021-09-18  p/2" in submit.said
    assert (git(clerk, "rev-parse", "HEAD"), text(clerk)) == (head, before)


def test_two_computers_of_one_office_lose_nothing(server: Server, clerk: Path, submit: Submit) -> None:
    other = server.clone(CLERK, "另一台")
    for number in range(3):
        record(clerk, 2, f"甲{number}")
        record(other, 2, f"乙{number}")
        assert submit(clerk) == 0
        assert submit(other) == 0
    assert submit(clerk) == 0
    assert text(clerk) == text(other)
    assert [text(clerk).count(f"进展: {who}{number}\n") for who in "甲乙" for number in range(3)] == [1] * 6
    assert git(clerk, "log", "--merges", "--oneline") == ""


def test_the_news_of_others_comes_in_first(coordinator: Path, clerk: Path, submit: Submit) -> None:
    record(coordinator, 1, "统筹")
    lay(coordinator, "calendar.yaml", "放假: [2021-10-01]\n")
    commit(coordinator, "更新")
    git(coordinator, "push", "--quiet")
    record(clerk, 2, "一")
    assert submit(clerk) == 0
    assert (clerk / "calendar.yaml").exists()
    assert "统筹" in text(clerk, "办公室")
    assert git(clerk, "log", "-1", "--format=%s", "HEAD~1") == "更新"


def test_commits_of_both_sides_are_merged(server: Server, clerk: Path, submit: Submit) -> None:
    other = server.clone(CLERK, "另一台")
    record(clerk, 2, "甲")
    record(other, 2, "乙")
    assert submit(clerk) == 0
    assert submit(other, "--no-push") == 0
    record(other, 2, "丙")
    assert submit(other) == 0
    assert git(other, "log", "--merges", "--format=%s") == f"合并 origin/office/{CLERK} 的更新"
    assert [text(other).count(f"进展: {one}\n") for one in "甲乙丙"] == [1, 1, 1]


@pytest.mark.parametrize("committed", [False, True])
def test_one_record_changed_on_both_sides_is_left_to_a_person(
    server: Server, clerk: Path, submit: Submit, *, committed: bool
) -> None:
    record(clerk, 2, "一")
    assert submit(clerk) == 0
    other = server.clone(CLERK, "另一台")
    lay(other, ledger(CLERK), text(other).replace("进展: 一", "进展: 弌"))
    commit(other, "直接改")
    git(other, "push", "--quiet", "origin", "HEAD")
    lay(clerk, ledger(CLERK), text(clerk).replace("进展: 一", "进展: 壹"))
    if committed:
        commit(clerk, "直接改")
    before = text(clerk)
    assert submit(clerk) == 2
    assert ledger(CLERK) in submit.said
    assert "本机的内容没有动" in submit.said
    assert text(clerk) == before


@pytest.mark.parametrize("committed", [False, True])
def test_a_ledger_that_does_not_read_is_told_with_its_side_and_line(
    server: Server, clerk: Path, submit: Submit, *, committed: bool
) -> None:
    record(clerk, 2, "一")
    assert submit(clerk) == 0
    other = server.clone(CLERK, "网页")
    lay(other, ledger(CLERK), text(other) + "  - 日期：2021-09-19\n    任务: 2\n    状态: 推进中\n")
    commit(other, "在网页上改")
    git(other, "push", "--quiet", "origin", "HEAD")
    record(clerk, 2, "二")
    if committed:
        commit(clerk, "二")
    assert submit(clerk) == 2
    line = text(other).count("\n") - 2
    assert f"最后改它的人改好：第{line}行：“日期”后面是全角冒号" in submit.said
    assert "本机的内容没有动" in submit.said


def test_a_push_that_comes_second_is_tried_again(
    server: Server, clerk: Path, submit: Submit, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gongkai_cli.store.git.remote import Remote

    other = server.clone(CLERK, "另一台")
    record(other, 2, "抢先")
    record(clerk, 2, "在后")
    push = Remote.push

    def interrupted(self: Remote, local: str, branch: str) -> bool:
        monkeypatch.setattr(Remote, "push", push)
        assert gongkai(other, "submit") == 0
        return push(self, local, branch)

    monkeypatch.setattr(Remote, "push", interrupted)
    assert submit(clerk) == 0
    assert pushed(server)[0] == f"合并 origin/office/{CLERK} 的更新"
    assert [text(clerk).count(f"进展: {one}\n") for one in ("抢先", "在后")] == [1, 1]


@pytest.mark.parametrize("staged", [False, True])
def test_what_is_not_the_offices_stops_it(clerk: Path, submit: Submit, *, staged: bool) -> None:
    record(clerk, 2, "一")
    lay(clerk, PLAN, "计划: p\n")
    lay(clerk, ledger("计划财务处"), "计划: p\n部门: 计划财务处\n")
    if staged:
        git(clerk, "add", "--all")
    assert submit(clerk) == 1
    assert f"× {ledger('计划财务处')}：这是计划财务处的台账，只能由该部门改" in submit.said
    assert f"× {PLAN}：这个文件由统筹人员管理，部门不能改" in submit.said
    assert git(clerk, "log", "--format=%s", "origin/main..") == ""


@pytest.mark.parametrize("staged", [False, True])
def test_the_way_out_that_is_shown_works(
    server: Server, clerk: Path, submit: Submit, *, staged: bool
) -> None:
    for note, committed in (("一", False), ("二", True)):
        record(clerk, 2, note)
        lay(clerk, PLAN, "计划: p\n")
        lay(clerk, ledger("计划财务处"), "计划: p\n部门: 计划财务处\n")
        if committed:
            commit(clerk, "一把提交")
        elif staged:
            git(clerk, "add", "--all")
        assert submit(clerk) == 1
        assert ("还没推送的提交里有不能由本部门改的内容" in submit.said) is committed
        follow(clerk, submit.said)
        assert submit(clerk) == 0
    assert text(clerk).count("进展: ") == 2
    assert git(server.bare, "diff", "--name-only", "-z", "main", f"office/{CLERK}").strip("\0") == ledger(
        CLERK
    )


@pytest.mark.parametrize("leads", ["/", "../无处", "说明.md"])
def test_a_link_in_the_place_of_ledgers_stops_it(clerk: Path, submit: Submit, leads: str) -> None:
    record(clerk, 2, "一")
    (clerk / "data/ledger/p2").symlink_to(leads)
    assert submit(clerk) == 1
    assert "× data/ledger/p2：只收普通文件" in submit.said


def follow(root: Path, said: str) -> None:
    """Type the commands that were shown."""
    for line in said.splitlines():
        if line.startswith("  git "):
            assert git(root, *shlex.split(line)[1:]) == ""


def test_other_changes_stay_where_they_are(clerk: Path, submit: Submit) -> None:
    lay(clerk, "说明.md", "一")
    commit(clerk, "说明")
    git(clerk, "push", "--quiet", "origin", "HEAD:main")
    git(clerk, "fetch", "--quiet")
    lay(clerk, "说明.md", "二")
    git(clerk, "add", "说明.md")
    record(clerk, 2, "一")
    assert submit(clerk) == 0
    assert "没有提交：说明.md" in submit.said
    assert git(clerk, "diff", "--cached", "--name-only") == "说明.md"


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        ("进展: 一", "进展: 壹", "已报送的记录被删去、改动或者读不出来了：2（2021-09-18）"),
        ("状态: 推进中", "状态: 推进", "bad-choice"),
        ("日期: 2021-09-18", "日期：2021-09-18", "full-width-colon"),
    ],
)
def test_faults_stop_it(clerk: Path, submit: Submit, *, was: str, now: str, why: str) -> None:
    record(clerk, 2, "一")
    assert submit(clerk) == 0
    lay(clerk, ledger(CLERK), text(clerk).replace(was, now))
    assert submit(clerk) == 1
    assert why in submit.said


def test_what_was_committed_wrongly_may_be_put_right_here(
    server: Server, clerk: Path, submit: Submit
) -> None:
    record(clerk, 2, "一")
    assert submit(clerk) == 0
    before = text(clerk)
    for wrong in ("壹", "弌"):
        lay(clerk, ledger(CLERK), before.replace("进展: 一", f"进展: {wrong}"))
        commit(clerk, "直接改")
    assert submit(clerk) == 1
    assert submit.said.count("已报送的记录被删去、改动或者读不出来了") == 1
    lay(clerk, ledger(CLERK), before)
    assert submit(clerk) == 0
    assert git(server.bare, "show", f"office/{CLERK}:{ledger(CLERK)}") == before.strip()


def test_evidence_too_large_for_any_history_stops_it(clerk: Path, submit: Submit) -> None:
    record(clerk, 2, "一")
    lay(clerk, ledger(CLERK), text(clerk) + "    佐证材料: [{类型: 其他, 文件: evidence/会议.mp4}]\n")
    lay(clerk, "evidence/会议.mp4", "")
    os.truncate(clerk / "evidence/会议.mp4", 2 * 2**30)
    assert submit(clerk) == 2
    assert "佐证文件“evidence/会议.mp4”有 2048 MB，超过 50 MB" in submit.said


def test_hints_are_told_and_stop_nothing(clerk: Path, submit: Submit) -> None:
    record(clerk, 2, "一", "2021-09-18", "--status", "已完成")
    assert submit(clerk) == 0
    assert "  提示  任务 2 写了“已完成”，没有佐证材料" in submit.said
    record(clerk, 2, "二")
    assert submit(clerk) == 0
    assert "提示" not in submit.said


def test_line_ends_of_windows_are_no_change(server: Server, clerk: Path, submit: Submit) -> None:
    other = server.clone(CLERK, "另一台")
    git(clerk, "config", "core.autocrlf", "true")
    record(clerk, 2, "一")
    assert submit(clerk) == 0
    path = clerk / ledger(CLERK)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert submit(clerk) == 0
    assert "没有要提交的改动" in submit.said
    record(other, 2, "二")
    assert submit(other) == 0
    record(clerk, 2, "三")
    assert submit(clerk) == 0
    assert b"\r" not in git(clerk, "show", f"HEAD:{ledger(CLERK)}").encode()
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n") > 10


def test_the_server_is_told_without_its_password(clerk: Path, submit: Submit) -> None:
    git(clerk, "remote", "set-url", "origin", "http://zhang:secret@127.0.0.1:1/x.git")
    assert submit(clerk) == 2
    assert "连不上服务器" in submit.said
    assert "secret" not in submit.said


def test_what_a_hook_of_the_server_says_is_passed_on(server: Server, clerk: Path, submit: Submit) -> None:
    server.guard()
    git(clerk, "config", "user.email", "who@example.com")
    record(clerk, 2, "一")
    assert submit(clerk) == 2
    assert "不认识提交人的邮箱“who@example.com”" in submit.said
    git(clerk, "config", "user.email", email(CLERK))
    git(clerk, "commit", "--quiet", "--amend", "--no-edit", "--reset-author")
    assert submit(clerk) == 0


def half_merged(clerk: Path) -> None:
    """Leave a merge half done."""
    git(clerk, "checkout", "--quiet", "-b", "旁支")
    lay(clerk, "说明.md", "甲")
    commit(clerk, "甲")
    git(clerk, "checkout", "--quiet", f"office/{CLERK}")
    lay(clerk, "说明.md", "乙")
    commit(clerk, "乙")
    git(clerk, "merge", "旁支")


@pytest.mark.parametrize(
    ("upset", "said"),
    [
        (half_merged, "没做完的合并"),
        (lambda clerk: git(clerk, "checkout", "--quiet", "--detach"), "不在任何分支上"),
        (lambda clerk: git(clerk, "config", "--unset", "user.email"), "还不知道你是谁"),
        (lambda clerk: git(clerk, "config", "--unset", "gongkai.office"), "不知道是哪个部门"),
        (lambda clerk: git(clerk, "config", "gongkai.office", "宣传处"), "没有“宣传处”这个部门"),
        (lambda clerk: git(clerk, "remote", "remove", "origin"), "没有设服务器地址"),
        (lambda clerk: git(clerk, "remote", "set-url", "origin", "/nowhere"), "服务器上没有这个仓库"),
    ],
)
def test_a_clone_that_is_not_ready_is_refused_in_a_line(
    clerk: Path, submit: Submit, upset: object, said: str
) -> None:
    assert callable(upset)
    upset(clerk)
    assert submit(clerk) == 2
    assert said in submit.said
    assert submit.said.count("\n") == 1


def test_without_git(clerk: Path, submit: Submit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert submit(clerk) == 2
    assert "没有安装 git" in submit.said


def test_without_a_repository_or_commits(home: Path, submit: Submit) -> None:
    lay(home, PLAN, "计划: p\n标题: 甲\n年度: 2021\n任务: []\n")
    assert submit(home, "--office", CLERK) == 2
    assert "不在 git 仓库里" in submit.said
    git(home, "init", "--quiet")
    assert submit(home, "--office", CLERK) == 2
    assert "还没有任何提交" in submit.said
