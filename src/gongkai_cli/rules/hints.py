"""What a clerk who is about to file a record may have forgotten; nothing that would be wrong in a ledger."""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.plan import Plan, Task, Window
from gongkai_cli.model.problem import Problem
from gongkai_cli.model.record import Record
from gongkai_cli.rules.duty import duty
from gongkai_cli.rules.roster import Roster
from gongkai_cli.rules.windows import current, windows_of

_WANT_PROGRESS = {"推进中", "持续推进", "已完成"}


def strangers(task: Task, office: str, known: Roster) -> Iterator[Problem]:
    """Tell an office that files for a task which names others: the number may be another task's."""
    roles = duty(task, known).roles
    if roles and office not in roles and office != known.coordinator:
        about = {"task": task.id, "office": office, "offices": "、".join(roles)}
        yield Problem("", (), "no-part", about)


def hints(record: Record, plan: Plan) -> Iterator[Problem]:
    """Tell what a record leaves unsaid: what was done, and for which window."""
    if record.status in _WANT_PROGRESS and not record.progress:
        yield Problem("", (), "no-progress", {"value": record.status})
    window = None if record.window or record.corrects is not UNSET else open_window(plan, record.day)
    if window:
        yield Problem("", (), "window-open", {"value": record.day.isoformat(), "window": window.name})


def open_window(plan: Plan, day: date) -> Window | None:
    """Return the window one would file for on a day that lies in none: in January, the last of the year.

    None where the day lies in a window, or the plan sets none.
    """
    if not plan.windows or any(one.start <= day <= one.end for one in plan.windows):
        return None
    return current(windows_of(plan), day)
