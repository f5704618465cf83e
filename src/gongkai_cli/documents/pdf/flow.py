"""The lines and tables of all pages in order → blocks: what a page's end broke is put together again."""

import re
from collections.abc import Iterator

from gongkai_cli.documents.block import Block, Paragraph
from gongkai_cli.documents.pdf.grid import Grid
from gongkai_cli.documents.pdf.lines import Line, goes_on, joined
from gongkai_cli.documents.spans import table

_DASHES = r"[-—–―－·\s]*"
_PAGE_NUMBER = re.compile(
    rf"{_DASHES}(?:\d{{1,3}}(?:\s*/\s*\d{{1,3}})?|第\s*\d{{1,3}}\s*页(?:[\s,，/]*共\s*\d{{1,3}}\s*页)?){_DASHES}"
)
_WIDE_ENOUGH = 0.6  # of the text's width: shorter lines are headings, not broken paragraphs
_NEAR_FOOT = 0.12


class Flow:
    """What is open: a paragraph or a table; page numbers wait until it has ended."""

    def __init__(self, name: str, left: float, right: float) -> None:
        self.name = name
        self.left, self.right = left, right
        self.last: Line | None = None
        self.text = ""
        self.grid: Grid | None = None
        self.waiting: list[str] = []
        self.paragraphs = self.tables = 0

    def line(self, line: Line, place: float) -> Iterator[Block]:
        """Take a line; `place` is how far down its page it stands, 0 to 1."""
        if not _NEAR_FOOT < place < 1 - _NEAR_FOOT and _PAGE_NUMBER.fullmatch(line.text):
            self.waiting.append(line.text)
            return
        if self.last and self._goes_on(self.last, line):
            self.text = joined(self.text, line.text)
        else:
            yield from self.end()
            self.text = line.text
        self.last = line

    def table(self, found: Grid) -> Iterator[Block]:
        """Take a table; one that follows a table of the page before with the same columns goes on with it."""
        if self.grid and found.continues(self.grid):
            self.grid.join(found)
            return
        yield from self.end()
        self.grid = found

    def end(self) -> Iterator[Block]:
        """Give what was open, then the page numbers that waited."""
        texts, grid = ([self.text] if self.last else []) + self.waiting, self.grid
        self.last, self.grid, self.waiting = None, None, []
        if grid:
            number = self.tables + 1
            made = table(grid.placed(self.name), lambda row: f"表{number}第{row + 1}行", self.name)
            if made:
                self.tables = number
                yield made
        for text in texts:
            self.paragraphs += 1
            yield Paragraph(text, f"第{self.paragraphs}段")

    def _goes_on(self, last: Line, line: Line) -> bool:
        """Whether a line goes on with the one before: that one was full, and this one begins at the margin."""
        if abs(last.size - line.size) > 0.1 * last.size or line.x0 - self.left > 1.3 * line.size:
            return False
        if last.width < _WIDE_ENOUGH * (self.right - self.left):
            return False
        return goes_on(last, line.text, self.right - last.x1)
