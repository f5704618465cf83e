"""A ruled table of a page as boxes with their text; the boxes of the next page joined on when it goes on there."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from gongkai_cli.documents.pdf.lines import Char, Line, cell_text, goes_on, joined, lines
from gongkai_cli.documents.spans import Placed, ensure_size

Box = tuple[float, float, float, float]  # left, top, right, bottom
_NEAR = 3.0  # points by which two rules may differ and be the same
_PAD = 2.0
_HANGING = "，。、；：！？）》”’】,.;"


@dataclass
class BoxCell:
    """A cell: its rows, its left and right rule, its text, and its last line, which may go on in the next page."""

    row: int
    height: int
    x0: float
    x1: float
    text: str
    last: Line | None


@dataclass
class Grid:
    """A table as it grows over pages."""

    cells: list[BoxCell] = field(default_factory=list)
    height: int = 0
    pad: float = _PAD

    @property
    def edges(self) -> list[float]:
        """Where its vertical rules stand."""
        return distinct(edge for cell in self.cells for edge in (cell.x0, cell.x1))

    def continues(self, above: "Grid") -> bool:
        """Whether its columns are those of a table on the page before."""
        mine, others = self.edges, above.edges
        if not _same(mine[0], others[0]) or not _same(mine[-1], others[-1]):
            return False
        few, many = sorted((mine, others), key=len)
        return all(any(_same(edge, other) for other in many) for edge in few)

    def join(self, below: "Grid") -> None:
        """Add the rows of the next page; a row that the page cut in two becomes one again."""
        rows = _rows(below)
        heading = 0
        while heading < len(rows) and _texts(rows[heading]) == _texts(_row(self, heading)):
            heading += 1
        cut = rows[heading] if heading < len(rows) else []
        if self._takes(cut):
            below.cells = [cell for cell in below.cells if cell not in cut]
        for cell in below.cells:
            cell.row += self.height
        self.cells += below.cells
        self.height += below.height

    def placed(self, name: str) -> Iterator[Placed]:
        """Give the cells with their places; a place that no box covers is blank."""
        edges = self.edges
        ensure_size(self.height, len(edges), name)
        covered: set[tuple[int, int]] = set()
        for cell in self.cells:
            column = _place(edges, cell.x0)
            width = max(1, _place(edges, cell.x1) - column)
            area = {(cell.row + r, column + c) for r in range(cell.height) for c in range(width)}
            if covered.isdisjoint(area):
                covered |= area
                yield Placed(cell.row, column, cell.text, cell.height, width)
        for row in sorted({row for row, _ in covered}):
            blank = (column for column in range(len(edges) - 1) if (row, column) not in covered)
            yield from (Placed(row, column, "") for column in blank)

    def _takes(self, cut: Sequence[BoxCell]) -> bool:
        """Take the rest of the last row's texts, if that is what all of these cells hold."""
        rest = [cell for cell in cut if cell.text]
        upper = [self._above(cell) for cell in rest]
        if not rest or cut[0].text or any(cell.height > 1 for cell in cut) or None in upper:
            return False
        for cell, above in zip(rest, upper, strict=True):
            if above:
                above.text, above.last = joined(above.text, cell.text), cell.last
        return True

    def _above(self, cell: BoxCell) -> BoxCell | None:
        """Return the cell at the foot of the table whose last line goes on in this one."""
        for above in self.cells:
            ends_here = above.row + above.height == self.height and above.last is not None
            if ends_here and _same(above.x0, cell.x0) and _same(above.x1, cell.x1) and above.last:
                room = above.x1 - above.x0 - 2 * self.pad - above.last.width
                return above if goes_on(above.last, cell.text, room) else None
        return None


def grid(boxes: Sequence[Box], chars: Sequence[Char]) -> Grid:
    """Make a table of a page's boxes and the characters inside them."""
    tops = distinct(edge for box in boxes for edge in (box[1], box[3]))
    inside = _inside(boxes, chars)
    found = [(box, lines(inside[box])) for box in sorted(set(boxes), key=lambda box: (box[1], box[0]))]
    # text is set as far from the left rule as from the right one, where punctuation may hang over
    pad = max(0.0, min((line.x0 - box[0] for box, text in found for line in text), default=_PAD))
    cells = [
        BoxCell(
            row=_place(tops, top),
            height=max(1, _place(tops, bottom) - _place(tops, top)),
            x0=left,
            x1=right,
            text=cell_text(text, right - left, pad),
            last=text[-1] if text else None,
        )
        for (left, top, right, bottom), text in found
    ]
    return Grid(cells, len(tops) - 1, pad)


def distinct(edges: Iterator[float]) -> list[float]:
    """Return rules in order, those that are near each other once."""
    found: list[float] = []
    for edge in sorted(edges):
        if not found or edge - found[-1] > _NEAR:
            found.append(edge)
    return found


def _inside(boxes: Sequence[Box], chars: Sequence[Char]) -> dict[Box, list[Char]]:
    """Give each character to the box its middle lies in; punctuation hung over a rule stays with its text."""
    inside: dict[Box, list[Char]] = {box: [] for box in boxes}
    ordered = sorted(inside, key=lambda box: box[1])
    tops = [box[1] for box in ordered]
    before: tuple[Char, Box] | None = None
    for char in chars:
        box = before[1] if before and _hangs(char, before[0]) else _box_of(char, ordered, tops)
        before = (char, box) if box else None
        if box:
            inside[box].append(char)
    return inside


def _hangs(char: Char, before: Char) -> bool:
    level = abs(char["top"] - before["top"]) < 1
    return char["text"] in _HANGING and level and abs(char["x0"] - before["x1"]) < 0.3 * char["size"]


def _box_of(char: Char, ordered: Sequence[Box], tops: Sequence[float]) -> Box | None:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    for box in reversed(ordered[: bisect_right(tops, y)]):
        if box[0] <= x < box[2] and y < box[3]:
            return box
    return None


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= _NEAR


def _place(edges: Sequence[float], edge: float) -> int:
    return max(0, bisect_right(edges, edge + 0.01) - 1)


def _rows(found: Grid) -> list[list[BoxCell]]:
    return [_row(found, number) for number in range(found.height)]


def _row(found: Grid, number: int) -> list[BoxCell]:
    return [cell for cell in found.cells if cell.row == number]


def _texts(row: Sequence[BoxCell]) -> list[str]:
    return [cell.text for cell in row]
