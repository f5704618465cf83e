"""Rows of a sheet that came back: whatever stands in them is read or told, never lost and never fatal."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.documents.block import Cell, Document, Paragraph, Row, Table
from gongkai_cli.lexicon.load import message
from gongkai_cli.lexicon.sheet import columns
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import StatusWord
from gongkai_cli.planimport.filled.entry import entries
from gongkai_cli.planimport.filled.sheet import filled

PLAN = Plan(
    id="p",
    title="方案",
    year=2021,
    tasks=(
        Task(id="1", requirement="甲"),
        Task(id="2-3", number="3", requirement="乙"),
        Task(id="3-3", number="3", requirement="丙"),
        Task(id="3-4", number="4", requirement="丁"),
    ),
)
HEADINGS = ("序号", "任务编号", "日期", "状态", "进展", "佐证标题", "佐证链接", "填报人")
texts = st.text(max_size=12)
statuses = st.sampled_from([*get_args(StatusWord), "进行中", " 已 完成 ", "完成了", ""])
days = st.sampled_from(["2021-09-28", "2021.9.28", "9月28日", "1月5日", "昨天", ""])
numbers = st.sampled_from(["1", "3", "4", "2-3", "３－４", "99", ""])
rows = st.lists(st.tuples(numbers, numbers, days, statuses, texts, texts, texts, texts), max_size=5)


def sheet(*lines: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> Document:
    table = Table(
        tuple(
            Row(tuple(map(Cell, line)), f"工作表“填报表”第{number}行")
            for number, line in enumerate((headings, *lines), 3)
        )
    )
    return Document(name="表.xlsx", sha256="", blocks=(table,))


@given(rows)
def test_every_row_is_read_or_told(lines: list[tuple[str, ...]]) -> None:
    read, problems = entries(filled(sheet(*lines)), PLAN, "表.xlsx")
    told = {one.at[0] for one in problems if isinstance(one.at, tuple)}
    for number, line in enumerate(lines, 4):
        says = any(text.strip() for text in line[3:7])
        assert not says or number in told | {one.row for one in read}
    assert all(message(one.code, one.about) for one in problems)


@given(rows)
def test_the_order_of_columns_does_not_matter(lines: list[tuple[str, ...]]) -> None:
    turned = sheet(*(line[::-1] for line in lines), headings=HEADINGS[::-1])
    assert entries(filled(turned), PLAN, "表")[0] == entries(filled(sheet(*lines)), PLAN, "表")[0]


@pytest.mark.parametrize(
    ("number", "identity", "task"),
    [
        ("1", "", "1"),
        ("１", "", "1"),
        ("4", "", "3-4"),
        ("3", "2-3", "2-3"),
        ("", "3－3", "3-3"),
        ("3", "", ""),  # two tasks were printed with this number
        ("99", "", ""),
        ("", "", ""),
        ("1", "99", ""),
    ],
)
def test_a_task_is_found_by_its_id_or_else_by_its_number(number: str, identity: str, task: str) -> None:
    line = (number, identity, "2021-09-28", "推进中", "甲", "", "", "")
    read, problems = entries(filled(sheet(line)), PLAN, "表")
    assert [one.task for one in read] == [task] * bool(task)
    assert bool(problems) == (not task)


def test_one_name_is_meant_for_all_rows_and_several_for_their_own() -> None:
    done = ("", "2021-09-28", "推进中", "甲", "", "")
    one = entries(filled(sheet(("1", *done, "演示"), ("4", *done, ""))), PLAN, "表")[0]
    two = entries(
        filled(sheet(("1", *done, "演示"), ("4", *done, "演示二"), ("2-3", *done, ""))), PLAN, "表"
    )[0]
    assert [entry.fields.get("填报人") for entry in one] == ["演示", "演示"]
    assert [entry.fields.get("填报人") for entry in two] == ["演示", "演示二", None]


def test_a_cell_merged_downwards_counts_for_its_rows_and_across_for_its_first_column() -> None:
    merged = Table(
        (
            Row(tuple(map(Cell, ("序号", "日期", "状态", "进展", "成效"))), "第3行"),
            Row((Cell("1"), Cell("2021-09-28", rowspan=2), Cell("推进中"), Cell("甲", colspan=2)), "第4行"),
            Row((Cell("4"), Cell("推进中"), Cell("乙"), Cell("丙")), "第5行"),
        )
    )
    read, _ = entries(filled(Document(name="表", sha256="", blocks=(merged,))), PLAN, "表")
    assert [(one.task, one.fields["日期"]) for one in read] == [("1", "2021-09-28"), ("3-4", "2021-09-28")]
    assert [one.fields.get("成效") for one in read] == [None, "丙"]


def test_several_pages_of_a_workbook_are_read_each_by_its_own_head() -> None:
    done = ("1", "", "2021-09-28", "推进中", "甲", "", "", "")
    blocks = (Paragraph("甲表", ""), *sheet(done).blocks, Paragraph("乙表", ""), *sheet(done).blocks)
    facts = Table((Row((Cell("计划"), Cell("p")), "第1行"), Row((Cell("部门"), Cell("某处")), "第2行")))
    document = Document(name="表", sha256="", blocks=(*blocks, Paragraph("台账信息", ""), facts))
    read = filled(document)
    assert read.facts == {"计划": "p", "部门": "某处"}
    assert len(entries(read, PLAN, "表")[0]) == 2


def test_what_has_no_head_of_ours_is_refused() -> None:
    with pytest.raises(Refusal):
        filled(sheet(("1", "甲"), headings=("序号", "内容")))


def test_every_column_is_known_by_its_other_names_and_no_two_share_one() -> None:
    names = [name for column in columns() for name in (column.name, *column.also)]
    assert len(names) == len(set(names))


def test_a_day_without_its_year_is_asked_for_where_two_would_do() -> None:
    line = ("1", "", "1月5日", "推进中", "甲", "", "", "")
    _, (problem,) = entries(filled(sheet(line)), PLAN, "表")
    assert (problem.code, problem.about["first"]) == ("row-which-year", str(date(2021, 1, 5)))
