"""What an office still has to report on: its open tasks, those it leads apart from those it supports."""

from msgspec import Struct

from gongkai_cli.model.status import PlanSummary, Said, Status, TaskStatus
from gongkai_cli.rules.reasons import note, role

_OVER = {Status.DONE, Status.NOT_APPLICABLE}


class Agenda(Struct, frozen=True):
    """One office's open tasks, in printed order: those it answers for or leads, and those it supports."""

    leads: tuple[TaskStatus, ...]
    supports: tuple[TaskStatus, ...]


def agenda(summary: PlanSummary, office: str) -> Agenda:
    """Choose the tasks an office has a part in and that are not over for it.

    A task is over for an office that said it is done, unless evidence is still wanted, and for all once it is closed.
    """
    parts = {row.task.id: _part(row, office) for row in summary.tasks if _is_open(row, office)}
    mine = [row for row in summary.tasks if parts.get(row.task.id)]
    supports = tuple(row for row in mine if parts[row.task.id] == role("support"))
    return Agenda(tuple(row for row in mine if row not in supports), supports)


def last_word(row: TaskStatus, office: str) -> Said | None:
    """Return what an office last said of a task."""
    return next((said for said in reversed(row.said) if said.office == office), None)


def _part(row: TaskStatus, office: str) -> str:
    """Name the office's part; "" for one that has none and only spoke up."""
    part = next((one.role for one in row.offices if one.office == office), "")
    return "" if part == role("other") else part


def _is_open(row: TaskStatus, office: str) -> bool:
    if row.closed or row.task.not_applicable:
        return False
    state = next((one for one in row.offices if one.office == office), None)
    if state is None or state.status not in _OVER:
        return state is not None
    return state.answers and state.status is Status.DONE and note("no-evidence") in row.notes
