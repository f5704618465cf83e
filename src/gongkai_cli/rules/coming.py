"""What falls due within some days: tasks, reporting windows, answers to the coordinator."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct

from gongkai_cli.model.plan import Window
from gongkai_cli.model.status import Light, PlanSummary, TaskStatus


class What(StrEnum):
    """What it is that falls due."""

    TASK = "task"
    WINDOW = "window"
    REPLY = "reply"


class Due(Struct, frozen=True, order=True):
    """A day, what falls due on it, and about which task or window."""

    day: date
    what: What
    name: str
    offices: tuple[str, ...] = ()


def coming(summary: PlanSummary, after: date, until: date) -> tuple[Due, ...]:
    """List what falls due after a day, up to and with another, the earliest first; what is done asks nothing."""
    found = (*_tasks(summary), *_windows(summary))
    return tuple(sorted(one for one in found if after < one.day <= until))


def _tasks(summary: PlanSummary) -> Iterator[Due]:
    for task in summary.tasks:
        if task.light is not Light.DONE:
            for day in dict.fromkeys((task.deadline.due, task.deadline.latest, *task.deadline.dues)):
                if day:
                    yield Due(day, What.TASK, task.task.id, task.answering)
            if reply := _reply(task):
                yield reply


def _windows(summary: PlanSummary) -> Iterator[Due]:
    """Windows for which somebody still has to file."""
    for window in summary.plan.windows:
        wanting = tuple(_wanting(summary, window))
        if wanting:
            yield Due(window.due, What.WINDOW, window.name, tuple(dict.fromkeys(wanting)))


def _wanting(summary: PlanSummary, window: Window) -> Iterator[str]:
    for task in summary.tasks:
        for filing in task.filing:
            if filing.window == window.name and not filing.state.is_filed:
                yield filing.office


def _reply(task: TaskStatus) -> Due | None:
    """Return the day by which the last demand on record has to be answered."""
    asked = next(
        (act for act in reversed(task.acts) if act.act in {"催办", "督办", "退回"} and act.reply_by), None
    )
    return (
        Due(asked.reply_by, What.REPLY, task.task.id, (asked.office,)) if asked and asked.reply_by else None
    )
