"""一页简报: what the head of the bureau has to know, on one page."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from msgspec import Struct, field

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.status import PlanSummary, TaskStatus
from gongkai_cli.rules.coming import Due, coming
from gongkai_cli.rules.late import red_tasks
from gongkai_cli.rules.reasons import day_in_words
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.chart.data import Chart
from gongkai_cli.views.word.chart.lights import lights
from gongkai_cli.views.word.chart.pace import pace
from gongkai_cli.views.word.context import Overview
from gongkai_cli.views.word.figures import overview
from gongkai_cli.views.word.listing import ensure_listed
from gongkai_cli.views.word.phrase import day_words, shortened
from gongkai_cli.views.word.sender import Sender, sender
from gongkai_cli.views.word.wording import state

_REDS, _DUES, _WIDTH, _OFFICES, _BARS = 5, 4, 40, 2, 6
"""Red tasks and dues that are named, characters of a requirement, offices of a task, bars of the chart."""

_WEEK = timedelta(days=7)


class Red(Struct, frozen=True, kw_only=True):
    """A red task."""

    id: str = field(name="编号")
    requirement: str = field(name="具体要求")
    offices: str = field(name="责任单位")
    late: str = field(name="逾期")


class Brief(Struct, frozen=True, kw_only=True):
    """The figures in words, the worst five, what comes next."""

    title: str = field(name="标题")
    shared: bool = field(name="分别计入")
    red_count: int = field(name="红灯数")
    reds: tuple[Red, ...] = field(name="红灯")
    from_day: str = field(name="下周起")
    to_day: str = field(name="下周止")
    due_count: int = field(name="到期数")
    dues: tuple[str, ...] = field(name="到期")


PARTS = (Sender, Overview, Brief)


def context(basis: Basis) -> tuple[Struct, ...]:
    """Find the figures and the few tasks a page can name."""
    summary, as_of = basis.summary, basis.as_of
    reds, dues = _worst(summary), coming(summary, as_of, as_of + _WEEK)
    brief = Brief(
        title=words("notices")["简报标题"].format(year=summary.plan.year),
        shared=any(len(task.answering) > 1 for task in summary.tasks),
        red_count=len(reds),
        reds=tuple(map(_red, reds[:_REDS])),
        from_day=day_words(as_of + timedelta(days=1)),
        to_day=day_words(as_of + _WEEK),
        due_count=len(dues),
        dues=tuple(_due(one, as_of) for one in dues[:_DUES]),
    )
    return sender(basis), overview(summary), brief


def charts(basis: Basis) -> Mapping[str, Chart]:
    """Draw few bars: the page is one."""
    names = words("charts")["名称"]
    return {
        names["亮灯"]: lights(basis.summary, _BARS),
        names["进度"]: pace(basis.summary, basis.as_of),
    }


def ensure(body: Any, basis: Basis) -> None:
    """Refuse a brief that lost one of the red tasks it names."""
    ensure_listed(body, [one.task.id for one in _worst(basis.summary)[:_REDS]])


def _worst(summary: PlanSummary) -> tuple[TaskStatus, ...]:
    """The red tasks, the latest first."""
    return tuple(sorted(red_tasks(summary), key=lambda task: -task.days_late))


def _red(task: TaskStatus) -> Red:
    return Red(
        id=task.task.id,
        requirement=shortened(task.task.requirement, _WIDTH),
        offices=_few(task.answering) or str(words("reports")["未明确"]),
        late=_late(task),
    )


def _late(task: TaskStatus) -> str:
    said = words("notices")
    if task.days_late:
        return str(said["逾期"]).format(days=task.days_late)
    return str(said["没有进展"]) if task.silent else state(task)


def _few(offices: tuple[str, ...]) -> str:
    """The first few offices: 甲处、乙处等7个单位."""
    if len(offices) <= _OFFICES:
        return "、".join(offices)
    return words("notices")["等单位"].format(first="、".join(offices[:_OFFICES]), count=len(offices))


def _due(due: Due, as_of: date) -> str:
    return str(words("notices")["到期"][due.what]).format(
        day=day_in_words(due.day, as_of.year),
        name=due.name,
        offices=_few(due.offices) or words("reports")["未明确"],
    )
