"""Pushes to a real server with the hook, and the same judged by hand."""

import subprocess
from pathlib import Path

import msgspec
import pytest
from clones import commit, git
from offices import HOOK, Server, email, found, gongkai, lay, ledger, record

OFFICES = ["办公室", "法规宣传处", "计划财务处"]
CLERK = "法规宣传处"


@pytest.fixture
def server(home: Path) -> Server:
    return Server(home)


@pytest.fixture
def coordinator(server: Server) -> Path:
    root = found(server, OFFICES)
    server.guard()
    return root


@pytest.fixture
def clerk(server: Server, coordinator: Path) -> Path:
    return server.clone(CLERK)


def push(root: Path, *more: str) -> str:
    """Push the present branch; return what the server said."""
    command = ["git", "push", "--quiet", "origin", *(more or ("HEAD",))]
    said = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False).stderr
    return "\n".join(line.removeprefix("remote: ").rstrip() for line in said.splitlines())


def test_the_first_push_is_taken_as_it_is(server: Server) -> None:
    server.guard()
    coordinator = found(server, OFFICES)
    assert git(server.bare, "rev-parse", "main") == git(coordinator, "rev-parse", "HEAD")


def test_an_office_may_push_its_ledger_and_its_evidence(server: Server, clerk: Path) -> None:
    lay(clerk, "../通知.txt", "通知")
    record(clerk, 2, "一", "2021-09-18", "--evidence", str(clerk.parent / "通知.txt"))
    commit(clerk, "台账")
    assert "提交 1 次，都合归属" in push(clerk)
    assert git(server.bare, "rev-parse", f"office/{CLERK}") == git(clerk, "rev-parse", "HEAD")


@pytest.mark.parametrize(
    ("file", "said", "why"),
    [
        ("data/ledger/p/计划财务处.yaml", "计划: p\n部门: 计划财务处\n", "这是计划财务处的台账"),
        ("data/ledger/p/办公室.yaml", "计划: p\n部门: 办公室\n", "这是办公室的台账"),
        ("data/ledger/p/督办.yaml", "计划: p\n督办: []\n", "由统筹人员管理"),
        ("data/plans/p.yaml", "计划: p\n", "由统筹人员管理"),
        ("gongkai.yaml", f"牵头处室: {CLERK}\n", "由统筹人员管理"),
        ("data/ledger/p/法规宣传处.yaml.bak", "x", "由统筹人员管理"),
        (".github/workflows/x.yml", "x", "由统筹人员管理"),
    ],
)
def test_an_office_may_push_nothing_else(clerk: Path, file: str, said: str, why: str) -> None:
    lay(clerk, file, said)
    commit(clerk, "改动")
    answer = push(clerk)
    assert f"改 {file}：" in answer or f"添 {file}：" in answer
    assert why in answer
    assert "pre-receive hook declined" in answer


def test_the_coordinator_may_touch_everything(coordinator: Path) -> None:
    lay(coordinator, "data/ledger/p/计划财务处.yaml", "计划: p\n部门: 计划财务处\n")
    lay(coordinator, "data/ledger/p/办公室.yaml", "计划: p\n部门: 办公室\n")
    commit(coordinator, "代录")
    assert "都合归属" in push(coordinator)


def test_an_address_nobody_listed_is_refused(clerk: Path) -> None:
    git(clerk, "config", "user.email", "who@example.com")
    record(clerk, 2, "一")
    commit(clerk, "台账")
    assert "不认识提交人的邮箱“who@example.com”" in push(clerk)


def test_an_address_is_compared_without_regard_to_case(clerk: Path) -> None:
    git(clerk, "config", "user.email", email(CLERK).upper())
    record(clerk, 2, "一")
    commit(clerk, "台账")
    assert "都合归属" in push(clerk)


def test_whoever_lists_himself_in_the_push_is_still_unknown(clerk: Path) -> None:
    git(clerk, "config", "user.email", "who@example.com")
    settings = (clerk / "gongkai.yaml").read_text("utf-8")
    lay(clerk, "gongkai.yaml", settings.replace(email("办公室"), "who@example.com"))
    commit(clerk, "改名单")
    assert "不认识提交人的邮箱" in push(clerk)


def published(clerk: Path) -> None:
    """Push two records."""
    record(clerk, 2, "一", "2021-09-01")
    record(clerk, 2, "二", "2021-09-02")
    commit(clerk, "台账")
    push(clerk)


@pytest.mark.parametrize(
    ("was", "now", "why"),
    [
        ("进展: 一", "进展: 壹", "被删去、改动或者读不出来了：2（2021-09-01）"),
        ("    进展: 二\n", "", "被删去、改动或者读不出来了：2（2021-09-02）"),
        ("进展: 二", "进展 二", "台账改得读不出来了：第13行："),
    ],
)
def test_published_records_stay_as_they_are(clerk: Path, was: str, now: str, why: str) -> None:
    published(clerk)
    said = (clerk / ledger(CLERK)).read_text("utf-8")
    lay(clerk, ledger(CLERK), said.replace(was, now))
    commit(clerk, "改")
    assert why in push(clerk)


def test_what_was_taken_out_may_come_back_in_the_same_push(clerk: Path) -> None:
    published(clerk)
    said = (clerk / ledger(CLERK)).read_bytes()
    lay(clerk, ledger(CLERK), said.replace("进展: 一".encode(), "进展: 壹".encode()))
    commit(clerk, "改错")
    lay(clerk, ledger(CLERK), b"# \n" + said)
    commit(clerk, "改回")
    assert "提交 2 次，都合归属" in push(clerk)


def test_evidence_that_others_named_and_evidence_nobody_named(server: Server, clerk: Path) -> None:
    lay(clerk, "../甲.txt", "甲")
    record(clerk, 2, "一", "2021-09-18", "--evidence", str(clerk.parent / "甲.txt"))
    lay(clerk, "evidence/2021/闲.txt", "没有记录用到")
    commit(clerk, "台账")
    push(clerk)
    coordinator = server.folder / "办公室"
    git(coordinator, "pull", "--quiet", "origin", f"office/{CLERK}")
    push(coordinator)
    other = server.clone("计划财务处")
    lay(other, "evidence/2021/甲.txt", "换了")
    lay(other, "evidence/2021/闲.txt", "换了")
    lay(other, "evidence/2021/新.txt", "添的")
    commit(other, "佐证")
    said = push(other)
    assert f"改 evidence/2021/甲.txt：这是{CLERK}的佐证" in said
    assert "改 evidence/2021/闲.txt：这是已有的佐证，本部门的记录没有用到" in said
    assert "新.txt" not in said
    lay(clerk, "evidence/2021/甲.txt", "重新扫描")
    commit(clerk, "换佐证")
    assert "都合归属" in push(clerk)


@pytest.mark.parametrize("kind", ["link", "program", "submodule"])
def test_only_plain_files_are_taken(clerk: Path, kind: str) -> None:
    path = clerk / "evidence/x"
    path.parent.mkdir(exist_ok=True)
    if kind == "link":
        path.symlink_to("/etc/passwd")
    elif kind == "program":
        path.write_text("x")
        path.chmod(0o755)
    else:
        git(
            clerk,
            "update-index",
            "--add",
            "--cacheinfo",
            f"160000,{git(clerk, 'rev-parse', 'HEAD')},evidence/x",
        )
        git(clerk, "commit", "-m", "子模块")
    commit(clerk, "怪文件")
    assert "添 evidence/x：只收普通文件" in push(clerk)


def test_a_rename_is_judged_on_both_ends(clerk: Path) -> None:
    git(clerk, "mv", ledger("办公室"), ledger(CLERK))
    commit(clerk, "改名")
    assert "删 data/ledger/p/办公室.yaml：这是办公室的台账" in push(clerk)


def diverged(coordinator: Path, clerk: Path) -> None:
    """Let both sides move on."""
    record(coordinator, 1, "统筹", "2021-09-05")
    commit(coordinator, "台账")
    push(coordinator)
    record(clerk, 2, "部门", "2021-09-05")
    commit(clerk, "台账")
    git(clerk, "fetch", "--quiet")


def test_a_merge_takes_over_what_others_did(coordinator: Path, clerk: Path) -> None:
    diverged(coordinator, clerk)
    git(clerk, "merge", "--quiet", "--no-edit", "origin/main")
    assert "都合归属" in push(clerk)


def test_a_merge_made_by_the_server_in_its_own_name_is_taken(coordinator: Path, clerk: Path) -> None:
    diverged(coordinator, clerk)
    git(clerk, "config", "user.email", "noreply@example.com")
    git(clerk, "merge", "--quiet", "--no-edit", "origin/main")
    assert "都合归属" in push(clerk)


def test_a_merge_that_drops_what_others_did_is_refused(coordinator: Path, clerk: Path) -> None:
    diverged(coordinator, clerk)
    git(clerk, "merge", "--quiet", "--no-edit", "--strategy=ours", "origin/main")
    assert "改 data/ledger/p/办公室.yaml：这是办公室的台账" in push(clerk)


def test_a_merge_that_smuggles_something_in_is_refused(coordinator: Path, clerk: Path) -> None:
    diverged(coordinator, clerk)
    git(clerk, "merge", "--quiet", "--no-commit", "origin/main")
    lay(clerk, "data/plans/p.yaml", "计划: p\n")
    commit(clerk, "夹带")
    said = push(clerk)
    assert "改 data/plans/p.yaml：这个文件由统筹人员管理" in said
    assert "办公室.yaml" not in said


def test_history_may_not_be_rewritten_nor_a_branch_dropped(clerk: Path) -> None:
    published(clerk)
    assert "会丢掉别人已经推送的提交" in push(clerk, "--force", f"HEAD~1:office/{CLERK}")
    assert "还有没汇总的提交，不能删除" in push(clerk, f":office/{CLERK}")


def test_a_branch_whose_commits_are_elsewhere_may_go(server: Server, coordinator: Path, clerk: Path) -> None:
    published(clerk)
    git(coordinator, "pull", "--quiet", "origin", f"office/{CLERK}")
    push(coordinator)
    push(clerk, f":office/{CLERK}")
    assert git(server.bare, "branch", "--list", "office/*") == ""


def test_a_server_without_its_default_branch_says_what_to_do(server: Server, clerk: Path) -> None:
    git(server.bare, "symbolic-ref", "HEAD", "refs/heads/trunk")
    record(clerk, 2, "一")
    commit(clerk, "台账")
    assert "git symbolic-ref HEAD refs/heads/main" in push(clerk)


# --- by hand, as in CI --------------------------------------------------------------------------------------


def test_the_page_shows_the_hook_that_is_shipped() -> None:
    page = (Path(__file__).parents[2] / "docs/commands/git.md").read_text("utf-8")
    assert f"    {HOOK.read_text('utf-8').splitlines()[-1]}\n" in page


def test_ci_is_told_who_touched_what(clerk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record(clerk, 2, "一")
    commit(clerk, "台账")
    lay(clerk, "gongkai.yaml", "x")
    lay(clerk, "evidence/a\nb.txt", "x")
    commit(clerk, "改动")
    git(clerk, "commit", "--allow-empty", "-m", "空")
    first, second, empty = (git(clerk, "rev-parse", "--short=8", f"HEAD~{back}") for back in (2, 1, 0))
    capsys.readouterr()
    assert gongkai(clerk, "git", "guard", "origin/main") == 1
    assert capsys.readouterr().out == (
        f"√ {first} 演示（法规宣传处） 添 data/ledger/p/法规宣传处.yaml\n"
        f"√ {second} 演示（法规宣传处） 添 evidence/a b.txt\n"
        f"× {second} 演示（法规宣传处） 改 gongkai.yaml：这个文件由统筹人员管理，部门不能改\n"
        f"√ {empty} 演示（法规宣传处） 没有改动文件\n"
        "提交 3 次，不合归属 1 处\n"
    )
    assert gongkai(clerk, "git", "guard", "origin/main..HEAD~2") == 0


def test_a_new_branch_is_judged_by_the_revision_to_be_trusted(
    clerk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record(clerk, 2, "一")
    commit(clerk, "台账")
    capsys.readouterr()
    assert gongkai(clerk, "git", "guard", "0" * 40, "--trust", "origin/main") == 0
    assert "提交 1 次" in capsys.readouterr().out


def test_a_program_is_told_the_same(clerk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay(clerk, "gongkai.yaml", "x")
    commit(clerk, "改动")
    capsys.readouterr()
    assert gongkai(clerk, "git", "guard", "origin/main", "--json") == 1
    (told,) = msgspec.json.decode(capsys.readouterr().out)["commits"]
    assert (told["email"], told["offices"], told["files"]) == (email(CLERK), [CLERK], ["gongkai.yaml"])
    assert [one["problem"] for one in told["problems"]] == ["shared-file"]


def test_a_file_name_that_is_no_text_is_shown(clerk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (clerk / "evidence").mkdir()
    Path(f"{clerk}/evidence/\udcb0\udcec.txt").write_bytes(b"x")
    git(clerk, "add", "--all")
    git(clerk, "commit", "--quiet", "-m", "GBK 文件名")
    capsys.readouterr()
    assert gongkai(clerk, "git", "guard", "origin/main") == 0
    assert "添 evidence/\\xb0\\xec.txt" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "没有写从哪个版本查起"),
        (["nowhere"], "没有版本“nowhere”"),
        (["--", "--all"], "没有版本“--all”"),
        (["origin/main", "nowhere"], "没有版本“nowhere”"),
        (["", "HEAD"], "没有版本“”"),
        (["0" * 40, "HEAD"], "请用 --trust 写明"),
    ],
)
def test_what_cannot_be_judged_is_refused(
    clerk: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert gongkai(clerk, "git", "guard", *arguments) == 2
    assert said in capsys.readouterr().err


def test_outside_a_repository_and_without_git(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert gongkai(home, "git", "guard", "main") == 2
    assert "不在 git 仓库里" in capsys.readouterr().err
    monkeypatch.setenv("PATH", "")
    assert gongkai(home, "git", "guard", "main") == 2
    assert "没有安装 git" in capsys.readouterr().err
