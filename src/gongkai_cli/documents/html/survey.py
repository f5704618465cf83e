"""A first walk over a page: which tables only lay it out, which parts are not its main text."""

import re
from functools import cache
from typing import NamedTuple

from lxml import etree

from gongkai_cli.documents.html.unseen import is_unseen
from gongkai_cli.lexicon.load import words

_MAX_PROSE = 300  # a navigation or footer has links, and little text beside them
_MAIN = frozenset({"article", "main"})
_PARTS = frozenset({"nav", "header", "footer", "aside"})
_NEVER = frozenset({"body", "html", "table", "tr", "td"})
_WORD = re.compile(r"[^0-9a-z]+")


class Survey(NamedTuple):
    """`layout`: tables to walk through; `left_out`: parts that are no main text; `characters`: how much they say."""

    layout: frozenset[etree._Element]
    left_out: frozenset[etree._Element]
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
    def __init__(self) -> None:
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
        elif element.tag in {"td", "th"} and self.tables:
            self._end_cell(closed, self.tables[-1])
        if not self.open:
            return
        if (
            _is_part(element, in_main=self.main > 0)
            and not closed.holds_content
            and closed.plain <= _MAX_PROSE
        ):
            self.left_out[element] = closed.size
        else:
            self.open[-1].take(closed)
        self.say(element.tail)

    def say(self, text: str | None) -> None:
        if text and self.open:
            self.open[-1].plain += len("".join(text.split()))

    def _end_cell(self, cell: _Open, table: _Open) -> None:
        if cell.size:
            table.rows[-1:] = [(table.rows or [0])[-1] + 1]
        table.cells += cell.size if cell.nested else 0

    def _end_table(self, table: _Open) -> None:
        self.tables.pop()
        for above in reversed(self.open):
            above.nested += 1
            if above.element.tag in {"td", "th"}:
                break
        if max(table.rows, default=0) <= 1 or table.cells * 2 > table.size:
            self.layout.add(table.element)
        else:
            table.holds_content = True


def survey(root: etree._Element) -> Survey:
    """Look at every element once."""
    surveyor, walk = _Surveyor(), etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if is_unseen(element):
            if event == "start":
                walk.skip_subtree()
            else:
                surveyor.say(element.tail)
        elif event == "start":
            surveyor.start(element)
        else:
            surveyor.end(element)
    return Survey(frozenset(surveyor.layout), frozenset(surveyor.left_out), sum(surveyor.left_out.values()))


def _is_part(element: etree._Element, *, in_main: bool) -> bool:
    """Whether an element is, by its tag, role, class or id, no main text of the page."""
    names = _names(element)
    if names & _words("处处略去"):
        return True
    if in_main or element.tag in _NEVER:
        return False
    role = element.get("role", "").lower()
    return element.tag in _PARTS or role in _words("角色") or bool(names & _words("正文外略去"))


def _names(element: etree._Element) -> set[str]:
    said = f"{element.get('class', '')} {element.get('id', '')}"
    return {_WORD.sub("", name) for name in said.lower().split()} if said != " " else set()


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(words("documents")["网页"][name])
