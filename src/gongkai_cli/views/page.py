"""What a command shows, laid out but not yet drawn: lines of spans, tables of cells, widths already settled.

`plain` and `rich_page` draw the same page; so a pipe and a terminal show the same words in the same places.
"""

from typing import NamedTuple

from gongkai_cli.views.width import clipped, wide, wrapped

GAP = 2


class Span(NamedTuple):
    """A piece of text with the name of its style (a light, `bold`, `dim`, or none)."""

    text: str
    style: str = ""


class Line(NamedTuple):
    """One line of text."""

    spans: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The line without its styles."""
        return "".join(span.text for span in self.spans)


class Column(NamedTuple):
    """A column of a table: its heading and its width in cells."""

    title: str
    width: int


class Table(NamedTuple):
    """A table: a row is a cell for each column, a cell its lines, each fitting the column."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Span, ...], ...], ...]


Page = tuple[Line | Table, ...]


def line(text: str = "", style: str = "") -> Line:
    """Make a line of one style."""
    return Line((Span(text, style),))


def paragraph(text: str, room: int, *, label: str = "", style: str = "") -> tuple[Line, ...]:
    """Break a text into lines that hang below its label."""
    indent = " " * wide(label)
    first, *rest = wrapped(text, max(room - wide(label), GAP))
    head = Line((Span(label, "dim"), Span(first, style)))
    return (head, *(Line((Span(indent), Span(part, style))) for part in rest))


def fitted(text: str, width: int, lines: int, style: str = "") -> tuple[Span, ...]:
    """Break a text into at most so many lines of a column, the last clipped; nothing for no text."""
    parts = [clipped(text, width)] if lines == 1 else wrapped(text, width)
    if len(parts) > lines:
        parts = [*parts[: lines - 1], clipped("".join(parts[lines - 1 :]), width)]
    return tuple(Span(part, style) for part in parts) if text else ()
