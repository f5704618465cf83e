"""Which rows of a document are the plan: the tables with a plan's header, and the headings between them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from gongkai_cli.documents.block import Block, Document, Paragraph, Table
from gongkai_cli.planimport.columns import (
    Columns,
    header_columns,
    is_of_plan,
    is_other_header,
    lower_header,
    with_requirement,
)
from gongkai_cli.planimport.contents import columns_by_contents, named_by_contents
from gongkai_cli.planimport.grid import Slot, grid
from gongkai_cli.planimport.headings import level_of
from gongkai_cli.planimport.item import Key
from gongkai_cli.planimport.wording import squeezed

_MAX_HEADING = 60
BY_CONTENTS = "原表没有表头或表头不全，按各栏内容判断"


class Between(Struct, frozen=True):
    """A paragraph between the rows of a plan."""

    text: str
    key: Key


class Line(Struct, frozen=True):
    """A row of a plan's table."""

    slots: tuple[Slot, ...]
    locator: str


class Sheet(Struct, frozen=True):
    """The lines under one header (of one or two rows), and the role of each column.

    `guessed` says that a column's role was told by its contents.
    """

    columns: Columns
    header: tuple[Line, ...]
    lines: tuple[Line | Between, ...]
    guessed: bool = False

    @property
    def rows(self) -> list[tuple[Slot, ...]]:
        """The rows without the paragraphs between them."""
        return [line.slots for line in self.lines if isinstance(line, Line)]

    def repeats_header(self, line: Line) -> bool:
        """Whether a row is the header once more, as at the top of a page."""
        texts = _texts(line.slots)
        return any(texts == _texts(head.slots) for head in self.header)


def sheets(document: Document) -> list[Sheet]:
    """Cut the document at the headers of plan tables; without any, take the tables that look like a plan."""
    found = [sheet for sheet in map(_settled, _headed(document)) if is_of_plan(sheet.columns)]
    return found or list(_unheaded(document))


def _headed(document: Document) -> Iterator[Sheet]:
    """Give a sheet for each header of a plan; the header of some other table ends the one before it."""
    columns: Columns = ()
    header: list[Line] = []
    lines: list[Line | Between] = []
    between: list[Between] = []
    for line in _lines(document):
        if isinstance(line, Between):
            between.append(line)
            continue
        found = header_columns(line.slots)
        if found and not _is_repeated(line, header):
            if header:
                yield Sheet(columns, tuple(header), tuple(lines))
            columns, header, lines = found, [line], [*_headings_before(between)]
        elif header and between and not found and is_other_header(line.slots, columns):
            yield Sheet(columns, tuple(header), tuple(lines))
            header = []
        elif header and len(header) == 1 and not _has_rows(lines) and lower_header(columns, line.slots):
            columns = lower_header(columns, line.slots) or columns
            header.append(line)
        elif header:
            lines += [*between, line]
        elif _is_alone(line):
            continue  # a title within the table stands between a heading and the header
        between = []
    if header:
        yield Sheet(columns, tuple(header), tuple(lines))


def _headings_before(between: Sequence[Between]) -> list[Between]:
    """The headings that stand directly above a table and belong to what follows."""
    headings: list[Between] = []
    for line in reversed(between):
        if not level_of(line.text) or len(line.text) > _MAX_HEADING or "。" in line.text:
            break
        headings.insert(0, line)
    return headings


def _is_alone(line: Line) -> bool:
    return sum(slot.state == "own" for slot in line.slots) == 1


def _has_rows(lines: Sequence[Line | Between]) -> bool:
    return any(isinstance(line, Line) for line in lines)


def _unheaded(document: Document) -> Iterator[Sheet]:
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table):
            lines = tuple(_block_lines(block, index))
            columns = columns_by_contents([line.slots for line in lines if isinstance(line, Line)])
            if columns:
                yield Sheet(columns, (), lines, guessed=True)


def _settled(sheet: Sheet) -> Sheet:
    """Name the columns the header left open and settle which holds the requirement."""
    named = named_by_contents(sheet.columns, sheet.rows)
    return Sheet(with_requirement(named, sheet.rows), sheet.header, sheet.lines, named != sheet.columns)


def _lines(document: Document) -> Iterator[Line | Between]:
    for index, block in enumerate(document.blocks):
        yield from _block_lines(block, index)


def _block_lines(block: Block, index: int) -> Iterator[Line | Between]:
    if isinstance(block, Paragraph):
        yield Between(block.text, (index,))
        return
    for slots, row in zip(grid(block, index), block.rows, strict=True):
        yield Line(tuple(slots), row.locator)


def _is_repeated(line: Line, header: Sequence[Line]) -> bool:
    return any(_texts(line.slots) == _texts(head.slots) for head in header)


def _texts(slots: Sequence[Slot]) -> list[str]:
    return [squeezed(slot.text) for slot in slots]
