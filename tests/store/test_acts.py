"""Acts of supervision put on record: numbered under the lock, all or none."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from gongkai_cli.lexicon.load import message
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import Act
from gongkai_cli.store.ledgers import append_acts, supervising
from gongkai_cli.store.read import read_workspace

FILE = "data/ledger/p/督办.yaml"
ACT = Act(
    day=date(2021, 10, 12),
    task="1",
    office="办公室",
    act="催办",
    number="督办〔2021〕1号",
    demand="请报: {进展}",
)
CLERK = """
import sys
from datetime import date
from pathlib import Path
from gongkai_cli.model.record import Act
from gongkai_cli.rules.issuing import Paper, numbered
from gongkai_cli.store.ledgers import append_acts, supervising
root = Path(sys.argv[1])
for task in range(60):
    act = Act(day=date(2021, 10, 12), task=str(task), office=sys.argv[2], act="督办")
    with supervising(root) as known:
        (paper,) = numbered([Paper((act,))], "p", known)
        append_acts(root, "p", paper.acts)
"""


def acts(root: Path) -> tuple[Act, ...]:
    workspace, problems = read_workspace(root)
    assert problems == ()
    return workspace.supervision[0].value.acts


def added(root: Path, *new: Act) -> str:
    with supervising(root):
        return append_acts(root, "p", new)


def test_begins_the_register_and_adds_a_line_for_each_act(root: Path) -> None:
    first = added(root, ACT)
    second = added(root, ACT, ACT)
    text = (root / FILE).read_text("utf-8")
    assert text.partition("计划: ")[2] == "p\n督办:\n" + first + second
    assert first.count("\n") == 1
    assert acts(root) == (ACT,) * 3


def test_no_byte_before_the_new_lines_changes(root: Path) -> None:
    was = "# 登记\r\n计划: p\r\n督办:\r\n- {日期: 2021-09-01, 任务: 1,  动作: 签收}  # 电话\r\n".encode()
    (root / FILE).write_bytes(was)
    added(root, ACT)
    assert (root / FILE).read_bytes().startswith(was)
    assert [one.act for one in acts(root)] == ["签收", "催办"]


def test_no_acts_leave_no_file(root: Path) -> None:
    assert added(root) == ""
    assert not (root / FILE).exists()


def test_tells_the_acts_under_every_plan(root: Path) -> None:
    added(root, ACT)
    (root / "data/ledger/q").mkdir()
    (root / "data/ledger/q/督办.yaml").write_text(
        "计划: q\n督办:\n  - {日期: 2021-01-01, 任务: 2, 动作: 销号}\n", "utf-8"
    )
    with supervising(root) as known:
        assert [(one.plan, len(one.acts)) for one in known] == [("p", 1), ("q", 1)]


@pytest.mark.parametrize(
    "text", ["计划: p\n督办: [", "计划: p\n督办:\n  - {日期: 昨天, 任务: 1, 动作: 催办}\n"]
)
def test_a_register_that_does_not_read_is_refused_before_anything_is_numbered(root: Path, text: str) -> None:
    (root / FILE).write_text(text, "utf-8")
    with pytest.raises(Refusal) as refused, supervising(root):
        pass
    assert FILE in message(refused.value.code, refused.value.about)
    assert (root / FILE).read_text("utf-8") == text


def test_two_at_once_never_get_the_same_number(root: Path) -> None:
    clerks = [subprocess.Popen([sys.executable, "-c", CLERK, root, name]) for name in ("甲处", "乙处")]
    assert [clerk.wait(60) for clerk in clerks] == [0, 0]
    found = [one.number for one in acts(root)]
    assert sorted(found) == sorted(f"督办〔2021〕{number}号" for number in range(1, 121))
