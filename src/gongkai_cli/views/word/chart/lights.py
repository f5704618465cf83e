"""亮灯图: how many tasks of each office show which light."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.status import Light, PlanSummary, Status, TaskStatus
from gongkai_cli.views.word.chart.data import Chart, Series
from gongkai_cli.views.word.phrase import shortened
from gongkai_cli.views.words import light_word, status_word

_ORDER = (Light.DONE, Light.GREEN, Light.YELLOW, Light.RED, Light.GREY)
_GRAVEST = (Light.RED, Light.YELLOW)
_NOT_APPLICABLE = status_word(Status.NOT_APPLICABLE)
_NAME = 12
"""Characters of an office's name beside its bar; the alternative text has it whole."""

ROWS = 10
"""Offices a chart of this height can name; the rest are drawn as one."""

Counts = Mapping[str, Counter[str]]


def lights(summary: PlanSummary, rows: int = ROWS) -> Chart:
    """Count each task once for every office that answers for it, the office with most to see to first."""
    counts = _folded(_counts(summary), rows)
    names = [light_word(light) for light in _ORDER]
    if any(count[_NOT_APPLICABLE] for count in counts.values()):
        names.append(_NOT_APPLICABLE)
    series = tuple(Series(name, tuple(count[name] for count in counts.values())) for name in names)
    offices = tuple(shortened(office, _NAME) for office in counts)
    return Chart(categories=offices, series=series, told=_told(counts, names))


def _counts(summary: PlanSummary) -> Counts:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    nobody = str(words("reports")["未明确"])
    for task in summary.tasks:
        for office in task.answering or (nobody,):
            counts[office][_shown(task)] += 1
    return counts


def _shown(task: TaskStatus) -> str:
    return _NOT_APPLICABLE if task.status is Status.NOT_APPLICABLE else light_word(task.light)


def _folded(counts: Counts, rows: int) -> Counts:
    """Keep the offices with most red, then yellow lights, then most tasks; add up the others."""
    ranked = sorted(counts, key=lambda office: _weight(counts[office]), reverse=True)
    if len(ranked) <= rows:
        return {office: counts[office] for office in ranked}
    kept, rest = ranked[: rows - 1], ranked[rows - 1 :]
    name = words("charts")["其余"].format(count=len(rest))
    return {office: counts[office] for office in kept} | {
        name: sum((counts[office] for office in rest), Counter())
    }


def _weight(count: Counter[str]) -> tuple[int, ...]:
    return (*(count[light_word(light)] for light in _GRAVEST), count.total())


def _told(counts: Counts, names: list[str]) -> str:
    said = words("charts")
    rows = (
        said["一行"].format(
            category=office,
            figures="、".join(
                said["一项"].format(name=name, count=count[name]) for name in names if count[name]
            ),
        )
        for office, count in counts.items()
    )
    return "；".join(rows)
