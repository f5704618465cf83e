from decimal import Decimal
from pathlib import Path

import pytest
from msgspec import UNSET
from msgspec.structs import replace
from samples import Lay

from gongkai_cli.model.annual import AnnualReport, Figure, Report, TrialReport, form_of
from gongkai_cli.model.annual_tables import (
    Applicants,
    Disputes,
    Fees,
    Outcomes,
    Proactive,
    Requests,
    TrialRequests,
)
from gongkai_cli.model.convert import convert
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.annual import annual_change, merged, write_annual
from gongkai_cli.store.read import read_annual, read_workspace
from gongkai_cli.yamltext.read import load
from gongkai_cli.yamltext.write import file_text

FILE = "data/annual/2021.yaml"
POSTS = Figure(name="微博", number=211, unit="条", text="发布微博211条", doubts={"数量": "原文是约数"})
REPORT = Report(
    year=2021,
    form="2021",
    body="示例局",
    doubts={"单位": "原文没有标题"},
    figures=(POSTS,),
    overview="一段。\n二段。",
    other="无。",
)


def test_a_report_is_laid_out_key_by_key(tmp_path: Path) -> None:
    report = replace(
        REPORT,
        table2=Proactive(admin_fees=Fees(amount_wan_yuan=Decimal("12.50"))),
        table3=Requests(received_new=Applicants(natural_person=3, total=3)),
    )
    write_annual(tmp_path, report, update=False)
    assert (tmp_path / FILE).read_text("utf-8") == (
        "年度: 2021\n单位: 示例局\n格式: 2021\n待核: {单位: 原文没有标题}\n数据:\n"
        "  - {名称: 微博, 数量: 211, 计量: 条, 原文: 发布微博211条, 待核: {数量: 原文是约数}}\n"
        "总体情况: |-\n  一段。\n  二段。\n其他需要报告的事项: 无。\n"
        "表二:\n  行政事业性收费: {本年收费金额: 12.50}\n"
        "表三:\n  本年新收政府信息公开申请数量: {自然人: 3, 总计: 3}\n"
    )
    ((sourced,), problems) = read_annual(tmp_path)
    assert (sourced.value, sourced.file, problems) == (report, FILE, ())


def test_a_report_that_was_edited_is_only_changed_for_an_update(tmp_path: Path) -> None:
    write_annual(tmp_path, REPORT, update=False)
    edit(tmp_path, "数量: 211", "数量: 212 ")
    with pytest.raises(Refusal) as refused:
        write_annual(tmp_path, REPORT, update=False)
    assert refused.value.code == "plan-exists"
    assert annual_change(tmp_path, REPORT, update=True).was == (tmp_path / FILE).read_bytes()
    write_annual(tmp_path, REPORT, update=True)
    assert read_annual(tmp_path)[0][0].value == REPORT


def test_an_update_keeps_what_people_added(tmp_path: Path) -> None:
    write_annual(tmp_path, REPORT, update=False)
    edit(tmp_path, "待核: {单位: 原文没有标题}\n", "")
    edit(tmp_path, ", 待核: {数量: 原文是约数}}", "}\n  - {名称: 培训, 数量: 2, 计量: 次} # 手工")
    with (tmp_path / FILE).open("a", encoding="utf-8") as file:
        file.write(
            "# 表四照台账补\n表四:\n  行政复议: {结果维持: 1, 总计: 1}\n落实情况总结: {特色亮点: 建成专栏。}\n"
        )
    change = write_annual(tmp_path, replace(REPORT, other="无其他事项。"), update=True)
    told = [line for line in change.diff.splitlines() if line[:1] in "+-"]
    assert told[2:] == ["-其他需要报告的事项: 无。", "+其他需要报告的事项: 无其他事项。"]
    written = (tmp_path / FILE).read_text("utf-8")
    assert "# 表四照台账补" in written
    assert "特色亮点: 建成专栏。" in written


def test_what_the_document_says_is_put_beside_what_people_added() -> None:
    by_hand = Figure(name="培训", number=2, unit="次")
    old = replace(
        REPORT,
        doubts={},
        figures=(replace(POSTS, doubts={}), by_hand, Figure(name="旧", number=1, text="原文已无")),
        problems="手工补写。",
        table4=Disputes(review=Outcomes(upheld=1)),
    )
    new = replace(
        REPORT, body="另一局", figures=(replace(POSTS, number=210), Figure(name="新", number=3, text="三"))
    )
    kept = merged(old, new)
    assert kept.figures == (replace(POSTS, number=210), Figure(name="新", number=3, text="三"), by_hand)
    assert (kept.body, kept.problems, kept.doubts) == ("另一局", "手工补写。", {"单位": "原文没有标题"})
    assert isinstance(kept, Report)
    assert kept.table4 == old.table4


def test_the_form_is_that_of_the_year_the_file_is_named_by(lay: Lay) -> None:
    root = lay(
        {
            "data/annual/2020.yaml": "年度: 2020\n格式: 2019\n表三:\n  其他处理: {自然人: 1}\n",
            "data/annual/2021.yaml": "年度: 2021\n格式: 2021\n表三:\n  其他处理:\n    其他: {自然人: 1}\n",
            "data/annual/草稿.yaml": "年度: 2022\n格式: 2019\n",
        }
    )
    reports, problems = read_annual(root)
    assert [type(one.value) for one in reports] == [TrialReport, Report]
    assert [(one.file, one.at, one.code) for one in problems] == [
        ("data/annual/草稿.yaml", problems[0].at, "bad-choice")
    ]
    assert [form_of(year) for year in (2018, 2019, 2020, 2021, 2025)] == [*[TrialReport] * 3, Report, Report]


def test_reports_are_read_where_the_whole_workspace_is(lay: Lay) -> None:
    root = lay({FILE: "年度: 2021\n格式: 2021\n", "data/annual/2020.yaml": "年度: 二〇二〇\n"})
    workspace, problems = read_workspace(root)
    assert [one.file for one in workspace.annual] == [FILE]
    assert sorted(one.code for one in problems) == ["bad-number", "missing-key"]
    assert read_workspace(root, plans=[]) == (replace(workspace, annual=()), ())


@pytest.mark.parametrize(
    "report",
    [
        TrialReport(year=2019, form="2019", table3=TrialRequests(other_handling=Applicants(total=0))),
        Report(year=2021, form="2021", table4=Disputes()),
        Report(year=2021, form="2021", overview=" 首行空格\n\n- 像清单\n表二: 像键", body="甲: 乙"),
    ],
)
def test_what_is_written_reads_back(report: AnnualReport) -> None:
    assert convert(load(file_text(report)), type(report), "")[0] == report
    assert report.source is UNSET


def edit(root: Path, old: str, new: str) -> None:
    text = (root / FILE).read_text("utf-8")
    assert old in text
    (root / FILE).write_text(text.replace(old, new), "utf-8")
