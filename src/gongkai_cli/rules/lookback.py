"""回头看: which tasks of last year's plan are looked at again, and what came of each.

The upper notices ask for tasks that have both a clear owner and a deadline (有明确责任主体和时限要求的), one by one.
"""

from enum import StrEnum

from msgspec import Struct

from gongkai_cli.model.deadline import Kind
from gongkai_cli.model.status import Light, PlanSummary, Status, TaskStatus
from gongkai_cli.rules.reasons import note

_NO_DEADLINE = {Kind.UNKNOWN, Kind.DISPATCH, Kind.CONDITIONAL}
"""What is written without a deadline is due by the year's end (data-model: unspecified)."""


class Finding(StrEnum):
    """What looking back at a task found."""

    CARRIED_OUT = "carried_out"
    UNPROVEN = "unproven"
    NOT_APPLICABLE = "not_applicable"
    UNDER_WAY = "under_way"
    NOT_CARRIED_OUT = "not_carried_out"


class Lookback(Struct, frozen=True):
    """The tasks of a plan, each in one of these: looked at, with what was found, or left out for what it lacks."""

    examined: tuple[tuple[TaskStatus, Finding], ...]
    without_office: tuple[TaskStatus, ...]
    without_deadline: tuple[TaskStatus, ...]


def look_back(summary: PlanSummary) -> Lookback:
    """Part the tasks of a plan; one that is done is looked at, whatever its deadline says."""
    homeless = tuple(task for task in summary.tasks if not task.answering)
    housed = [task for task in summary.tasks if task.answering]
    vague = tuple(
        task for task in housed if task.deadline.kind in _NO_DEADLINE and task.light is not Light.DONE
    )
    examined = tuple((task, finding(task)) for task in housed if task not in vague)
    return Lookback(examined, homeless, vague)


def finding(task: TaskStatus) -> Finding:
    """Say what came of a task."""
    if task.status is Status.NOT_APPLICABLE:
        return Finding.NOT_APPLICABLE
    if task.light is not Light.DONE:
        return Finding.NOT_CARRIED_OUT if task.light is Light.RED else Finding.UNDER_WAY
    return Finding.UNPROVEN if note("no-evidence") in task.notes else Finding.CARRIED_OUT
