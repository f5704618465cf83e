"""The workbook as a program that opens it finds it: what is locked, what may be chosen, how it is printed."""

import io
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from gongkai_cli.lexicon.sheet import columns
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.rules.summary import summarise
from gongkai_cli.store.read import read_workspace
from gongkai_cli.views.sheet.form import SPARE, Form, form_of
from gongkai_cli.views.sheet.look import height, wide_enough
from gongkai_cli.views.sheet.workbook import workbook

DAY = date(2021, 9, 20)


@pytest.fixture(scope="module")
def summary() -> PlanSummary:
    workspace, _ = read_workspace(Path(__file__).parents[2])
    return summarise(workspace, DAY, ["guangzhou-sports-2021"]).plans[0]


@pytest.fixture(scope="module")
def form(summary: PlanSummary) -> Form:
    made = form_of(summary, "办公室", DAY)
    assert made
    return made


@pytest.fixture(scope="module")
def book(form: Form) -> Workbook:
    return load_workbook(io.BytesIO(workbook(form)))


@pytest.fixture(scope="module")
def page(book: Workbook) -> Worksheet:
    return book.worksheets[0]


def test_what_the_office_leads_comes_before_what_it_supports(form: Form) -> None:
    assert [block.heading[:2] for block in form.blocks] == ["一、", "二、", "三、"]
    leads, supports, spare = ([row.get("分工", "") for row in block.rows] for block in form.blocks)
    assert all("牵头：" in one for one in leads)
    assert all("办公室" in one.partition("配合：")[2] or "各处室" in one for one in supports)
    assert spare == [""] * SPARE


def test_a_task_that_is_over_is_not_asked_for(summary: PlanSummary) -> None:
    (first, *rest) = summary.tasks
    closed = replace(summary, tasks=(replace(first, closed=True), *rest))
    office = first.answering[0]
    before, after = form_of(summary, office, DAY), form_of(closed, office, DAY)
    assert before
    assert after
    assert {first.task.id} == set(_ids(before)) - set(_ids(after))
    assert first.task.id in after.numbers


def test_what_was_sent_back_says_so(summary: PlanSummary, form: Form) -> None:
    returned = [row.task.id for row in summary.tasks if "退回待补报" in row.notes]
    last = {row["任务编号"]: row["上次进展"] for block in form.blocks for row in block.rows if row}
    assert returned
    assert [task for task, text in last.items() if text.endswith("\n退回待补报")] == returned


def test_only_what_is_to_be_filled_in_is_open(form: Form, page: Worksheet) -> None:
    assert page.protection.sheet
    fill = {column.name for column in columns() if column.fill}
    for row in page.iter_rows(min_row=4):
        begun = row[0].value is not None
        for cell, column in zip(row, form.columns, strict=True):
            spare = not begun and column.name == "序号"
            framed = cell.border.left.style is not None
            assert cell.protection.locked != (framed and (column.name in fill or spare)), cell.coordinate


def test_statuses_and_windows_are_chosen_and_days_lie_in_the_plan(book: Workbook, page: Worksheet) -> None:
    rules = {rule.promptTitle: rule for rule in page.data_validations.dataValidation}
    assert rules["状态"].formula1 == '"未启动,推进中,持续推进,已完成,未完成,不涉及"'
    assert rules["报送期"].formula1 == "'台账信息'!$E$1:$E$2"
    assert [book["台账信息"][place].value for place in ("E1", "E2")] == ["第三季度", "第四季度"]
    assert rules["日期"].type == "date"
    assert (rules["日期"].formula1, rules["日期"].formula2) == ("44197", "44651")
    assert all(
        rule.showErrorMessage for name, rule in rules.items() if name in {"状态", "报送期", "日期", "序号"}
    )


def test_where_it_belongs_is_hidden(book: Workbook) -> None:
    assert [sheet.sheet_state for sheet in book] == ["visible", "visible", "hidden"]
    facts = {row[0].value: row[1].value for row in book["台账信息"].iter_rows(max_row=4)}
    assert facts == {
        "计划": "guangzhou-sports-2021",
        "部门": "办公室",
        "截至": "2021-09-20",
        "报送期": "第三季度",
    }


def test_it_is_printed_across_with_its_head_on_each_page(page: Worksheet) -> None:
    assert page.page_setup.orientation == "landscape"
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert page.print_title_rows == "$3:$3"
    assert page.freeze_panes == "D4"


def test_the_same_sheet_is_the_same_bytes(form: Form, book: Workbook) -> None:
    data = workbook(form)
    assert data == workbook(form)
    assert {one.date_time for one in ZipFile(io.BytesIO(data)).infolist()} == {(2021, 9, 20, 0, 0, 0)}
    assert book.properties.created == book.properties.modified == datetime(2021, 9, 20)  # noqa: DTZ001  no zone


def test_no_text_is_a_formula(summary: PlanSummary) -> None:
    first, *rest = summary.tasks
    wild = replace(first, task=replace(first.task, requirement="=1+1\x07", section="#N/A"))
    made = form_of(replace(summary, tasks=(wild, *rest)), first.answering[0], DAY)
    assert made
    page = load_workbook(io.BytesIO(workbook(made))).worksheets[0]
    cells = {cell.value: cell.data_type for row in page.iter_rows() for cell in row}
    assert cells["=1+1"] == cells["#N/A"] == "s"


def test_an_id_that_looks_like_a_day_stays_what_it_is(summary: PlanSummary) -> None:
    first, *rest = summary.tasks
    numbered = replace(first, task=replace(first.task, id="2-3", number="3"))
    plan = replace(summary.plan, tasks=(numbered.task, *(row.task for row in rest)))
    made = form_of(replace(summary, plan=plan, tasks=(numbered, *rest)), first.answering[0], DAY)
    assert made
    page = load_workbook(io.BytesIO(workbook(made))).worksheets[0]
    assert [cell.value for cell in page[3][:2]] == ["序号", "任务编号"]
    assert [(cell.value, cell.number_format) for cell in page[5][:2]] == [(3, "General"), ("2-3", "@")]


@pytest.mark.parametrize(
    ("text", "least"),
    [("", 3), ("字" * 18, 3), ("字" * 160, 8), ("“字”" * 50, 7), ("a" * 400, 8), ("字\n" * 9, 9)],
)
def test_a_row_is_as_high_as_its_text_is_long(text: str, least: int) -> None:
    assert height([(text, 44), ("", 10)]) >= least * 13.5


def test_text_of_any_length_leaves_a_row_excel_can_show() -> None:
    assert height([("字" * 9000, 44)]) <= 409


def test_a_long_requirement_gets_a_wider_column() -> None:
    assert wide_enough(["字" * 500], 44) == 44
    width = wide_enough(["字", "字" * 900], 44)
    assert height([("字" * 900, width)]) <= 409
    assert width > 44


def test_the_guide_shows_in_full(book: Workbook) -> None:
    guide = book["填写说明"]
    texts = {row[0].row: row[0].value for row in guide.iter_rows(min_row=2)}
    for row, text in texts.items():
        lines = -(-len(text.encode("gbk")) // 84)  # cells of 12 points in a column of this width
        assert guide.row_dimensions[row].height >= lines * 16


def _ids(form: Form) -> list[str]:
    return [row["任务编号"] for block in form.blocks for row in block.rows if row]
