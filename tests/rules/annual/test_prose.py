"""Numbers of the text are held against the tables: every reading a text may mean is one."""

import pytest

from golden import report, table3, table4
from gongkai_cli.model.annual import Figure
from gongkai_cli.rules.annual.prose import prose_breaks
from gongkai_cli.rules.annual.telling import told

RIGHT = {
    "收到申请": (14069, 14069 + 560),
    "办结申请": (13810,),
    "上年结转申请": (560,),
    "行政复议": (790,),
    "行政诉讼": (56 + 156,),
}


@pytest.mark.parametrize(("name", "number"), [(name, one) for name, ones in RIGHT.items() for one in ones])
def test_what_the_tables_say_too_is_no_break(name: str, number: int) -> None:
    golden = report(table3(), table4())
    assert list(prose_breaks(golden, [Figure(name=name, number=number)])) == []
    (found,) = prose_breaks(golden, [Figure(name=name, number=number + 1)])
    assert (found.rule, found.grave) == ("TXT-NUM", False)


def test_a_break_says_both_numbers() -> None:
    found = prose_breaks(report(table3(), table4()), [Figure(name="收到申请", number=12)])
    assert [told(one) for one in found] == [
        "表三“本年新收政府信息公开申请数量”行：文中收到申请12 ≠ 本年新收政府信息公开申请数量14069"
    ]


def test_a_short_name_right_after_the_requests_is_of_them() -> None:
    golden = report(table3(), table4())
    received, answered = Figure(name="收到申请", number=14069), Figure(name="答复", number=11)
    (found,) = prose_breaks(golden, [received, answered])
    assert found.left == (("文中办结申请", 11),)
    assert list(prose_breaks(golden, [received, Figure(name="建议提案", number=30), answered])) == []


@pytest.mark.parametrize(
    "figure",
    [
        Figure(name="微博", number=3),
        Figure(name="收到申请", number=3, doubts={"数量": "原文是约数"}),
    ],
)
def test_rough_numbers_and_other_things_are_not_held_against_them(figure: Figure) -> None:
    assert list(prose_breaks(report(table3(), table4()), [figure])) == []


def test_without_tables_there_is_nothing_to_hold_against() -> None:
    assert list(prose_breaks(report({}, {}), [Figure(name="收到申请", number=3)])) == []
