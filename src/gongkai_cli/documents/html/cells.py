"""The rows of an HTML table as they are written → its cells placed on a grid, as a browser places them."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from gongkai_cli.documents.spans import MAX_PLACES, Placed
from gongkai_cli.model.problem import Refusal

MAX_COLSPAN, MAX_ROWSPAN = 1000, 65534  # the limits of the HTML standard
_GROUPS = frozenset({"thead", "tbody", "tfoot"})


class Written(NamedTuple):
    """A cell as it is written; a row span of 0 goes on to the end of its row group."""

    text: str
    rowspan: int
    colspan: int


class OpenTable:
    """A table whose end has not come: its row groups; feet come last wherever they are written."""

    def __init__(self, *, layout: bool) -> None:
        self.layout = layout
        self.groups: list[list[list[Written]]] = [[]]
        self.feet: list[list[list[Written]]] = []
        self.inner: list[OpenTable] = []

    def start(self, tag: str) -> None:
        """Begin a row group or a row."""
        if tag == "tfoot":
            self.feet.append([])
        elif tag in _GROUPS:
            self.groups.append([])
        else:
            self._group().append([])
        self.in_foot = tag == "tfoot" or (tag == "tr" and self.in_foot)

    in_foot = False

    def end(self, tag: str) -> None:
        """End a row group."""
        if tag in _GROUPS:
            self.groups.append([])
            self.in_foot = False

    def add(self, element: etree._Element, text: str) -> None:
        """Add a cell to the row."""
        group = self._group()
        if not group:
            group.append([])
        rowspan, colspan = _span(element, "rowspan", MAX_ROWSPAN), _span(element, "colspan", MAX_COLSPAN)
        group[-1].append(Written(text, rowspan, max(1, colspan)))

    def placed(self, name: str) -> Iterator[Placed]:
        """Give the cells with their places."""
        first = 0
        for group in (*self.groups, *self.feet):
            yield from _placed(group, first, name)
            first += len(group)

    def _group(self) -> list[list[Written]]:
        return (self.feet if self.in_foot else self.groups)[-1]


def _span(element: etree._Element, name: str, limit: int) -> int:
    said = element.get(name, "").strip()
    return min(int(said[:9]), limit) if said.isascii() and said.isdigit() else 1


def _placed(rows: list[list[Written]], first: int, name: str) -> Iterator[Placed]:
    """Place the cells of a row group; no span leaves it, and no cell covers another."""
    covered: list[tuple[int, int, int]] = []  # columns from, to; rows still to cover
    places = 0
    for index, row in enumerate(rows):
        places += len(covered) + len(row)
        if places > MAX_PLACES:
            raise Refusal("document-table", file=name, rows=len(rows), columns=len(covered))
        below = [(start, end, left - 1) for start, end, left in covered if left > 1]
        for column, width, cell in _columns(row, covered):
            height = min(cell.rowspan or len(rows), len(rows) - index)
            if height > 1:
                below.append((column, column + width, height - 1))
            yield Placed(first + index, column, cell.text, height, width)
        covered = sorted(below)


def _columns(row: list[Written], covered: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, Written]]:
    """Give each cell of a row its column and width: the next place that is free, up to the next that is not."""
    column = passed = 0
    for cell in row:
        while passed < len(covered) and covered[passed][0] <= column:
            column = max(column, covered[passed][1])
            passed += 1
        free = covered[passed][0] - column if passed < len(covered) else cell.colspan
        width = min(cell.colspan, free)
        yield column, width, cell
        column += width
