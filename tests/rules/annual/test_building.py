"""A year's counts go into its report; what a person entered stays until `recount`, and is told."""

from datetime import date
from typing import Any

import pytest
from msgspec import UNSET
from msgspec.structs import replace

from gongkai_cli.model.annual import Figure, Report
from gongkai_cli.model.annual_tables import Applicants, Requests
from gongkai_cli.model.convert import convert
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.record import Ledger
from gongkai_cli.model.request import Register
from gongkai_cli.model.workspace import Config, Sourced, Workspace
from gongkai_cli.rules.annual.building import blanks, built
from gongkai_cli.rules.annual.identities import breaks
from gongkai_cli.rules.annual.values import values
from gongkai_cli.rules.annual.year import year_of

PLAN = {
    "计划": "p",
    "标题": "示例局2021年工作要点",
    "年度": "2021",
    "单位": "示例局",
    "任务": [
        {
            "编号": "1",
            "具体要求": "开新闻发布会。",
            "牵头": ["甲处"],
            "完成时限": "6月30日",
            "指标": [{"名称": "新闻发布会", "至少": "2", "计量": "次"}],
        },
        {"编号": "2", "具体要求": "公开规划。", "牵头": ["甲处"], "完成时限": "全年"},
        {"编号": "3", "具体要求": "办开放日。", "牵头": ["甲处"], "完成时限": "9月30日"},
    ],
}
RECORDS = [
    {"日期": "2021-06-20", "任务": "1", "状态": "已完成", "计数": {"新闻发布会": "3", "政策解读": "1"}},
    {"日期": "2021-06-25", "任务": "1", "状态": "已完成", "计数": {"新闻发布会": "2"}, "更正": "2021-06-20"},
    {"日期": "2021-12-20", "任务": "2", "状态": "持续推进", "计数": {"新闻发布会": "1"}},
    {"日期": "2022-02-01", "任务": "2", "状态": "持续推进", "计数": {"新闻发布会": "9"}},
    {"日期": "2021-09-01", "任务": "3", "状态": "不涉及"},
]
ANSWER = {"日期": "2021-09-20", "步骤": "答复", "结果": "予以公开"}
CASES = [
    {"编号": "2021-001", "渠道": "当面", "到达": "2021-09-01", "申请人": "自然人", "经过": [ANSWER]},
    {
        "编号": "2021-002",
        "渠道": "当面",
        "到达": "2021-12-20",
        "申请人": "商业企业",
        "经过": [
            {"日期": "2021-12-22", "步骤": "收费", "方式": "按量", "数量": "150", "金额": "1700"},
            {"日期": "2021-12-28", "步骤": "缴费", "金额": "1700"},
        ],
    },
]
LATE = date(2022, 3, 1)
EMPTY = Report(year=2021, form="2021", body="示例局")


def workspace(cases: list[Any] | None = None, years: tuple[int, ...] = (2021,)) -> Workspace:
    registers = [{"年度": str(year), "申请": cases or []} for year in years]
    return Workspace(
        config=Config(body="示例局"),
        plans=(sourced(PLAN, Plan),),
        ledgers=(sourced({"计划": "p", "部门": "甲处", "记录": RECORDS}, Ledger),),
        registers=tuple(sourced(one, Register) for one in registers),
    )


def sourced(data: Any, kind: Any) -> Sourced[Any]:
    value, problems = convert(data, kind, "")
    assert value, problems
    return Sourced("", value)


FULL = year_of(workspace(CASES), 2021, LATE)


def test_the_tables_are_counted_and_keep_every_identity() -> None:
    made = built(EMPTY, FULL, recount=False)
    cells = values(made.report.table3)
    assert {path[0] for path, number in cells.items() if number and path[-1] == "总计"} == {
        "本年新收政府信息公开申请数量",
        "予以公开",
        "总计",
        "结转下年度继续办理",
    }
    assert breaks(made.report) == ()
    assert made.differences == ()


def test_a_corrected_record_counts_once_and_the_next_year_not_at_all() -> None:
    assert built(EMPTY, FULL, recount=False).report.figures == (
        Figure(name="新闻发布会", number=3, unit="次", locator="台账"),
    )


def test_section_six_tells_of_the_plan_and_of_the_fees() -> None:
    assert built(EMPTY, FULL, recount=False).report.other.splitlines() == [
        "《示例局2021年工作要点》共列任务3项。截至2021年12月31日，已完成2项，经核不涉及1项。",
        "2021年度依申请公开共收取信息处理费1700元。",
    ]


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2021, 7, 1), "截至2021年7月1日，已完成1项，其余2项转入下一年度继续推进。"),
        (date(2021, 12, 31), "截至2021年12月31日，已完成1项，经核不涉及1项，其余1项转入下一年度继续推进。"),
        (LATE, "截至2021年12月31日，已完成2项，经核不涉及1项。"),
    ],
)
def test_a_plan_stands_as_the_year_closed_or_as_of_the_day(day: date, told: str) -> None:
    assert year_of(workspace(), 2021, day).drafts[0].text.endswith(told)


def test_a_year_without_fees_says_so() -> None:
    assert year_of(workspace(), 2021, LATE).drafts[-1].text == "2021年度依申请公开没有收取信息处理费。"


def test_before_any_register_was_kept_nothing_is_counted() -> None:
    year = year_of(workspace(CASES, years=(2022,)), 2021, LATE)
    assert (year.requests, year.disputes) == (None, None)
    made = built(EMPTY, year, recount=False).report
    assert (made.table3, made.table4) == (UNSET, UNSET)
    assert "信息处理费" not in made.other


def test_a_year_without_requests_after_registers_began_is_counted_as_none() -> None:
    year = year_of(workspace(CASES), 2023, LATE)
    assert year.requests
    cells = values(year.requests)
    assert cells["本年新收政府信息公开申请数量", "总计"] == cells["总计", "总计"] == 0
    assert cells["上年结转政府信息公开申请数量", "总计"] == cells["结转下年度继续办理", "总计"] == 1


def by_hand() -> Report:
    return replace(
        EMPTY,
        table3=Requests(granted=Applicants(natural_person=5, total=5)),
        figures=(
            Figure(name="新闻发布会", number=7, unit="场"),
            Figure(name="微博", number=211, unit="条", text="发布微博211条", locator="第3行"),
        ),
        other="本年度收取信息处理费200元。\n其他无。",
        doubts={"年度": "原文没有标题"},
    )


def test_what_a_person_entered_stays_and_is_marked_and_told() -> None:
    made = built(by_hand(), FULL, recount=False)
    cells = values(made.report.table3)
    assert cells["予以公开", "自然人"] == cells["予以公开", "总计"] == 5
    assert cells["本年新收政府信息公开申请数量", "总计"] == 2  # a blank is filled
    assert made.report.figures == by_hand().figures
    assert made.report.other.startswith("本年度收取信息处理费200元。\n其他无。\n《示例局")
    assert [(one.what, one.path, one.said, one.counted) for one in made.differences] == [
        ("表三", ("予以公开", "自然人"), "5", "1"),
        ("表三", ("予以公开", "总计"), "5", "1"),
        ("数据", ("新闻发布会",), "7", "3"),
        (
            "其他需要报告的事项",
            (),
            "本年度收取信息处理费200元。",
            "2021年度依申请公开共收取信息处理费1700元。",
        ),
    ]
    assert made.report.doubts == {
        "年度": "原文没有标题",
        "表三": "手工填写，与登记不一致：予以公开·自然人 5（登记 1）、予以公开·总计 5（登记 1）",
    }


def test_a_recount_replaces_what_a_person_entered_and_keeps_what_a_document_says() -> None:
    marked = built(by_hand(), FULL, recount=False).report
    made = built(marked, FULL, recount=True)
    assert values(made.report.table3) == values(FULL.requests)
    assert [(one.name, one.number) for one in made.report.figures] == [("新闻发布会", 3), ("微博", 211)]
    assert "1700元" in made.report.other
    assert "200元" not in made.report.other
    assert made.report.doubts == {"年度": "原文没有标题"}
    assert len(made.differences) == 4


@pytest.mark.parametrize("recount", [False, True])
@pytest.mark.parametrize("old", [EMPTY, by_hand(), replace(EMPTY, other="无。")])
def test_building_twice_changes_nothing(old: Report, recount: bool) -> None:
    once = built(old, FULL, recount=recount).report
    assert built(once, FULL, recount=recount).report == once


def test_nothing_to_report_gives_way_to_what_there_is() -> None:
    made = built(replace(EMPTY, other="无。"), FULL, recount=False)
    assert made.report.other.startswith("《示例局")
    assert made.differences == ()


def test_counted_figures_are_renewed_and_go_with_their_records() -> None:
    first = built(EMPTY, FULL, recount=False).report
    grown = replace(FULL, figures=(Figure(name="政策解读", number=4, locator="台账"),))
    assert built(first, grown, recount=False).report.figures == grown.figures


def test_what_is_left_to_fill_in_is_named() -> None:
    made = built(EMPTY, FULL, recount=False).report
    open_ = blanks(made)
    assert list(open_) == ["引言", "总体情况", "存在的主要问题及改进情况", "表二"]
    assert len(open_["表二"]) == 10
