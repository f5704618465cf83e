"""The coordinator takes what the offices pushed: all that is sound, and nothing else."""

from pathlib import Path

import msgspec
import pytest
from clones import commit, git
from offices import Server, found, gongkai, lay, ledger, record

OFFICES = ["办公室", "法规宣传处", "计划财务处", "青少年体育处"]
CLERK, OTHER = "法规宣传处", "计划财务处"


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
def other(server: Server, coordinator: Path) -> Path:
    return server.clone(OTHER)


class Collect:
    """Runs the command; keeps what it said."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys
        self.said = ""

    def __call__(self, root: Path, *options: str) -> int:
        self.capsys.readouterr()
        code = gongkai(root, "collect", *options)
        self.said = "".join(self.capsys.readouterr())
        return code


@pytest.fixture
def collect(capsys: pytest.CaptureFixture[str]) -> Collect:
    return Collect(capsys)


def push(root: Path) -> None:
    """Push whatever there is, past all checks."""
    commit(root, "直接推送")
    git(root, "push", "--quiet", "--force", "origin", "HEAD")


def handed_in(root: Path, task: int, note: str, *more: str) -> None:
    record(root, task, note, "2021-09-18", *more)
    assert gongkai(root, "submit") == 0


def test_each_office_becomes_one_commit(
    coordinator: Path, clerk: Path, other: Path, collect: Collect
) -> None:
    lay(clerk, "../通知.txt", "通知")
    handed_in(clerk, 2, "一", "--evidence", str(clerk.parent / "通知.txt"))
    handed_in(clerk, 1, "二")
    handed_in(other, 3, "三")
    assert collect(coordinator) == 0
    assert collect.said == (
        "汇总到 main  截至 2021-09-20\n"
        f"√ {CLERK}  记录2条：2、1（2021-09-18）  佐证1份\n"
        f"√ {OTHER}  记录1条：3（2021-09-18）\n"
        "\n"
        "第三季度 已收 3/4  p  截止9月30日，还有10天\n"
        "未报    青少年体育处（1项）\n"
        "已汇总到本机的 main，还没有推送；核对无误后运行 git push，或者加 --push 再运行一次\n"
    )
    subjects = git(coordinator, "log", "--first-parent", "--format=%s").splitlines()
    assert subjects == [f"汇总：{OTHER} 3（2021-09-18）", f"汇总：{CLERK} 2、1（2021-09-18）", "建库"]
    assert (coordinator / "evidence/2021/通知.txt").read_text("utf-8") == "通知"
    assert gongkai(coordinator, "check") == 0
    assert git(coordinator, "status", "--porcelain") == ""


def test_what_was_taken_is_not_taken_again(
    server: Server, coordinator: Path, clerk: Path, collect: Collect
) -> None:
    handed_in(clerk, 2, "一")
    assert collect(coordinator, "--push") == 0
    assert "已推送到 origin 的 main" in collect.said
    assert git(server.bare, "rev-parse", "main") == git(coordinator, "rev-parse", "HEAD")
    assert collect(coordinator) == 0
    assert f"○ 没有新内容：{CLERK}\n" in collect.said
    handed_in(clerk, 2, "二")
    assert collect(coordinator) == 0
    assert f"√ {CLERK}  记录1条：2（2021-09-18）" in collect.said


def test_both_sides_of_one_ledger_are_kept(coordinator: Path, clerk: Path, collect: Collect) -> None:
    handed_in(clerk, 2, "部门填的")
    lay(coordinator, ledger(CLERK), f"计划: p\n部门: {CLERK}\n记录:\n")
    git(coordinator, "config", "gongkai.office", CLERK)
    record(coordinator, 2, "统筹代录的")
    commit(coordinator, "代录")
    assert collect(coordinator) == 0
    said = (coordinator / ledger(CLERK)).read_text("utf-8")
    assert [said.count(note) for note in ("部门填的", "统筹代录的")] == [1, 1]


def test_edits_that_are_not_committed_survive(coordinator: Path, clerk: Path, collect: Collect) -> None:
    handed_in(clerk, 2, "部门填的")
    lay(coordinator, "data/ledger/p/督办.yaml", "计划: p\n督办: []\n")
    git(coordinator, "config", "gongkai.office", CLERK)
    record(coordinator, 2, "还没提交的")
    assert collect(coordinator) == 0
    said = (coordinator / ledger(CLERK)).read_text("utf-8")
    assert [said.count(note) for note in ("部门填的", "还没提交的")] == [1, 1]
    assert "还没提交的" not in git(coordinator, "show", f"HEAD:{ledger(CLERK)}")
    assert (coordinator / "data/ledger/p/督办.yaml").exists()


@pytest.mark.parametrize(
    ("file", "said", "why"),
    [
        ("data/plans/p.yaml", "计划: p\n", "data/plans/p.yaml：这个文件由统筹人员管理"),
        (ledger("办公室"), "计划: p\n部门: 办公室\n", "这是办公室的台账"),
        (ledger(OTHER), f"计划: p\n部门: {OTHER}\n记录: [\n", f"{ledger(OTHER)}:4:1：这里的 YAML 写法有误"),
        (ledger(OTHER), f"计划: p\n部门: {OTHER}\n记录:\n  - {{日期: 2021-09-18, 任务: 99, 状态: 推进中}}\n",
         f"{ledger(OTHER)}:4:22：计划 p 里没有任务“99”"),
        (ledger(OTHER), f"计划: p\n部门: {OTHER}\n记录:\n  - {{日期: 2021-09-18, 任务: 3, 状态: 推进中, "
         "佐证材料: [{类型: 图片, 文件: evidence/无.png}]}\n", "找不到佐证文件“evidence/无.png”"),
    ],
)  # fmt: skip
def test_a_branch_with_faults_is_left_out(
    coordinator: Path, clerk: Path, other: Path, collect: Collect, *, file: str, said: str, why: str
) -> None:
    handed_in(clerk, 2, "一")
    lay(other, file, said)
    push(other)
    assert collect(coordinator) == 1
    assert f"√ {CLERK}  记录1条" in collect.said
    assert f"× {OTHER}  没有收（1 处）" in collect.said
    assert why in "".join(line.strip() for line in collect.said.splitlines())
    assert git(coordinator, "diff", "--name-only", "-z", "origin/main").strip("\0") == ledger(CLERK)


def test_a_branch_that_changes_what_it_handed_in_is_left_out(
    coordinator: Path, clerk: Path, collect: Collect
) -> None:
    handed_in(clerk, 2, "一")
    assert collect(coordinator) == 0
    lay(clerk, ledger(CLERK), (clerk / ledger(CLERK)).read_text("utf-8").replace("进展: 一", "进展: 壹"))
    push(clerk)
    assert collect(coordinator) == 1
    assert "已报送的记录被删去、改动" in collect.said


def test_a_branch_of_nobody_is_left_out(server: Server, coordinator: Path, collect: Collect) -> None:
    stranger = server.clone("某某处")
    lay(stranger, ledger("某某处"), "计划: p\n部门: 某某处\n")
    push(stranger)
    assert collect(coordinator) == 1
    assert "不认识这个部门" in collect.said


def test_a_dry_run_only_shows(coordinator: Path, clerk: Path, collect: Collect) -> None:
    handed_in(clerk, 2, "一")
    head = git(coordinator, "rev-parse", "HEAD")
    assert collect(coordinator, "--dry-run") == 0
    assert f"√ {CLERK}" in collect.said
    assert "已收 2/4" in collect.said
    assert git(coordinator, "rev-parse", "HEAD") == head


def test_a_program_is_told_the_same(coordinator: Path, clerk: Path, collect: Collect) -> None:
    handed_in(clerk, 2, "一")
    assert collect(coordinator, "--json") == 0
    told = msgspec.json.decode(collect.said)
    (office,) = told["offices"]
    assert (office["office"], office["state"]) == (CLERK, "collected")
    assert office["records"] == [{"plan": "p", "task": "2", "date": "2021-09-18", "status": "推进中"}]
    (window,) = told["windows"]
    assert (window["received"], window["owing"]) == (2, OFFICES)
    assert window["behind"][0] == {"office": OTHER, "tasks": ["3"]}


def test_an_office_that_filed_in_part_is_named_with_what_is_missing(
    coordinator: Path, clerk: Path, collect: Collect
) -> None:
    plan = (coordinator / "data/plans/p.yaml").read_text("utf-8")
    more = f"  - {{编号: 5, 具体要求: 事项5, 牵头: [{CLERK}], 完成时限: 全年}}\n"
    lay(coordinator, "data/plans/p.yaml", plan + more)
    commit(coordinator, "增加任务")
    handed_in(clerk, 2, "一")
    assert collect(coordinator, "--window", "第三季度") == 0
    assert f"未报齐  {CLERK}（缺 5）" in collect.said


@pytest.mark.parametrize(
    ("arguments", "branch", "said"),
    [
        (["--window", "第九季度"], "main", "没有“第九季度”"),
        ([], f"office/{CLERK}", "汇总请先换到主分支"),
    ],
)
def test_what_cannot_be_collected_is_refused(
    coordinator: Path, collect: Collect, *, arguments: list[str], branch: str, said: str
) -> None:
    git(coordinator, "checkout", "--quiet", "-B", branch)
    assert collect(coordinator, *arguments) == 2
    assert said in collect.said


def test_files_in_the_way_leave_everything_as_it_was(
    coordinator: Path, clerk: Path, collect: Collect
) -> None:
    lay(clerk, "../通知.txt", "通知")
    handed_in(clerk, 2, "一", "--evidence", str(clerk.parent / "通知.txt"))
    lay(coordinator, "evidence/2021/通知.txt", "另一份")
    head = git(coordinator, "rev-parse", "HEAD")
    assert collect(coordinator) == 2
    assert "evidence/2021/通知.txt 本机改过，服务器上也改了" in collect.said
    assert git(coordinator, "rev-parse", "HEAD") == head
    assert git(coordinator, "status", "--porcelain", "-uall", "-z").strip("\0") == "?? evidence/2021/通知.txt"
