"""The kinds of report: one table, so that commands, templates and tests all read the same list."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Protocol, cast

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.chart.data import Chart


class Kind(Struct, frozen=True):
    """A kind of report: the module of `kinds/` that makes it, and the options it takes (`office`, `window` …).

    `of_window`: it is about a reporting window, whichever it is; `of_year`: it looks back on last year too, and has
    room for the coordinator's own words; `year_back`: it is about last year's plan; `of_calendar_year`: it is about a
    year that is named, and not about a plan or a day.

    Its template is `templates/<name>.docx`, its title and use stand in `lexicon/reports.yaml`.
    """

    module: str
    options: frozenset[str] = frozenset()
    of_window: bool = False
    of_year: bool = False
    year_back: bool = False
    of_calendar_year: bool = False


KINDS = {
    "ledger": Kind("ledger", frozenset({"office", "window", "since", "public"})),
    "quarter": Kind("quarter", frozenset({"office", "window", "since", "public"}), of_window=True),
    "year-end": Kind("year_end", frozenset({"office", "since", "public"}), of_year=True),
    "changes": Kind("changes", frozenset({"office", "since"})),
    "notice": Kind("notice", frozenset({"office"})),
    "order": Kind("order"),
    "lookback": Kind("lookback", frozenset({"office"}), year_back=True),
    "brief": Kind("brief"),
    "annual": Kind("annual", frozenset({"draft", "html"}), of_calendar_year=True),
}


class Maker(Protocol):
    """What the module of a kind has."""

    PARTS: tuple[type[Struct], ...]
    """What a template of this kind may print: the fields of all of these, by their Chinese names."""

    def context(self, basis: Basis) -> Sequence[Struct]:
        """Find the words: a value of each of `PARTS`."""

    def charts(self, basis: Basis) -> Mapping[str, Chart]:
        """Find the figures of each chart a template may hold, by the chart's name."""

    def ensure(self, body: Any, basis: Basis) -> None:
        """Refuse a finished report (`w:body`, an lxml element) that lost a task."""


def kind_named(name: str) -> Kind:
    """Find a kind by the name commands know it by; refuses others."""
    if name not in KINDS:
        raise Refusal("no-such-report", value=name, known="、".join(KINDS))
    return KINDS[name]


def maker(name: str) -> Maker:
    """Load the module of a kind."""
    return cast("Maker", import_module(f"gongkai_cli.views.word.kinds.{kind_named(name).module}"))


def title_of(name: str) -> str:
    """Return what a kind is called in Chinese: 年度落实情况总结."""
    return str(words("reports")["种类"][name]["名称"])
