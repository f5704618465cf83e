"""A first walk over a page: which tables only lay it out, which parts are not its main text."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, cast

from lxml import etree

from gongkai_cli.lexicon.load import words

_MAX_PROSE = 300  # a navigation or footer has links, and little text beside them
_MAIN = frozenset({"article", "main"})
_PARTS = frozenset({"nav", "header", "footer", "aside"})
_CELLS = frozenset({"td", "th"})
_NAMED = etree.XPath("//*[@class or @id or @role]")
_NEVER = frozenset({"body", "html", "table", "tr", "td"})
_WORD = re.compile(r"[^0-9a-z]+")


class Survey(NamedTuple):
    """`layout`: tables to walk through; `left_out`: parts that are no main text; `characters`: how much they say."""

    layout: frozenset[etree._Element]
    left_out: tuple[etree._Element, ...]
    characters: int


class _Open:
    """An element whose end has not come: how much it says, plainly and in links, and what it holds."""

    __slots__ = ("cells", "element", "holds_content", "linked", "nested", "plain", "rows")

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self.plain = self.linked = self.nested = 0
        self.holds_content = element.tag == "h1"
        self.rows: list[int] = []  # of a table: how many cells of each row say something
        self.cells = 0  # of a table: characters in cells that hold tables

    def take(self, child: "_Open") -> None:
        linked = child.element.tag == "a"
        self.plain += 0 if linked else child.plain
        self.linked += child.linked + (child.plain if linked else 0)
        self.holds_content |= child.holds_content

    @property
    def size(self) -> int:
        return self.plain + self.linked


class _Surveyor:
    def __init__(self, suspects: dict[etree._Element, bool]) -> None:
        self.suspects = suspects
        self.open: list[_Open] = []
        self.tables: list[_Open] = []
        self.main = 0
        self.layout: set[etree._Element] = set()
        self.left_out: dict[etree._Element, int] = {}

    def start(self, element: etree._Element) -> None:
        self.open.append(_Open(element))
        self.main += element.tag in _MAIN
        self.say(element.text)
        if element.tag == "table":
            self.tables.append(self.open[-1])
        elif element.tag == "tr" and self.tables:
            self.tables[-1].rows.append(0)

    def end(self, element: etree._Element) -> None:
        closed = self.open.pop()
        self.main -= element.tag in _MAIN
        if element.tag == "table":
            self._end_table(closed)
        elif element.tag in _CELLS and self.tables:
            self._end_cell(closed, self.tables[-1])
        if not self.open:
            return
        if element in self.suspects and self._is_left_out(closed):
            self.left_out[element] = closed.size
        else:
            self.open[-1].take(closed)
        self.say(element.tail)

    def say(self, text: str | None) -> None:
        if text and self.open:
            self.open[-1].plain += sum(map(len, text.split()))

    def _is_left_out(self, part: _Open) -> bool:
        anywhere = self.suspects[part.element]
        return (anywhere or not self.main) and not part.holds_content and part.plain <= _MAX_PROSE

    def _end_cell(self, cell: _Open, table: _Open) -> None:
        if cell.size:
            table.rows[-1:] = [(table.rows or [0])[-1] + 1]
        table.cells += cell.size if cell.nested else 0

    def _end_table(self, table: _Open) -> None:
        self.tables.pop()
        for above in reversed(self.open):
            above.nested += 1
            if above.element.tag in _CELLS:
                break
        if max(table.rows, default=0) <= 1 or table.cells * 2 > table.size:
            self.layout.add(table.element)
        else:
            table.holds_content = True


def survey(root: etree._Element) -> Survey:
    """Look at every element once."""
    surveyor = _Surveyor(dict(_suspects(root)))
    for event, element in etree.iterwalk(root, events=("start", "end")):
        (surveyor.start if event == "start" else surveyor.end)(element)
    left_out = surveyor.left_out
    return Survey(frozenset(surveyor.layout), tuple(left_out), sum(left_out.values()))


def _suspects(root: etree._Element) -> Iterator[tuple[etree._Element, bool]]:
    """Give what by its tag, role, class or id is no main text, and whether it is not even in the main text."""
    named = cast("list[Any]", _NAMED(root))
    for element in (*root.iter(*_PARTS), *named):
        names = _names(element)
        if names & _words("处处略去"):
            yield element, True
        elif element.tag not in _NEVER and (
            element.tag in _PARTS
            or element.get("role", "").lower() in _words("角色")
            or names & _words("正文外略去")
        ):
            yield element, False


def _names(element: etree._Element) -> set[str]:
    said = f"{element.get('class', '')} {element.get('id', '')}"
    return {_WORD.sub("", name) for name in said.lower().split()} if said != " " else set()


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words("documents")["网页"][name])
