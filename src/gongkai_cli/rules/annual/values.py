"""The tables of a report as their single cells: path of file keys → number; blanks are not there."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeVar

from msgspec import UNSET
from msgspec.structs import fields

from gongkai_cli.model.convert import convert
from gongkai_cli.model.entry import Entry
from gongkai_cli.model.problem import Problem
from gongkai_cli.rules.annual.cells import Path

T = TypeVar("T", bound=Entry)
Number = int | Decimal


def values(table: object) -> dict[Path, Number]:
    """Give every cell of a table that says a number; none of a table that is missing."""
    return dict(_values(table, ())) if isinstance(table, Entry) else {}


def table_of(kind: type[T], cells: Mapping[Path, object]) -> T:
    """Make a table of its cells."""
    table, problems = converted(kind, cells)
    if table is None:
        raise AssertionError(problems)
    return table


def converted(kind: type[T], cells: Mapping[Path, object]) -> tuple[T | None, tuple[Problem, ...]]:
    """Make a table of cells whose text may be no number, or tell what is wrong with it."""
    nested: dict[str, Any] = {}
    for path, said in cells.items():
        within = nested
        for label in path[:-1]:
            within = within.setdefault(label, {})
        within[path[-1]] = str(said)
    return convert(nested, kind, "")


def _values(entry: Entry, above: Path) -> Iterator[tuple[Path, Number]]:
    for field in fields(entry):
        value = getattr(entry, field.name)
        if isinstance(value, Entry):
            yield from _values(value, (*above, field.encode_name))
        elif value is not UNSET:
            yield (*above, field.encode_name), value
