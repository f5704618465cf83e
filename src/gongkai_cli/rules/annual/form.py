"""The printed tables of the report, cell by cell: bands, heads, row labels, and which value stands where.

One description (`lexicon/annual_form.yaml`) serves the Word template, the web page and the reading of published
reports. `form` is "2019" (trial form) or "2021".
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Any, Final, Literal

from msgspec import Struct
from msgspec.structs import fields

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.annual import SECTIONS, AnnualReport, Report, TrialReport
from gongkai_cli.model.entry import Entry, is_entry, keys_of
from gongkai_cli.model.entry import bare as bare_type
from gongkai_cli.rules.annual.cells import Path
from gongkai_cli.rules.annual.label import bare

Role = Literal["band", "head", "stub", "note", "value"]
Node = Any
"""A label, or {label: [nodes below it]}."""

TRIAL: Final = "2019"
PRESENT: Final = "2021"
NAMES = ("表二", "表三", "表四")
HEADINGS = {
    name: f"{numeral}、{field.encode_name}"
    for numeral, name in zip("一二三四五六", SECTIONS, strict=True)
    for field in fields(AnnualReport)
    if field.name == name
}
"""The six headings as they must be printed, by the field of their text."""


class Cell(Struct, frozen=True, kw_only=True):
    """One printed cell with the rows and columns it covers; a value has its path in the table's file keys."""

    role: Role
    text: str = ""
    path: Path = ()
    rowspan: int = 1
    colspan: int = 1


class Printed(Struct, frozen=True):
    """A table as printed: its rows of cells that begin there, of which so many are heads."""

    rows: tuple[tuple[Cell, ...], ...]
    columns: int
    heads: int = 0

    @property
    def paths(self) -> tuple[Path, ...]:
        """The values in the order they are printed."""
        return tuple(cell.path for cell in chain.from_iterable(self.rows) if cell.role == "value")


@cache
def printed(form: str, name: str) -> Printed:
    """Lay out a table (表二, 表三, 表四) of a form."""
    said = words("annual_form")[name]
    if name == NAMES[0]:
        return _of_bands(said[form])
    heads = tuple(_head_rows(said["表头"]))
    leaves = tuple(_leaves(said["表头"]))
    if name == NAMES[2]:
        values = tuple(Cell(role="value", path=(_key(group), _key(leaf))) for group, leaf in leaves)
        return Printed((*heads, values), len(leaves), len(heads))
    stubs = _stub_rows(_for_form(said["行"], "" if form == PRESENT else said["试行格式不分项"]))
    depth = max(sum(cell.colspan for cell in cells) for cells, _ in stubs)
    corner = Cell(role="note", text=said["角注"], rowspan=len(heads), colspan=depth)
    rows = (
        (*cells, *(Cell(role="value", path=(*path, _key(leaf))) for _, leaf in leaves))
        for cells, path in stubs
    )
    return Printed(((corner, *heads[0]), *heads[1:], *rows), depth + len(leaves), len(heads))


# --- table 2: bands -----------------------------------------------------------------------------------------


def _of_bands(bands: Sequence[Any]) -> Printed:
    columns = max(len(band["表头"]) for band in bands)
    rows: list[tuple[Cell, ...]] = []
    for band in bands:
        heads = band["表头"]
        rows.append((Cell(role="band", text=band["条款"], colspan=columns),))
        rows.append(_filled((Cell(role="head", text=head) for head in heads), columns))
        for label in band["行"]:
            values = (Cell(role="value", path=(_key(label), _key(head))) for head in heads[1:])
            rows.append(_filled((Cell(role="stub", text=label), *values), columns))
    return Printed(tuple(rows), columns)


def _filled(cells: Iterable[Cell], columns: int) -> tuple[Cell, ...]:
    """Let the last cell of a row take the columns that are left."""
    *before, last = cells
    span = columns - len(before)
    return (*before, Cell(role=last.role, text=last.text, path=last.path, colspan=span))


# --- heads above, labels at the left ------------------------------------------------------------------------


def _parts(node: Node) -> tuple[str, Sequence[Node]]:
    if isinstance(node, str):
        return node, ()
    ((label, below),) = node.items()
    return label, below


def _leaves(nodes: Iterable[Node], above: str = "") -> Iterator[tuple[str, str]]:
    """Yield each column with the head directly above it."""
    for node in nodes:
        label, below = _parts(node)
        if below:
            yield from _leaves(below, label)
        else:
            yield above, label


def _head_rows(nodes: Sequence[Node]) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each level; a head with nothing below it reaches down to the last."""
    left = _depth(nodes)
    while nodes:
        yield tuple(_head(node, left) for node in nodes)
        nodes = [one for node in nodes for one in _parts(node)[1]]
        left -= 1


def _head(node: Node, left: int) -> Cell:
    label, below = _parts(node)
    width = len(tuple(_leaves(below))) or 1
    return Cell(role="head", text=label, rowspan=1 if below else left, colspan=width)


def _depth(nodes: Sequence[Node]) -> int:
    return 1 + max((_depth(_parts(node)[1]) for node in nodes), default=-1) if nodes else 0


def _stub_rows(nodes: Sequence[Node]) -> list[tuple[tuple[Cell, ...], Path]]:
    """Give the labels that begin in each row, and the row's keys: the outermost group (本年度办理结果) has none."""
    return list(_stubs(nodes, _depth(nodes), None))


def _stubs(nodes: Sequence[Node], left: int, above: Path | None) -> Iterator[tuple[tuple[Cell, ...], Path]]:
    for node in nodes:
        label, below = _parts(node)
        if not below:
            yield (Cell(role="stub", text=label, colspan=left),), (*(above or ()), _key(label))
            continue
        inner = list(_stubs(below, left - 1, () if above is None else (*above, _key(label))))
        group = Cell(role="stub", text=label, rowspan=len(inner))
        yield (group, *inner[0][0]), inner[0][1]
        yield from inner[1:]


def _for_form(nodes: Sequence[Node], undivided: str) -> list[Node]:
    """Take away what stands below the row that the trial form does not divide."""
    made: list[Node] = []
    for node in nodes:
        label, below = _parts(node)
        made.append({label: _for_form(below, undivided)} if below and label != undivided else label)
    return made


# --- printed labels and keys --------------------------------------------------------------------------------


def _key(label: str) -> str:
    """Find the key of the data file for a printed label."""
    return _keys()[bare(label)]


@cache
def _keys() -> dict[str, str]:
    found: dict[str, str] = {}
    for report in (TrialReport, Report):
        for name in NAMES:
            _gather(bare_type(keys_of(report)[name]), found)
    return found


def _gather(kind: type[Entry], found: dict[str, str]) -> None:
    for key, inner in keys_of(kind).items():
        found[bare(key)] = key
        if is_entry(bare_type(inner)):
            _gather(bare_type(inner), found)
