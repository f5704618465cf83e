"""A file that shows what is to be filled in reads as if the blanks were not there, and its blanks can be filled in."""

import pytest
from msgspec.structs import replace

from gongkai_cli.model.annual import Report, TrialReport
from gongkai_cli.model.annual_tables import Decisions, Proactive
from gongkai_cli.model.convert import convert
from gongkai_cli.rules.annual.building import blanks
from gongkai_cli.rules.annual.values import values
from gongkai_cli.yamltext.read import load
from gongkai_cli.yamltext.skeleton import skeleton_text

EMPTY = [Report(year=2021, form="2021", body="示例局"), TrialReport(year=2019, form="2019", body="示例局")]


@pytest.mark.parametrize("report", EMPTY, ids=lambda one: one.form)
def test_blanks_say_nothing(report: Report) -> None:
    text = skeleton_text(report, blanks(report))
    read, problems = convert(load(text), type(report), "")
    assert problems == ()
    assert read is not None
    assert replace(read, **dict.fromkeys(("table2", "table3", "table4"), report.table2)) == report
    assert not any(values(table) for table in (read.table2, read.table3, read.table4))


@pytest.mark.parametrize("report", EMPTY, ids=lambda one: one.form)
def test_every_blank_can_be_filled_in(report: Report) -> None:
    wanted = blanks(report)
    text = skeleton_text(report, wanted).replace(": ,", ": 3,").replace(": }", ": 4}")
    read, problems = convert(load(text), type(report), "")
    assert problems == ()
    assert read is not None
    assert not any(blanks(read).get(name) for name in ("表二", "表三", "表四"))


def test_what_is_known_stands_among_the_blanks_in_the_order_of_the_model() -> None:
    report = replace(EMPTY[0], other="无。")
    text = skeleton_text(
        report, {"总体情况": (), "其他需要报告的事项": (), "表二": (("规章", "本年制发件数"),)}
    )
    assert text == (
        "年度: 2021\n单位: 示例局\n格式: 2021\n总体情况:\n其他需要报告的事项: 无。\n表二:\n  规章: {本年制发件数: }\n"
    )


def test_a_table_that_says_something_is_written_as_it_is() -> None:
    table = Proactive(licensing=Decisions(decisions=3))
    text = skeleton_text(replace(EMPTY[0], table2=table), {"表二": (("规章", "本年制发件数"),)})
    assert text.endswith("表二:\n  行政许可: {本年处理决定数量: 3}\n")
