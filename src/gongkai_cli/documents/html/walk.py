"""The second walk over a page: text into lines, lines into paragraphs and cells, cells into tables."""

import re
from collections.abc import Container, Iterator

from lxml import etree

from gongkai_cli.documents.block import Block, Paragraph
from gongkai_cli.documents.html.cells import OpenTable
from gongkai_cli.documents.html.lists import Lists, numbered
from gongkai_cli.documents.spans import table
from gongkai_cli.lexicon.load import words

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "div"}
    | {"dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"header", "hr", "html", "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table"}
    | {"tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_ROWS = frozenset({"thead", "tbody", "tfoot", "tr"})
_WIDE = r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff“”‘’…—]"
_WRAP = re.compile(rf"(?<={_WIDE})[ \t\r]*\n[ \t\r\n]*(?={_WIDE})")
_NOTHING = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


class Walk:
    """What has been read so far: the blocks, and the lines of the page or cell that is open."""

    def __init__(self, layout: Container[etree._Element], lists: Lists, name: str) -> None:
        self.layout = layout
        self.lists = lists
        self.name = name
        self.blocks: list[Block] = []
        self.tables: list[OpenTable] = []
        self.cells: list[list[str]] = []
        self.pieces: list[str] = []
        self.label = ""
        self.paragraphs = self.numbered_tables = self.preformatted = 0
        self.bars: list[str] = []

    def start(self, element: etree._Element) -> None:
        """Enter an element."""
        tag = element.tag
        if self.pieces and tag in _BLOCKS:
            self._end_line()
        if tag == "table":
            self.tables.append(OpenTable(layout=element in self.layout))
        elif tag in _ROWS and self._in_table():
            self.tables[-1].start(str(tag))
        elif tag in {"td", "th"} and self._in_table():
            self.cells.append([])
        elif tag in {"ol", "ul"}:
            self.lists.start(element)
        elif tag == "li":
            self.label += self.lists.label(element)
        self.preformatted += tag == "pre"

    def end(self, element: etree._Element) -> None:
        """Leave an element."""
        tag = element.tag
        if self.pieces and tag in _BLOCKS:
            self._end_line()
        if tag == "table":
            self._end_table()
        elif tag in _ROWS and self._in_table():
            self.tables[-1].end(str(tag))
        elif tag in {"td", "th"} and self._in_table():
            self.tables[-1].add(element, "\n".join(self.cells.pop()))
        elif tag in {"ol", "ul"}:
            self.lists.end()
        elif tag == "li":
            self.label = ""
        self.preformatted -= tag == "pre"

    def say(self, text: str | None) -> None:
        """Take up text."""
        if not text:
            return
        first, *others = text.split("\n") if self.preformatted else (text,)
        self.pieces.append(first)
        for line in others:
            self._end_line()
            self.pieces.append(line)

    def _in_table(self) -> bool:
        return bool(self.tables) and not self.tables[-1].layout

    def _end_line(self) -> None:
        line = plain("".join(self.pieces))
        self.pieces.clear()
        if not line:
            return
        if self.label:
            line, self.label = numbered(self.label, line), ""
        if self.cells:
            self.cells[-1].append(line)
        elif is_bar(line):
            self.bars.append(line)
        else:
            self.paragraphs += 1
            self.blocks.append(Paragraph(line, f"第{self.paragraphs}段"))

    def _end_table(self) -> None:
        closed = self.tables.pop()
        outer = next((table for table in reversed(self.tables) if not table.layout), None)
        if closed.layout:
            return
        if outer and self.cells:
            outer.inner.append(closed)
        else:
            self.blocks.extend(self._finished(closed))

    def _finished(self, closed: OpenTable) -> Iterator[Block]:
        """Give a table, then the tables that stood in its cells."""
        number = self.numbered_tables + 1
        made = table(closed.placed(self.name), lambda row: f"表{number}第{row + 1}行", self.name)
        if made:
            self.numbered_tables = number
            yield made
        for inner in closed.inner:
            yield from self._finished(inner)


def plain(text: str) -> str:
    """Turn the blanks of a page's source into those a reader sees."""
    if "\n" in text:
        text = _WRAP.sub("", text)
    return " ".join(_NOTHING.sub("", text).split())


def is_bar(line: str) -> bool:
    """Whether a line is only buttons of the page (【打印】【关闭】) or the way to it (当前位置：首页 > …)."""
    page = words("documents")["网页"]
    if re.match(rf"[【\[]?(?:{'|'.join(page['位置'])})\s*[:：].*[>＞»›/]", line):
        return len(line) <= 80
    buttons = "|".join(sorted(page["按钮"], key=len, reverse=True))
    between = r"[\s\[\]【】（）()|｜:：、,，/·+\-×A]*"
    return len(line) <= 60 and bool(re.fullmatch(rf"(?:{between}(?:{buttons}))+{between}", line))
