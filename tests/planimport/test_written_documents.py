"""Plans written as Word, Excel and web documents and as text, cells merged or blank at random, are read as drawn."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import HEADINGS, TITLE, Told, told_tasks

from gongkai_cli.documents.read import read
from gongkai_cli.planimport.draft import Draft, plan_from
from writers import WRITERS
from writers.page import Page, Table, table

SECTION, LEAD, SUPPORT, DEADLINE = 1, 3, 4, 5
_FIELD = {LEAD: "牵头", SUPPORT: "配合", DEADLINE: "完成时限"}


class Drawn(NamedTuple):
    """A plan as drawn, and for each task the fields a person must confirm, for they were left blank."""

    tasks: list[Told]
    page: Page
    doubts: list[set[str]]


@st.composite
def drawn_plans(draw: st.DrawFn) -> Drawn:
    """Draw a plan whose tasks often share offices and deadlines, and how equal cells are written."""
    tasks = [*draw(told_tasks())]
    for number in range(1, len(tasks)):
        tasks[number] = _like(draw, tasks[number], tasks[number - 1])
    rows, doubts = _rows(draw, tasks)
    return Drawn(tasks, Page((TITLE, *_tables(draw, rows))), doubts)


@pytest.mark.parametrize("form", ["docx", "xlsx", "html"])
@given(drawn=drawn_plans())
@settings(max_examples=80, deadline=None)
def test_what_was_written_is_read(form: str, drawn: Drawn, tmp_path_factory: pytest.TempPathFactory) -> None:
    draft = imported(form, drawn.page, tmp_path_factory.getbasetemp())
    assert_as_drawn(draft, drawn)
    assert [set(task.doubts) & {*_FIELD.values()} for task in draft.plan.tasks] == drawn.doubts


@given(drawn=drawn_plans())
@settings(max_examples=80, deadline=None)
def test_text_with_its_merged_cells_filled_is_read(
    drawn: Drawn, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = drawn.page._replace(ways=frozenset({"补全"}))
    draft = imported("txt", page, tmp_path_factory.getbasetemp())
    assert_as_drawn(draft, drawn)
    assert [set(task.doubts) & {*_FIELD.values()} for task in draft.plan.tasks] == drawn.doubts


@given(drawn=drawn_plans())
@settings(max_examples=40, deadline=None)
def test_text_with_its_merged_cells_blank_is_read_and_marked(
    drawn: Drawn, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A merged cell that became a blank one can only be inferred, so it is marked like any blank cell."""
    draft = imported("txt", drawn.page, tmp_path_factory.getbasetemp())
    assert_as_drawn(draft, drawn)
    for task, doubts in zip(draft.plan.tasks, drawn.doubts, strict=True):
        assert doubts <= set(task.doubts)


@given(drawn=drawn_plans())
@settings(max_examples=15, deadline=None)
def test_printed_pages_are_read(drawn: Drawn, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A merged cell that goes on over the page is blank there, so more may be marked than was left blank."""
    page = drawn.page._replace(ways=frozenset({"短页", "表头重复"}))
    draft = imported("pdf", page, tmp_path_factory.getbasetemp())
    assert_as_drawn(draft, drawn)
    for task, doubts in zip(draft.plan.tasks, drawn.doubts, strict=True):
        assert doubts <= set(task.doubts)


def imported(form: str, page: Page, folder: Path) -> Draft:
    path = folder / f"drawn.{form}"
    path.write_bytes(WRITERS[form](page))
    return plan_from(read(path), id="drawn")


def assert_as_drawn(draft: Draft, drawn: Drawn) -> None:
    assert draft.plan.title == TITLE
    assert [
        (task.chapter, task.section, task.requirement, task.lead, task.support, task.deadline)
        for task in draft.plan.tasks
    ] == [tuple(task) for task in drawn.tasks]
    assert [task.id for task in draft.plan.tasks] == [
        str(number) for number in range(1, len(drawn.tasks) + 1)
    ]
    assert draft.leftover == ()
    assert draft.account.lost == ""


# --- drawing -----------------------------------------------------------------------------------------------


def _like(draw: st.DrawFn, task: Told, before: Told) -> Told:
    """Give a task the offices or the deadline of the task above now and then."""
    if draw(st.booleans()):
        task = task._replace(lead=before.lead, support=before.support)
    return task._replace(deadline=before.deadline) if draw(st.booleans()) else task


def _rows(draw: st.DrawFn, tasks: Sequence[Told]) -> tuple[list[list[str]], list[set[str]]]:
    """Write a row for each chapter and task; a cell that says what the one above says is merged, blank or repeated."""
    rows: list[list[str]] = []
    doubts: list[set[str]] = []
    before = Told("", "", "", (), (), "")
    for number, task in enumerate(tasks, 1):
        if task.chapter != before.chapter:
            rows.append([task.chapter, *["<"] * (len(HEADINGS) - 1)])
        full = [str(number), task.section, task.requirement, *_duty(task), task.deadline]
        new = (task.chapter, task.section) != (before.chapter, before.section)
        rows.append(full if new else _shortened(draw, full, before))
        above = doubts[-1] if doubts and not new else set()
        inferred = {field for column, field in _FIELD.items() if _inferred(rows[-1], column, above)}
        doubts.append(
            inferred if task.support else inferred - {_FIELD[SUPPORT]}
        )  # nobody is nothing to confirm
        before = task
    return rows, doubts


def _duty(task: Told) -> list[str]:
    return ["、".join(task.lead), "、".join(task.support) or "无"]


def _shortened(draw: st.DrawFn, full: list[str], before: Told) -> list[str]:
    """Merge or blank cells that repeat the row above; the two cells of offices are blanked together."""
    row = [*full]
    row[SECTION] = draw(st.sampled_from(["^", "", full[SECTION]]))
    if full[LEAD : SUPPORT + 1] == _duty(before):
        row[LEAD : SUPPORT + 1] = draw(st.sampled_from([["^", "^"], ["", ""], full[LEAD : SUPPORT + 1]]))
    if full[DEADLINE] == before.deadline:
        row[DEADLINE] = draw(st.sampled_from(["^", "", full[DEADLINE]]))
    return row


def _inferred(row: Sequence[str], column: int, above: set[str]) -> bool:
    """Whether a cell was left blank, or is merged with one that was."""
    return row[column] == "" or (row[column] == "^" and _FIELD[column] in above)


def _tables(draw: st.DrawFn, rows: list[list[str]]) -> list[Table]:
    """Write one table, or two where a page cut it, the heading repeated or not, or a heading of two rows."""
    head = [[*HEADINGS]]
    if draw(st.booleans()):
        head = [
            [*HEADINGS[:LEAD], "责任分工", "<", HEADINGS[DEADLINE]],
            [*["^"] * LEAD, *HEADINGS[LEAD:DEADLINE], "^"],
        ]
    cuts = [place for place, row in enumerate(rows) if place and not {"^", ""} & {*row}]
    if not cuts or not draw(st.booleans()):
        return [table([*head, *rows], len(head))]
    cut = draw(st.sampled_from(cuts))
    again = head if draw(st.booleans()) else []
    return [table([*head, *rows[:cut]], len(head)), table([*again, *rows[cut:]], len(again))]
