"""An office's own tasks in the order in which it should see to them: what it still has to file comes first."""

from datetime import date

from msgspec import Struct

from gongkai_cli.model.plan import Window
from gongkai_cli.model.record import Record
from gongkai_cli.model.status import FilingState, Light, PlanSummary, TaskStatus
from gongkai_cli.rules.windows import current

_URGENCY = (Light.RED, Light.YELLOW, Light.GREEN, Light.GREY, Light.DONE)


class OwnTask(Struct, frozen=True):
    """A task as one office sees it: how it stands, its filing for the open window, its own last record."""

    row: TaskStatus
    filing: FilingState | None
    last: Record | None

    @property
    def owed(self) -> bool:
        """Whether the office still has to file for the open window."""
        return self.filing is not None and not self.filing.is_filed


class OwnTasks(Struct, frozen=True):
    """The tasks an office has a part in, and the window that has to be filed next; None where the plan sets none."""

    office: str
    window: Window | None
    tasks: tuple[OwnTask, ...]


def own_tasks(summary: PlanSummary, office: str, as_of: date) -> OwnTasks:
    """Gather an office's tasks: those it owes first, then by light, else in printed order."""
    window = current(summary.plan.windows, as_of)
    rows = [row for row in summary.tasks if any(one.office == office for one in row.offices)]
    own = [_own(row, office, window) for row in rows]
    own.sort(key=lambda one: (not one.owed, _URGENCY.index(one.row.light)))
    return OwnTasks(office, window, tuple(own))


def own_task(summary: PlanSummary, office: str, task: str, as_of: date) -> OwnTask:
    """Show one task as an office sees it, be it the office's own or not."""
    row = next(row for row in summary.tasks if row.task.id == task)
    return _own(row, office, current(summary.plan.windows, as_of))


def _own(row: TaskStatus, office: str, window: Window | None) -> OwnTask:
    filed = (one for one in row.filing if one.office == office)
    states = (one.state for one in filed if window and one.window == window.name)
    last = next((one.record for one in reversed(row.said) if one.office == office), None)
    return OwnTask(row, next(states, None), last)
