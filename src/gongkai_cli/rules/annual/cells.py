"""The tables of the annual report as numbers: every cell by its printed row and column, blanks as 0."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import UNSET, Struct
from msgspec.structs import fields

from gongkai_cli.model.annual_tables import Applicants, Disputes, Outcomes, Requests, TrialRequests
from gongkai_cli.model.entry import Entry, bare, keys_of

COLUMNS = tuple(keys_of(Applicants))
"""自然人 … 总计: the columns of table 3 as printed."""
OUTCOMES = tuple(keys_of(Outcomes))
GROUPS = tuple(keys_of(Disputes))
NEW, CARRIED_IN, TOTAL, CARRIED_OUT = (
    next(field.encode_name for field in fields(Requests) if field.name == name)
    for name in ("received_new", "carried_in", "results_total", "carried_out")
)
"""The rows of table 3 that are no result of a request."""

Path = tuple[str, ...]


class Row(Struct, frozen=True):
    """A row of table 3: its printed labels from the group down, its numbers by column."""

    labels: Path
    numbers: Mapping[str, int]

    @property
    def name(self) -> str:
        """The label it is known by."""
        return self.labels[-1]


def rows(table: Requests | TrialRequests) -> tuple[Row, ...]:
    """Give every row of table 3 in printed order, a row that is absent as zeros."""
    return tuple(_rows(type(table), table, ()))


def results(table: tuple[Row, ...]) -> tuple[Row, ...]:
    """Keep the rows that are results of a request (本年度办理结果, without its total)."""
    return tuple(row for row in table if row.labels[0] not in {NEW, CARRIED_IN, TOTAL, CARRIED_OUT})


def result_labels(form: type[Requests] | type[TrialRequests]) -> dict[str, Path]:
    """Give the printed label of each result with its whole path: 属于国家秘密 → (不予公开, 属于国家秘密)."""
    return {row.name: row.labels for row in results(tuple(_rows(form, None, ())))}


def disputes(table: Disputes) -> dict[str, dict[str, int]]:
    """Give table 4: group → column → number."""
    return {group: _numbers(getattr(table, name), Outcomes) for name, group in _names(Disputes)}


def _rows(kind: type[Entry], entry: Any, above: Path) -> Iterator[Row]:
    for name, label in _names(kind):
        inner = _inner(kind, label)
        value = getattr(entry, name, UNSET)
        if inner is Applicants:
            yield Row((*above, label), _numbers(value, Applicants))
        else:
            yield from _rows(inner, value, (*above, label))


def _inner(kind: type[Entry], label: str) -> type[Entry]:
    inner: type[Entry] = bare(keys_of(kind)[label])
    return inner


def _numbers(value: Any, kind: type[Entry]) -> dict[str, int]:
    said = ((label, getattr(value, name, UNSET)) for name, label in _names(kind))
    return {label: 0 if number is UNSET else number for label, number in said}


def _names(kind: type[Entry]) -> tuple[tuple[str, str], ...]:
    return tuple((field.name, field.encode_name) for field in fields(kind))
