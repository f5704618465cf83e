"""催办通知: what one office has let become late, and by when to answer. Lists the tasks of `basis.acts`."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct, field

from gongkai_cli.model.status import TaskStatus
from gongkai_cli.rules.late import windows_owed
from gongkai_cli.rules.reasons import say
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.chapters import SHORT
from gongkai_cli.views.word.chart.data import Chart
from gongkai_cli.views.word.listing import ensure_listed
from gongkai_cli.views.word.phrase import day_words, shortened
from gongkai_cli.views.word.sender import Sender, sender
from gongkai_cli.views.word.supervision import number_of, task_of
from gongkai_cli.views.word.wording import deadline_words, standing


class Owed(Struct, frozen=True, kw_only=True):
    """A task an office is reminded of."""

    id: str = field(name="编号")
    requirement: str = field(name="具体要求")
    deadline: str = field(name="时限")
    state: str = field(name="当前状态")


class Notice(Struct, frozen=True, kw_only=True):
    """The reminder: to whom, of what, to be answered by when."""

    number: str = field(name="编号")
    office: str = field(name="部门")
    count: int = field(name="事项数")
    tasks: tuple[Owed, ...] = field(name="事项")
    demand: str = field(name="办理要求")
    reply_by: str = field(name="反馈时限")


PARTS = (Sender, Notice)


def context(basis: Basis) -> tuple[Struct, ...]:
    """Find the words of the reminder."""
    first = basis.acts[0]
    tasks = tuple(_owed(task_of(basis, act), act.office, basis.summary.plan.year) for act in basis.acts)
    notice = Notice(
        number=number_of(first),
        office=first.office,
        count=len(tasks),
        tasks=tasks,
        demand=first.demand,
        reply_by=day_words(first.reply_by) if first.reply_by else "",
    )
    return sender(basis), notice


def charts(basis: Basis) -> Mapping[str, Chart]:  # noqa: ARG001  one signature for all kinds
    """Hold no chart."""
    return {}


def ensure(body: Any, basis: Basis) -> None:
    """Refuse a reminder whose table lacks a task."""
    ensure_listed(body, [act.task for act in basis.acts])


def _owed(status: TaskStatus, office: str, year: int) -> Owed:
    return Owed(
        id=status.task.id,
        requirement=shortened(status.task.requirement, SHORT),
        deadline=deadline_words(status, year),
        state="；".join(_states(status, office)),
    )


def _states(status: TaskStatus, office: str) -> Iterator[str]:
    """How the task stands, then the windows that want a record, unless that is what it stands for."""
    told = standing(status)
    yield told
    for window in windows_owed(status, office):
        if say("period-missing", period=window) not in told:
            yield say("window-owed", window=window)
