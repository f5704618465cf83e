"""A document before it has a format: paragraphs and tables with merged cells, read from a plain notation.

The notation (`*.page` in tests/cases/corpus) is the document as one would draw it:

    @ docx pdf              the formats it is written in
    @ 外框 GB18030           how it is written, see the writers
    == 任务表                a new sheet (xlsx), `== 选项 隐藏` a hidden one
    云河市…分解表              a paragraph
    | 序号 | 责任 | < |       a row; `<` goes on with the cell to the left
    | ^   | 牵头 | 配合 |     `^` with the cell above
    |---|                   the rows above are the heading that a printer repeats on each page
    |~ 1 | 隐藏行 |           a hidden row (xlsx), a row deleted with changes tracked (docx)

A blank line ends a table. In a text `⏎` is a soft line break, `¶` a new paragraph in the cell, `{+…+}` and `{-…-}` are
tracked changes, `{=…=}` is a content control, `{1.}` at the start is a number that Word counts, `{#1.}` one that Word
counts on through the whole document.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_MARKED = re.compile(r"\{\+(.*?)\+\}|\{-.*?-\}|\{=(.*?)=\}")
_LABEL = re.compile(r"\{(#?)([^+=}-][^}]*)\}")


class Cell(NamedTuple):
    """A cell and the rows and columns it covers."""

    text: str
    rows: int = 1
    columns: int = 1


class Placed(NamedTuple):
    """A cell with the place of its upper left corner."""

    row: int
    column: int
    cell: Cell


class Table(NamedTuple):
    """The cells that begin in each row, how many rows are the heading, which rows are hidden."""

    rows: tuple[tuple[Cell, ...], ...]
    header: int = 0
    hidden: frozenset[int] = frozenset()


class Sheet(NamedTuple):
    """A name, and whether the sheet that begins here is hidden."""

    name: str
    hidden: bool = False


Block = str | Table | Sheet


class Page(NamedTuple):
    """A document, the formats it is for, and how it is to be written."""

    blocks: tuple[Block, ...]
    formats: tuple[str, ...] = ()
    ways: frozenset[str] = frozenset()


FORMATS = ("docx", "xlsx", "html", "txt", "md", "pdf")


def page(source: str) -> Page:
    """Read the notation."""
    said = [word for line in source.splitlines() if line.startswith("@") for word in line[1:].split()]
    lines = [line.strip() for line in source.splitlines() if not line.startswith("@")]
    return Page(
        tuple(_blocks([*lines, ""])),
        tuple(word for word in said if word in FORMATS),
        frozenset(word for word in said if word not in FORMATS),
    )


def table(rows: Sequence[Sequence[str]], header: int = 0, hidden: frozenset[int] = frozenset()) -> Table:
    """Put the marks `<` and `^` of a full grid of texts together to merged cells."""
    grid = [list(row) for row in rows]
    return Table(
        tuple(
            tuple(_cell(grid, place, column) for column, text in enumerate(row) if text not in {"<", "^"})
            for place, row in enumerate(grid)
        ),
        header,
        hidden,
    )


def placed(of: Table) -> Iterator[Placed]:
    """Give the cells with their places."""
    taken: set[tuple[int, int]] = set()
    for place, row in enumerate(of.rows):
        column = 0
        for cell in row:
            while (place, column) in taken:
                column += 1
            taken |= {
                (place + down, column + right) for down in range(cell.rows) for right in range(cell.columns)
            }
            yield Placed(place, column, cell)


def width(of: Table) -> int:
    """Count the columns."""
    return max(one.column + one.cell.columns for one in placed(of))


class Plain:
    """Rich texts as they are read: changes accepted, the numbers of lists counted."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.looks: list[str] = []

    def lines(self, text: str) -> list[str]:
        """Return the lines of a text."""
        return re.split("[⏎¶]", self.label(text) + _MARKED.sub(lambda m: m[1] or m[2] or "", bare(text)))

    def label(self, text: str) -> str:
        """Count the number of a text that begins with one."""
        found = _LABEL.match(text)
        if not found:
            return ""
        look, on = found[2], bool(found[1])
        if not on:
            self._restart_below(look)
        self.counts[look] = self.counts.get(look, 0) + 1
        return numbered(look, self.counts[look])

    def _restart_below(self, look: str) -> None:
        if look not in self.looks:
            self.looks.append(look)
        for lower in self.looks[self.looks.index(look) + 1 :]:
            self.counts[lower] = 0


def bare(text: str) -> str:
    """Take off the number that Word counts."""
    found = _LABEL.match(text)
    return text[found.end() :] if found else text


def look_of(text: str) -> tuple[str, bool]:
    """Tell how the number looks that Word counts, and whether it counts on; "" for none."""
    found = _LABEL.match(text)
    return (found[2], bool(found[1])) if found else ("", False)


def numbered(look: str, count: int) -> str:
    """Write a count the way a list looks: `（一）` → （二）."""
    chinese = "零一二三四五六七八九十"
    said = chinese[count] if count <= 10 else f"十{chinese[count - 10]}"
    return look.replace("一", said).replace("1", str(count))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    rows: list[list[str]] = []
    header, hidden = 0, set()
    for line in lines:
        if line.startswith("|---"):
            header = len(rows)
            continue
        if line.startswith("|"):
            if line.startswith("|~"):
                hidden.add(len(rows))
            rows.append([cell.strip() for cell in line.removeprefix("|~").strip("|").split("|")])
            continue
        if rows:
            yield table(rows, header, frozenset(hidden))
            rows, header, hidden = [], 0, set()
        if line.startswith("=="):
            name, *rest = line[2:].split()
            yield Sheet(name, "隐藏" in rest)
        elif line:
            yield line


def _cell(grid: Sequence[Sequence[str]], row: int, column: int) -> Cell:
    right, down = column + 1, row + 1
    while right < len(grid[row]) and grid[row][right] == "<":
        right += 1
    while down < len(grid) and column < len(grid[down]) and grid[down][column] == "^":
        down += 1
    return Cell(grid[row][column], down - row, right - column)
