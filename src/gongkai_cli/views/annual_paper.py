"""The statutory annual report as it is printed, in Word and on the web: title, six headings, text, numbers."""

from decimal import Decimal

from msgspec import Struct

from gongkai_cli.model.annual import SECTIONS, TABLES, Report, TrialReport
from gongkai_cli.rules.annual.form import HEADINGS, NAMES, printed
from gongkai_cli.rules.annual.values import Number, values

_SIGNED = "本年增减"


class Section(Struct, frozen=True, kw_only=True):
    """One of the six: its field, its heading as it must be, its paragraphs; the name of its table ("" for none)."""

    name: str
    heading: str
    paragraphs: tuple[str, ...]
    table: str = ""


class Paper(Struct, frozen=True, kw_only=True):
    """The whole report.

    `numbers`: table → its values as printed, in the order of the form; a missing table is not there.
    `draft`: it is no final report and has to say so.
    """

    year: int
    form: str
    title: str
    body: str
    lead_in: tuple[str, ...]
    sections: tuple[Section, ...]
    numbers: dict[str, tuple[str, ...]]
    draft: bool = False

    @property
    def blanks(self) -> dict[str, int]:
        """Count the values left blank in each table that is there."""
        return {name: found.count("") for name, found in self.numbers.items() if "" in found}


def paper(report: TrialReport | Report, *, draft: bool = False) -> Paper:
    """Set a report out for printing."""
    return Paper(
        year=report.year,
        form=report.form,
        title=title_of(report),
        body=report.body,
        lead_in=_paragraphs(report.lead_in),
        sections=tuple(_section(report, name) for name in SECTIONS),
        numbers={name: found for name in NAMES if (found := _numbers(report, name))},
        draft=draft,
    )


def title_of(report: TrialReport | Report) -> str:
    """The title the report has, else the usual one: {机关名称}{YYYY}年政府信息公开工作年度报告."""
    return report.title or f"{report.body}{report.year}年政府信息公开工作年度报告"


def _section(report: TrialReport | Report, name: str) -> Section:
    tables = dict(zip(TABLES, NAMES, strict=True))
    return Section(
        name=name,
        heading=HEADINGS[name],
        paragraphs=_paragraphs(getattr(report, name)),
        table=tables.get(name, ""),
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _numbers(report: TrialReport | Report, name: str) -> tuple[str, ...]:
    field = dict(zip(NAMES, TABLES.values(), strict=True))[name]
    said = values(getattr(report, field))
    paths = printed(report.form, name).paths
    return tuple(_number(path[-1], said.get(path)) for path in paths) if said else ()


def _number(column: str, number: Number | None) -> str:
    """A change (本年增/减) shows its sign; a blank stays blank."""
    if number is None:
        return ""
    signed = column == _SIGNED and number > 0
    return f"+{number}" if signed else f"{number:f}" if isinstance(number, Decimal) else str(number)
