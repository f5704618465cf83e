"""A page as a .pdf file with a text layer, as an office suite prints it: ruled tables that go on over pages.

Ways: 断行 (a page may cut a row in two), 表头重复 (the heading stands again on each page), 页码 (each page ends with
its number), 短页 (pages of few lines).
"""

from collections.abc import Sequence
from typing import NamedTuple

from writers.page import Page, Placed, Plain, Sheet, Table, placed, width
from writers.pdf_file import pdf_file

_LEFT, _TOP, _RIGHT, _BOTTOM, _SHORT = 50, 790, 545, 60, 560
_SIZE, _LINE, _PAD = 10, 14, 4
_HANGING = "，。、；：）”"


class _Strip(NamedTuple):
    """A row on a page, or the lines of it that stand on the page."""

    row: int
    first: int
    last: int

    @property
    def height(self) -> int:
        return (self.last - self.first) * _LINE + 2 * _PAD


class _Laid(NamedTuple):
    """A table laid out: where its columns begin, its cells with their lines, how many lines each row needs.

    The first row of a merged cell has room for all its lines, so that no page cuts them.
    """

    edges: list[float]
    cells: list[tuple[Placed, list[str]]]
    lines: list[int]


def pdf(page: Page) -> bytes:
    """Print a page."""
    printer = _Printer(page.ways)
    for block in page.blocks:
        if isinstance(block, Table):
            printer.table(block)
        elif not isinstance(block, Sheet):
            printer.paragraph(block)
    return pdf_file(printer.finished())


class _Printer:
    """Puts lines and boxes on pages from the top down."""

    def __init__(self, ways: frozenset[str]) -> None:
        self.ways = ways
        self.plain = Plain()
        self.bottom = _SHORT if "短页" in ways else _BOTTOM
        self.pages: list[str] = []
        self.drawn: list[str] = []
        self.y = _TOP

    def finished(self) -> list[str]:
        """Close the last page."""
        self._turn()
        return self.pages

    def paragraph(self, text: str) -> None:
        """Print a paragraph."""
        for line in self.plain.lines(text):
            for part in wrapped(line, _RIGHT - _LEFT):
                if self.y - _LINE < self.bottom:
                    self._turn()
                self.y -= _LINE
                self.drawn.append(_text(_LEFT, self.y, part))

    def table(self, table: Table) -> None:
        """Print a table; what does not fit goes on over the page."""
        self.y -= _LINE
        laid = self._laid(table)
        strips: list[_Strip] = []
        if sum(
            _Strip(row, 0, lines).height for row, lines in enumerate(laid.lines[: table.header + 1])
        ) > self._free([]):
            self._turn()
        for row, lines in enumerate(laid.lines):
            done = 0
            while (whole := _Strip(row, done, lines)).height > self._free(strips):
                fitting = int((self._free(strips) - 2 * _PAD) // _LINE)
                if "断行" in self.ways and fitting > 0:
                    strips.append(_Strip(row, done, done + fitting))
                    done += fitting
                self._draw(laid, strips)
                self._turn()
                again = range(table.header if "表头重复" in self.ways else 0)
                strips = [_Strip(head, 0, laid.lines[head]) for head in again]
            strips.append(whole)
        self._draw(laid, strips)

    def _laid(self, table: Table) -> _Laid:
        sizes = _sizes(table)
        edges = [_LEFT + sum(sizes[:column]) for column in range(len(sizes) + 1)]
        cells = [(one, self._lines(one, edges)) for one in placed(table)]
        lines = [1] * len(table.rows)
        for one, held in cells:
            lines[one.row] = max(lines[one.row], len(held))
        return _Laid(edges, cells, lines)

    def _lines(self, one: Placed, edges: Sequence[float]) -> list[str]:
        room = edges[one.column + one.cell.columns] - edges[one.column] - 2 * _PAD
        return [part for line in self.plain.lines(one.cell.text) for part in wrapped(line, room)]

    def _free(self, strips: Sequence[_Strip]) -> float:
        return self.y - self.bottom - sum(strip.height for strip in strips)

    def _draw(self, laid: _Laid, strips: Sequence[_Strip]) -> None:
        """Draw the boxes of the cells and what they hold, as far as they stand on this page."""
        tops = [self.y - sum(strip.height for strip in strips[:place]) for place in range(len(strips) + 1)]
        for one, held in laid.cells:
            rows = range(one.row, one.row + one.cell.rows)
            here = [place for place, strip in enumerate(strips) if strip.row in rows]
            if not here:
                continue
            top, low = tops[here[0]], tops[here[-1] + 1]
            left, right = laid.edges[one.column], laid.edges[one.column + one.cell.columns]
            self.drawn.append(f"{left:.1f} {low:.1f} {right - left:.1f} {top - low:.1f} re S")
            first = strips[here[0]]
            shown = held[first.first : first.last] if first.row == one.row else []
            self.drawn += [_text(left + _PAD, top - line * _LINE, part) for line, part in enumerate(shown, 1)]
        self.y = tops[-1]

    def _turn(self) -> None:
        foot = [_text(280, 40, f"— {len(self.pages) + 1} —")] if "页码" in self.ways else []
        self.pages.append("\n".join([*self.drawn, *foot]))
        self.drawn, self.y = [], _TOP


def wrapped(text: str, room: float) -> list[str]:
    """Cut a text into lines that fit; a character is as wide as it is high, one of ASCII half as wide.

    A mark that ends a clause never begins a line: it hangs over.
    """
    lines, line, used = [], "", 0.0
    for char in text:
        wide = _SIZE / 2 if char.isascii() else _SIZE
        if line and used + wide > room and char not in _HANGING:
            lines.append(line)
            line, used = "", 0.0
        line, used = line + char, used + wide
    return [*lines, line]


def _sizes(table: Table) -> list[float]:
    """Share the page's width out by what the columns hold."""
    longest = [3] * width(table)
    for one in placed(table):
        if one.cell.columns == 1:
            longest[one.column] = max(longest[one.column], min(16, len(one.cell.text)))
    return [(_RIGHT - _LEFT) * size / sum(longest) for size in longest]


def _text(x: float, y: float, text: str) -> str:
    return f"BT /F1 {_SIZE} Tf {x:.1f} {y:.1f} Td <{text.encode('utf-16-be').hex()}> Tj ET" if text else ""
