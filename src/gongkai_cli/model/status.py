"""How a plan stands on a day: the result of `rules.summarise`, the input of every view and report."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from gongkai_cli.model.deadline import Deadline
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.record import Act, Record


class Status(StrEnum):
    """What the office that answers for a task last said of it."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_DONE = "not_done"
    NOT_APPLICABLE = "not_applicable"


class Light(StrEnum):
    """How a task stands against its deadline."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    GREY = "grey"
    DONE = "done"


class FilingState(StrEnum):
    """How an office stands with one reporting window (本期报送) on one task."""

    NOT_DUE = "未到期"
    MISSING = "未报"
    FILED = "已报"
    LATE = "迟报"
    RETURNED = "退回"

    @property
    def is_filed(self) -> bool:
        """Whether the office has filed, be it late."""
        return self in {FilingState.FILED, FilingState.LATE}


class Filing(Struct, frozen=True):
    """One office's filing on one task for one window."""

    window: str
    office: str
    state: FilingState


class Said(Struct, frozen=True):
    """A record that counts, with the office whose ledger it is in."""

    office: str
    record: Record


class OfficeState(Struct, frozen=True):
    """What one office of a task last said; `answers` if its word is the task's status."""

    office: str
    role: str
    answers: bool
    status: Status
    last: date | None = None


class TaskStatus(Struct, frozen=True, kw_only=True):
    """One task on a day. `reason` says the light in words; `notes` are flags such as 缺佐证, 待销号, 口径待核.

    `said` holds the records that count (not replaced by a 更正), all offices, by date; `acts` the supervision.
    `done_since`: since when all that answer say it is done; `silent`: those without a word for the last closed period.
    """

    task: Task
    deadline: Deadline
    status: Status
    light: Light
    reason: str
    days_late: int = 0
    silent: tuple[str, ...] = ()
    done_since: date | None = None
    closed: bool = False
    notes: tuple[str, ...] = ()
    offices: tuple[OfficeState, ...] = ()
    said: tuple[Said, ...] = ()
    acts: tuple[Act, ...] = ()
    filing: tuple[Filing, ...] = ()

    @property
    def answering(self) -> tuple[str, ...]:
        """The offices whose word is the task's status."""
        return tuple(one.office for one in self.offices if one.answers)


class PlanSummary(Struct, frozen=True, kw_only=True):
    """One plan on a day: a status for every task of it, in printed order.

    `unclear` lists names that mean nobody in particular (待明确) with the ids of the tasks that name them.
    """

    plan: Plan
    totals: dict[Light, int]
    tasks: tuple[TaskStatus, ...]
    unclear: dict[str, tuple[str, ...]]


class Summary(Struct, frozen=True, kw_only=True):
    """The plans asked for, as of a day."""

    as_of: date
    plans: tuple[PlanSummary, ...]
