"""Which value of the form a cell of a table is, by the labels at its left and above it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from msgspec import Struct

from gongkai_cli.planimport.grid import Slot
from gongkai_cli.rules.annual.form import NAMES, printed
from gongkai_cli.rules.annual.label import bare

Path = tuple[str, ...]
Line = Sequence[Slot]


_LEAST_HEADS = 4
"""Columns a row has to name to be the head of table 3: a row of numbers may be called 其他 or 总计 itself."""


class Placed(NamedTuple):
    """A cell of the document that is a value of the form."""

    slot: Slot
    path: Path


class Vocabulary(Struct, frozen=True):
    """The words of one table: all its labels, those that no other table has, its rows and columns by their words.

    `rows`: the words of a row's last label → its keys; `columns`: the words of a column → its last key.
    """

    labels: frozenset[str]
    own: frozenset[str]
    rows: Mapping[str, Path]
    columns: Mapping[str, str]
    paths: tuple[Path, ...]


def vocabulary(form: str, name: str) -> Vocabulary:
    """Gather the words of a table of a form."""
    labels = {one: _labels(form, one) for one in NAMES}
    others = frozenset(chain.from_iterable(labels[one] for one in NAMES if one != name))
    paths = printed(form, name).paths
    return Vocabulary(
        labels=labels[name],
        own=labels[name] - others,
        rows={bare(path[-2]): path[:-1] for path in paths},
        columns={bare(path[-1]): path[-1] for path in paths},
        paths=paths,
    )


def placed(name: str, rows: Sequence[Line], known: Vocabulary) -> Iterator[Placed]:
    """Find the cells of a table (表二, 表三, 表四) that stand where the form has a value."""
    within = {NAMES[0]: _by_bands, NAMES[1]: _by_rows, NAMES[2]: _by_columns}[name]
    return (one for one in within(rows, known) if one.path in known.paths)


def _labels(form: str, name: str) -> frozenset[str]:
    cells = chain.from_iterable(printed(form, name).rows)
    return frozenset(bare(cell.text) for cell in cells if cell.role != "value")


def _by_bands(rows: Sequence[Line], known: Vocabulary) -> Iterator[Placed]:
    """Read table 2: each band has heads of its own."""
    heads: dict[int, str] = {}
    for line in rows:
        said = [bare(slot.text) for slot in line]
        own = {place: known.columns[word] for place, word in enumerate(said) if word in known.columns}
        heads = own or heads
        row = next((known.rows[word] for word in said if word in known.rows), None)
        if row and not own:
            places = [place for place in heads if place < len(line) and line[place].state != "covered"]
            yield from _in_order(line, places, row, heads)


def _by_rows(rows: Sequence[Line], known: Vocabulary) -> Iterator[Placed]:
    """Read table 3: the columns as its heads name them, else the usual ones; the row by its last label."""
    heads = _heads(rows, known)
    usual = list(known.columns.values())
    for line in rows:
        stubs = [
            place for place, slot in enumerate(line) if place not in heads and bare(slot.text) in known.rows
        ]
        if not stubs:
            continue
        row = known.rows[bare(line[stubs[-1]].text)]
        behind = [
            place for place in range(stubs[-1] + 1, len(line)) if line[place].key != line[stubs[-1]].key
        ]
        yield from _in_order(line, behind, row, heads or dict(enumerate(usual)))


def _in_order(line: Line, places: Sequence[int], row: Path, heads: Mapping[int, str]) -> Iterator[Placed]:
    """Give each cell of a row its column: where there are as many as heads in their order, else by where they stand."""
    named = list(dict.fromkeys(heads[place] for place in sorted(heads)))
    if len(places) == len(named):
        yield from (Placed(line[at], (*row, column)) for at, column in zip(places, named, strict=True))
    else:
        yield from (Placed(line[at], (*row, heads[at])) for at in places if at in heads)


def _heads(rows: Sequence[Line], known: Vocabulary) -> dict[int, str]:
    """Name the columns by the row that names most of them, and the one above it; none where no row is a head."""
    named = [
        {
            place: known.columns[word]
            for place, slot in enumerate(line)
            if (word := bare(slot.text)) in known.columns
        }
        for line in rows
    ]
    best = max(range(len(named)), key=lambda place: len(set(named[place].values())), default=0)
    if not named or len(set(named[best].values())) < _LEAST_HEADS:
        return {}
    return (named[best - 1] if best else {}) | named[best]


def _by_columns(rows: Sequence[Line], known: Vocabulary) -> Iterator[Placed]:
    """Read table 4: one row of numbers below heads that stand upon each other."""
    groups: dict[int, Path] = {}
    outcomes: dict[int, str] = {}
    for line in rows:
        words = [bare(slot.text) for slot in line]
        groups |= {place: known.rows[word] for place, word in enumerate(words) if word in known.rows}
        ends = {place: known.columns[word] for place, word in enumerate(words) if word in known.columns}
        outcomes |= ends
        if not outcomes or any(word in known.labels for word in words):
            continue
        for place, slot in enumerate(line):
            if place in groups and place in outcomes and slot.state != "covered":
                yield Placed(slot, (*groups[place], outcomes[place]))
