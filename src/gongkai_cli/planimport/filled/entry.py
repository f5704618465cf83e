"""A row of a sheet that came back → what a ledger would say; and what of it cannot be said.

Only the way of writing is put right (blanks, full-width digits, another word for a status, the form of a day); what
could mean two things is a problem of its row.
"""

from collections.abc import Iterator
from typing import Any, get_args

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.lexicon.sheet import (
    CORRECTS,
    COUNTS,
    DAY,
    ID,
    LINKS,
    NUMBER,
    REQUIREMENT,
    STATUS,
    TITLES,
    columns,
    squeezed,
)
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.problem import Problem
from gongkai_cli.model.record import StatusWord
from gongkai_cli.planimport.filled.day import days
from gongkai_cli.planimport.filled.evidence import counted, linked
from gongkai_cli.planimport.filled.sheet import Filled, Row


class Entry(Struct, frozen=True):
    """A row as a ledger says it: keys of a record, evidence as `record --evidence` takes it.

    `titles` are left over for the files that come with the row.
    """

    row: int
    fields: dict[str, Any]
    evidence: tuple[str, ...]
    titles: tuple[str, ...]

    @property
    def task(self) -> str:
        """The id of the task."""
        return str(self.fields["任务"])


def is_filled(sheet: Filled) -> bool:
    """Say whether any row of a sheet says something."""
    return any(map(_filled, sheet.rows))


def task_named(plan: Plan, text: str) -> Task | None:
    """Find a task by its id, else by its printed number where only one task has it."""
    found = [task for task in plan.tasks if task.id == text]
    found = found or [task for task in plan.tasks if task.number == text]
    return found[0] if len(found) == 1 else None


def entries(sheet: Filled, plan: Plan, file: str) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Read the rows that are filled in; problems say the row and the column."""
    problems: list[Problem] = []
    shared = _shared(sheet)
    found = []
    for row in sheet.rows:
        said = _filled(row)
        if not said.keys() - set(words("sheet")["不算填"]):
            problems += _only(row, said, file)
            continue
        reader = _Reader(row, plan, file)
        entry = reader.entry(shared | said)
        problems += reader.problems
        if entry:
            found.append(entry)
    return tuple(found), tuple(problems)


def _filled(row: Row) -> dict[str, str]:
    fill = {column.name for column in columns() if column.fill}
    return {name: text for name, text in row.cells.items() if name in fill}


def _only(row: Row, said: dict[str, str], file: str) -> Iterator[Problem]:
    """Tell of a row in which the day was filled in and nothing else: names may be filled in all the way down."""
    if DAY in said:
        yield Problem(file, (row.number, DAY), "row-only-day")


def _shared(sheet: Filled) -> dict[str, str]:
    """Return the names that stand once and are meant for all rows."""
    shared = {}
    for column in words("sheet")["一人通填"]:
        names = {row.cells[column] for row in sheet.rows if column in row.cells}
        if len(names) == 1:
            shared[column] = names.pop()
    return shared


class _Reader:
    """Reads one row, and notes what is wrong with it."""

    def __init__(self, row: Row, plan: Plan, file: str) -> None:
        self.row, self.plan, self.file = row, plan, file
        self.problems: list[Problem] = []

    def entry(self, said: dict[str, str]) -> Entry | None:
        """Return what the row says; None where its task or its day is not known."""
        task = self._task()
        day = self._day(DAY, said.pop(DAY, ""))
        corrects = self._day(CORRECTS, said.pop(CORRECTS)) if CORRECTS in said else ""
        links, titles = self._evidence(said.pop(LINKS, ""), said.pop(TITLES, ""))
        counts = self._counts(said.pop(COUNTS, ""))
        status = self._status(said.pop(STATUS, ""))
        if not task or not day or not status:
            return None
        fields = {"日期": day, "任务": task.id, "状态": status, **said, "计数": counts, "更正": corrects}
        return Entry(self.row.number, {key: value for key, value in fields.items() if value}, links, titles)

    def _note(self, column: str, code: str, **about: str) -> None:
        self.problems.append(Problem(self.file, (self.row.number, column), code, about))

    def _task(self) -> Task | None:
        column = ID if ID in self.row.cells else NUMBER
        text = squeezed(self.row.cells.get(column, ""))
        if not text:
            self._note(NUMBER, "row-missing", key=NUMBER)
            return None
        task = task_named(self.plan, text)
        if task is None:
            self._note(column, "row-no-task", value=text)
            return None
        self._compare(task)
        return task

    def _compare(self, task: Task) -> None:
        """Tell a row whose number belongs to one task and whose text to another: half of the sheet was sorted."""
        text = squeezed(self.row.cells.get(REQUIREMENT, ""))
        if text and text != squeezed(task.requirement):
            other = next((one for one in self.plan.tasks if squeezed(one.requirement) == text), None)
            if other:
                self._note(NUMBER, "row-mixed", task=task.id, other=other.id)

    def _day(self, column: str, text: str) -> str:
        found = days(text, self.plan.year)
        if len(found) == 1:
            return found[0].isoformat()
        if not text:
            self._note(column, "row-missing", key=column)
        elif found:
            self._note(column, "row-which-year", value=text, first=str(found[0]), second=str(found[1]))
        else:
            self._note(column, "row-no-day", value=text)
        return ""

    def _status(self, text: str) -> str:
        """Say a status in the ledger's word."""
        if not text:
            self._note(STATUS, "row-missing", key=STATUS)
            return ""
        plain = squeezed(text).rstrip("。.，,；;")
        others = words("sheet")["状态又称"]
        meant = next((word for word, also in others.items() if plain in also), plain)
        if meant not in get_args(StatusWord):
            self._note(STATUS, "row-no-status", value=text, known="、".join(get_args(StatusWord)))
            return ""
        if meant != plain:
            self._note(STATUS, "row-status-read", value=plain, meant=meant)
        return meant

    def _counts(self, text: str) -> dict[str, str]:
        counts, wrong = counted(text)
        for one in wrong:
            self._note(COUNTS, "bad-count", value=one)
        return counts

    def _evidence(self, links: str, titles: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        found, left, wrong = linked(links, titles)
        for one in wrong:
            self._note(LINKS, "row-no-link", value=one)
        return tuple(found), tuple(left)
