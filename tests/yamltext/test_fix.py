"""What is mended, and that it is never a value."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.keys import kinds
from gongkai_cli.model.record import Ledger
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.fix import mended, tidied
from gongkai_cli.yamltext.keys import Keys
from gongkai_cli.yamltext.read import Data, load

LEDGER = Keys(kinds(Ledger))

TIDIED = [  # as it is, tidied, lines
    ("a: b  \nc: d", "a: b\nc: d", [1]),
    ("a: b\r\nc: d\r\n", "a: b\nc: d\n", [1]),
    ("a: b \r\n", "a: b\n", [1, 1]),
    ("a: b # c  \n", "a: b # c\n", [1]),
    ("a:\n  - b\n  \n  - c\n", "a:\n  - b\n\n  - c\n", [3]),
    ("a: |\n  甲  \n  乙\n", "a: |\n  甲  \n  乙\n", []),
    ("a: |\r\n  甲  \r\nb: c \r\n", "a: |\n  甲  \nb: c\n", [1, 3]),
    ('a: "甲  \n  乙"\n', 'a: "甲  \n  乙"\n', []),
    ("a: 甲\u3000\n", "a: 甲\u3000\n", []),
    ("a: [b  \n", "a: [b\n", [1]),
]

# a ledger's lines with slips → the data that was meant
MEANT = [
    ("计划：p\n部门：甲\n", {"计划": "p", "部门": "甲"}),
    ("计划:p\n部门:　甲\n", {"计划": "p", "部门": "甲"}),
    ("计划: p\n记录:\n\t- 任务: 1\n\t  状态：甲\n", {"计划": "p", "记录": [{"任务": "1", "状态": "甲"}]}),
    (
        "记录:\n  - 任务：15\n    进展：12:30 开会：顺利，如期\n    计数：｛发布会：1，培训：2｝\n",
        {"记录": [{"任务": "15", "进展": "12:30 开会：顺利，如期", "计数": {"发布会": "1", "培训": "2"}}]},
    ),
    (
        "记录:\n  - 任务: 1\n    佐证材料: [{类型：报道，标题: “关于: 公开”，链接：https://a.cn:80/x}]\n",
        {
            "记录": [
                {
                    "任务": "1",
                    "佐证材料": [{"类型": "报道", "标题": "关于: 公开", "链接": "https://a.cn:80/x"}],
                }
            ]
        },
    ),
    ("记录:\n  －任务: 1\n    进展: |\n      状态：甲\n", {"记录": [{"任务": "1", "进展": "状态：甲\n"}]}),
]
LEFT = [  # what only a person can mend stays as it is
    "<<<<<<< HEAD\n任务：1\n=======\n任务：2\n>>>>>>> b\n",
    "计划：p\n部门: [甲\n",
    "标题: “推进中”\n",
    "记录:\n\t- 任务: 1\n  \t  - 状态: 甲\n",
]

line = st.text(
    st.sampled_from(string.ascii_lowercase + " :：,，[]{}#-\"'“”\t\r　|>甲乙状态任务"), max_size=14
)
texts = st.lists(line, max_size=8).map("\n".join)
slips = st.sampled_from([written for written, _ in MEANT])


@pytest.mark.parametrize(("text", "fixed", "lines"), TIDIED)
def test_blanks_and_line_ends_go_where_no_value_holds_them(text: str, fixed: str, lines: list[int]) -> None:
    after, changes = tidied(text)
    assert (after, sorted(change.line for change in changes)) == (fixed, lines)


@pytest.mark.parametrize(("text", "meant"), MEANT)
def test_what_is_read_afterwards_is_what_was_meant(text: str, meant: Data) -> None:
    fixed, changes = mended(text, LEDGER)
    assert load(fixed) == meant
    assert changes


@pytest.mark.parametrize("text", LEFT)
def test_what_only_a_person_can_mend_stays(text: str) -> None:
    assert mended(text, LEDGER) == (text, ())


@given(texts)
def test_tidying_never_changes_what_is_read(text: str) -> None:
    fixed, changes = tidied(text)
    assert _read(fixed) == _read(text)
    assert bool(changes) == (fixed != text)
    assert fixed.replace(" ", "") == text.replace("\r\n", "\n").replace(" ", "") or fixed == text


@given(st.one_of(texts, slips, st.builds(lambda one, other: f"{one}\n{other}", texts, slips)))
def test_fixing_twice_is_fixing_once(text: str) -> None:
    once = tidied(mended(text, LEDGER)[0])[0]
    assert mended(once, LEDGER)[0] == once
    assert tidied(once) == (once, ())


@given(st.lists(slips, min_size=1, max_size=2).map("".join))
def test_what_is_mended_is_read_and_its_lines_are_told(text: str) -> None:
    fixed, changes = mended(text, LEDGER)
    assert isinstance(_read(fixed), dict) or fixed == text
    lines = enumerate(zip(text.split("\n"), fixed.split("\n"), strict=True), 1)
    assert [change.line for change in changes] == [number for number, (was, now) in lines if was != now]


def _read(text: str) -> object:
    try:
        return load(text)
    except YamlFault as fault:
        return (fault.code,)
