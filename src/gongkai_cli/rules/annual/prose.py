"""TXT-NUM: numbers of requests and disputes that the report states in its text, held against its tables."""

from collections.abc import Container, Iterable, Iterator

from msgspec import UNSET

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.annual import Figure, Report, TrialReport
from gongkai_cli.rules.annual.cells import COLUMNS, GROUPS, OUTCOMES, disputes, rows
from gongkai_cli.rules.annual.form import NAMES
from gongkai_cli.rules.annual.identities import Break
from gongkai_cli.rules.annual.values import values

_EXACT = "数量"  # a doubt of this name says that the text gives the number roughly


def prose_breaks(report: TrialReport | Report, figures: Iterable[Figure]) -> Iterator[Break]:
    """Tell each figure of the text that no reading of the tables gives; hints, since texts count in many ways."""
    readings: dict[str, list[list[str]]] = words("annual")["文中数"]
    totals = _totals(report)
    for name, figure in _named(figures, readings):
        known = [one for one in readings.get(name, ()) if set(one) <= totals.keys()]
        sums = [sum(totals[row] for row in one) for one in known]
        if known and figure.number not in sums and _EXACT not in figure.doubts:
            yield Break(
                rule="TXT-NUM",
                table=NAMES[2] if known[0][0] in GROUPS else NAMES[1],
                row=known[0][0],
                left=((words("annual")["文中"].format(name=name), figure.number),),
                right=tuple((row, totals[row]) for row in known[0]),
                grave=False,
            )


def _named(figures: Iterable[Figure], readings: Container[str]) -> Iterator[tuple[str, Figure]]:
    """Name the figures; `答复11件` right after `收到申请12件` is of the requests too."""
    short: dict[str, str] = words("annual")["承前"]
    before = ""
    for figure in figures:
        name = short.get(figure.name, figure.name) if before in readings else figure.name
        yield name, figure
        before = name


def _totals(report: TrialReport | Report) -> dict[str, int]:
    """The 总计 of each row of table 3 and group of table 4, by its name."""
    found: dict[str, int] = {}
    if report.table4 is not UNSET and values(report.table4):
        found |= {group: numbers[OUTCOMES[-1]] for group, numbers in disputes(report.table4).items()}
    if report.table3 is not UNSET and values(report.table3):
        found |= {row.name: row.numbers[COLUMNS[-1]] for row in rows(report.table3) if len(row.labels) == 1}
    return found
