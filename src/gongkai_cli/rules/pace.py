"""How the work of a year went on: what was done by the end of each month."""

from datetime import date

from msgspec import UNSET

from gongkai_cli.model.plan import Plan
from gongkai_cli.model.status import Light, PlanSummary, Status, TaskStatus
from gongkai_cli.rules.period import months, year_end


def done_by_month(summary: PlanSummary, as_of: date) -> tuple[int | None, ...]:
    """Count for each month of the plan's year the tasks done by its end; None for months that have not begun.

    By today's knowledge: a task sent back since does not count as done in between. What was done after the year counts
    in its last month, so that the last figure is the number of tasks done.
    """
    days = [_done(task, summary.plan, as_of) for task in summary.tasks if _counts(task)]
    year = year_end(summary.plan.year).year
    return tuple(_by(days, year, month, as_of) for month in range(1, 13))


def _counts(task: TaskStatus) -> bool:
    return task.light is Light.DONE and task.status is not Status.NOT_APPLICABLE


def _done(task: TaskStatus, plan: Plan, as_of: date) -> date:
    """Tell the day a task was done: as its offices said, else as it was closed, else as it was issued."""
    closed = [act.day for act in task.acts if act.act == "销号"]
    if task.done_since or closed:
        return task.done_since or closed[-1]
    if task.status is not Status.DONE:  # kept up through its year
        return min(as_of, year_end(plan.year))
    return date(year_end(plan.year).year, 1, 1) if plan.issued is UNSET else min(as_of, plan.issued)


def _by(days: list[date], year: int, month: int, as_of: date) -> int | None:
    period = months(year, month, month)
    if period.start > as_of:
        return None
    return len(days) if month == 12 else sum(day <= period.end for day in days)
