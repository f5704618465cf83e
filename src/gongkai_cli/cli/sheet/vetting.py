"""Every check that concerns the records a sheet adds, told at their rows; and what a clerk may have missed."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import UNSET, Struct

from gongkai_cli.cli.record.offered import Offer
from gongkai_cli.lexicon.load import words
from gongkai_cli.lexicon.sheet import DAY, NUMBER, STATUS
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.problem import Problem
from gongkai_cli.model.record import Ledger, Record
from gongkai_cli.model.workspace import Sourced, Workspace
from gongkai_cli.rules import checks
from gongkai_cli.rules.duty import duty
from gongkai_cli.rules.roster import roster
from gongkai_cli.rules.windows import quarters
from gongkai_cli.store.paths import ledger_file

_WITHOUT_PROGRESS = {"未启动", "未完成", "不涉及"}


class Line(Struct, frozen=True):
    """A row of a sheet as a record, with the evidence that comes with it."""

    row: int
    record: Record
    offered: tuple[Offer, ...]


class Vetting(Struct, frozen=True):
    """Whose records are looked at; `window` is the one the sheet was sent out for, "" where none."""

    workspace: Workspace
    plan: Plan
    office: str
    window: str

    def problems(
        self, file: str, before: Sequence[Record], lines: Sequence[Line], day: date
    ) -> Iterator[Problem]:
        """Tell what is wrong with the new records, and what their office may want to look at again."""
        ours = ledger_file(self.plan.id, self.office)
        for one in checks.run(self._with(before, lines), day):
            if one.file == ours and isinstance(one.at, tuple):
                yield from _at_its_row(one, file, lines, len(before))
        for line in lines:
            for column, code, about in self._hints(line.record, before):
                yield Problem(file, (line.row, column), code, about)

    def _with(self, before: Sequence[Record], lines: Sequence[Line]) -> Workspace:
        """Return the workspace as it would be, of ledgers only this one."""
        records = (*before, *(line.record for line in lines))
        ledger = Ledger(plan=self.plan.id, office=self.office, records=records)
        kept = [one.kept for line in lines for one in line.offered if one.kept]
        return Workspace(
            config=self.workspace.config,
            plans=self.workspace.plans,
            ledgers=(Sourced(ledger_file(self.plan.id, self.office), ledger),),
            digests={one.file: one.sha256 for one in kept},
        )

    def _hints(self, record: Record, before: Sequence[Record]) -> Iterator[tuple[str, str, dict[str, str]]]:
        day = record.day.isoformat()
        if record.status not in _WITHOUT_PROGRESS and not record.progress:
            yield STATUS, "row-no-progress", {"value": record.status}
        if record.corrects is UNSET and any(_same_day(one, record) for one in before):
            yield DAY, "row-same-day", {"task": record.task, "value": day}
        if record.task not in self._own():
            yield NUMBER, "row-not-theirs", {"task": record.task, "office": self.office}
        yield from self._other_window(record)

    def _other_window(self, record: Record) -> Iterator[tuple[str, str, dict[str, str]]]:
        """Tell a day outside the window the sheet was sent out for."""
        windows = self.plan.windows or quarters(self.plan.year)
        asked = next((one for one in windows if one.name == self.window), None)
        if asked and not record.window and not asked.start <= record.day <= asked.end:
            about = {"start": asked.start.isoformat(), "end": asked.end.isoformat(), "window": asked.name}
            yield DAY, "row-window", about | {"value": record.day.isoformat()}

    def _own(self) -> set[str]:
        """List the tasks the office has a part in, and those that nobody has."""
        known = roster(self.workspace.config, self.plan)
        duties = {task.id: duty(task, known).roles for task in self.plan.tasks}
        return {task for task, roles in duties.items() if self.office in roles or not roles}


def at_row(problem: Problem, file: str, row: int) -> Problem:
    """Tell a problem of a record (its key path) at the row and the column it came from."""
    path = problem.at if isinstance(problem.at, tuple) else ()
    column = words("sheet")["键与列"].get(path[0], path[0]) if path else ""
    return Problem(file, (row, column), problem.code, problem.about)


def _at_its_row(problem: Problem, file: str, lines: Sequence[Line], first: int) -> Iterator[Problem]:
    """Tell a problem of the ledger at its row; nothing for one of the records before."""
    key, *path = problem.at if isinstance(problem.at, tuple) else ()
    if key == "部门":
        yield Problem(file, (), problem.code, problem.about)
    elif key == "记录" and path and int(path[0]) >= first:
        inner = Problem(file, tuple(path[1:]), problem.code, problem.about)
        yield at_row(inner, file, lines[int(path[0]) - first].row)


def _same_day(one: Record, other: Record) -> bool:
    return one.task == other.task and one.day == other.day
