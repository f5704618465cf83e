"""The paragraphs of an outline, each told for what it is: item, responsibility, deadline, column heading or text."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from gongkai_cli.documents.block import Document, Paragraph
from gongkai_cli.model.deadline import Kind
from gongkai_cli.planimport.columns import role_of
from gongkai_cli.planimport.front import is_title
from gongkai_cli.planimport.item import Key
from gongkai_cli.planimport.offices.names import are_names, is_office
from gongkai_cli.planimport.offices.read import duty_span, is_duty, names_deadline_only
from gongkai_cli.planimport.ordinal import CHAPTER, SECTION, Ordinal, read_ordinal
from gongkai_cli.rules.deadline import read_deadline

LineKind = Literal["item", "duty", "names", "deadline", "header", "text"]

_MAX_COLUMN_HEADING = 12
_MAX_CELL = 60
_DUTY_COLUMNS = frozenset({"lead", "responsible", "support", "implementing"})
_ANY_YEAR = 2000
_CONTENTS_LINE = re.compile(r"(?:…|\.{3}|·{3}|\t)[…. ·]*\d{1,3}\s*$")


class Line(NamedTuple):
    """A paragraph; `duty` is where the words stand that say who (an empty span where there are none)."""

    text: str
    key: Key
    locator: str
    kind: LineKind
    ordinal: Ordinal | None
    duty: tuple[int, int]

    @property
    def says_who(self) -> bool:
        """Whether a paragraph with a requirement says at its end who is responsible."""
        return self.duty[0] < self.duty[1]

    @property
    def who(self) -> str:
        """The words that say who."""
        return self.text[slice(*self.duty)]

    def without_who(self, start: int = 0) -> str:
        """The text from a place on without the words that say who."""
        return self.text[start : self.duty[0]] + self.text[self.duty[1] :]


def outline_lines(document: Document) -> list[Line]:
    """Tell the paragraphs of the part of the document that is the plan."""
    paragraphs = [
        (block, (index,)) for index, block in enumerate(document.blocks) if isinstance(block, Paragraph)
    ]
    headings = _column_headings([block.text for block, _ in paragraphs])
    columns = frozenset(role_of(text) for text in headings)
    lines = [_line(block, key, headings, columns) for block, key in paragraphs]
    if not columns & _DUTY_COLUMNS and not any(line.kind == "duty" or line.says_who for line in lines):
        lines = [line._replace(kind="text") if line.kind == "names" else line for line in lines]
    return _in_parts(lines[_plan_start(lines) :])


def _in_parts(lines: list[Line]) -> list[Line]:
    """Where 第一部分 stands above 一、, the latter heads a section."""
    chapters = [line for line in lines if line.ordinal and line.ordinal.level == CHAPTER]
    named = [line for line in chapters if line.text.lstrip().startswith("第")]
    if (
        not named
        or len(named) == len(chapters)
        or any(line.ordinal.level == SECTION for line in lines if line.ordinal)
    ):
        return lines
    return [
        line._replace(ordinal=line.ordinal._replace(level=SECTION))
        if line.ordinal and line in chapters and line not in named
        else line
        for line in lines
    ]


def _line(block: Paragraph, key: Key, headings: frozenset[str], columns: frozenset[str]) -> Line:
    text = block.text
    ordinal = None if _CONTENTS_LINE.search(text) else read_ordinal(text)
    span = (len(text), len(text))
    kind: LineKind
    if ordinal:
        kind, span = "item", duty_span(text)
    elif text in headings:
        kind = "header"
    elif is_duty(text):
        kind = "duty"
    elif len(text) <= _MAX_CELL and (is_office(text) or (columns & _DUTY_COLUMNS and are_names(text))):
        kind = "names"
    elif names_deadline_only(text) or ("deadline" in columns and _is_deadline(text)):
        kind = "deadline"
    else:
        kind, span = "text", duty_span(text)
    return Line(text, key, block.locator, kind, ordinal, span)


def _column_headings(texts: Sequence[str]) -> frozenset[str]:
    """The headings of a table that was saved as one cell a paragraph: two or more of them in a row."""
    short = [text if _is_column_heading(text) else "" for text in texts]
    runs = [(one, two) for one, two in pairwise(short) if one and two and role_of(one) != role_of(two)]
    return frozenset(text for run in runs for text in run)


def _is_column_heading(text: str) -> bool:
    return len(text) <= _MAX_COLUMN_HEADING and not re.search("[。：:]", text) and bool(role_of(text))


def _plan_start(lines: Sequence[Line]) -> int:
    """Where the part of the document begins whose items most often say who: after the notice, if there is one."""
    starts = [0, *(index for index, line in enumerate(lines) if not line.ordinal and is_title(line.text))]
    ends = [*starts[1:], len(lines)]
    best = max(range(len(starts)), key=lambda part: _duties(lines[starts[part] : ends[part]]))
    return starts[best]


def _duties(lines: Sequence[Line]) -> int:
    return sum(1 for line in _after_first_item(lines) if line.kind in {"duty", "names"} or line.says_who)


def _after_first_item(lines: Sequence[Line]) -> Iterator[Line]:
    seen = False
    for line in lines:
        seen = seen or line.ordinal is not None
        if seen:
            yield line


def _is_deadline(text: str) -> bool:
    return read_deadline(text, _ANY_YEAR).kind is not Kind.UNKNOWN
