"""一页简报: what the head of the bureau has to know, on one page."""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from itertools import groupby
from typing import Any

from msgspec import Struct, field

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.status import PlanSummary, TaskStatus
from gongkai_cli.rules.coming import Due, What, coming
from gongkai_cli.rules.late import red_tasks
from gongkai_cli.rules.reasons import day_in_words
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.chart.data import Chart
from gongkai_cli.views.word.chart.lights import lights
from gongkai_cli.views.word.chart.pace import pace
from gongkai_cli.views.word.context import Overview
from gongkai_cli.views.word.figures import overview
from gongkai_cli.views.word.listing import ensure_listed
from gongkai_cli.views.word.phrase import day_words, numbers, shortened
from gongkai_cli.views.word.sender import Sender, sender
from gongkai_cli.views.word.wording import state

_REDS, _LINES, _BARS = 5, 3, 6
"""Red tasks, lines of what falls due, bars of the chart."""

_WIDTH, _OFFICE_WIDTH, _OFFICES, _TOGETHER = 34, 18, 2, 3
"""Characters of a requirement, of the offices beside a due; offices of a task, tasks of a day that are named."""

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
    dues: tuple[str, ...] = field(name="到期")
    more_dues: int = field(name="另有到期")


PARTS = (Sender, Overview, Brief)


def context(basis: Basis) -> tuple[Struct, ...]:
    """Find the figures and the few tasks a page can name."""
    summary, as_of = basis.summary, basis.as_of
    reds, dues = _worst(summary), _lines(coming(summary, as_of, as_of + _WEEK), as_of.year)
    brief = Brief(
        title=words("notices")["简报标题"].format(year=summary.plan.year),
        shared=any(len(task.answering) > 1 for task in summary.tasks),
        red_count=len(reds),
        reds=tuple(map(_red, reds[:_REDS])),
        from_day=day_words(as_of + timedelta(days=1)),
        to_day=day_in_words(as_of + _WEEK, (as_of + timedelta(days=1)).year),
        dues=tuple(line for line, _ in dues[:_LINES]),
        more_dues=sum(count for _, count in dues[_LINES:]),
    )
    return sender(basis), overview(basis), brief


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
    return str(words("notices")["等单位"]).format(first="、".join(offices[:_OFFICES]), count=len(offices))


def _lines(dues: Iterable[Due], year: int) -> tuple[tuple[str, int], ...]:
    """Tell what falls due, all tasks of a day on one line; with each line the number of what it tells."""
    by_day = groupby(dues, lambda due: (due.day, due.what, "" if due.what is What.TASK else due.name))
    return tuple((_line(group, year), len(group)) for group in (tuple(found) for _, found in by_day))


def _line(dues: tuple[Due, ...], year: int) -> str:
    said, first = words("notices")["到期"], dues[0]
    day = day_in_words(first.day, year)
    if len(dues) > 1:
        named = numbers(due.name for due in dues[:_TOGETHER])
        return str(said["tasks"]).format(day=day, names=named, count=len(dues))
    offices = shortened(_few(first.offices) or words("reports")["未明确"], _OFFICE_WIDTH)
    return str(said[first.what]).format(day=day, name=first.name, offices=offices)
