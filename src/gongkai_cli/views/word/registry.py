"""The kinds of report: one table, so that commands, templates and tests all read the same list."""

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Protocol, cast

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.views.word.basis import Basis


class Kind(Struct, frozen=True):
    """A kind of report: the module of `kinds/` that makes it, and the options it takes (`office`, `window` …).

    Its template is `templates/<name>.docx`, its title and use stand in `lexicon/reports.yaml`.
    """

    module: str
    options: frozenset[str] = frozenset()


KINDS = {
    "year-end": Kind("year_end", frozenset({"office"})),
    "changes": Kind("changes", frozenset({"office", "since"})),
}


class Maker(Protocol):
    """What the module of a kind has."""

    PARTS: tuple[type[Struct], ...]
    """What a template of this kind may print: the fields of all of these, by their Chinese names."""

    def context(self, basis: Basis) -> Sequence[Struct]:
        """Find the words: a value of each of `PARTS`."""

    def charts(self, basis: Basis) -> Mapping[str, Any]:
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
