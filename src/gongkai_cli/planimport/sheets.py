"""Which rows of a document are the plan: the tables with a plan's header, and the headings between them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from gongkai_cli.documents.block import Block, Document, Paragraph, Table
from gongkai_cli.planimport.columns import Columns, header_columns, lower_header, with_requirement
from gongkai_cli.planimport.contents import columns_by_contents, named_by_contents
from gongkai_cli.planimport.grid import Slot, grid
from gongkai_cli.planimport.item import Key
from gongkai_cli.planimport.wording import squeezed

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
    found = [_settled(sheet) for sheet in _headed(document)]
    return found or list(_unheaded(document))


def _headed(document: Document) -> Iterator[Sheet]:
    columns: Columns = ()
    header: list[Line] = []
    lines: list[Line | Between] = []
    for line in _lines(document):
        found = header_columns(line.slots) if isinstance(line, Line) else None
        if found and isinstance(line, Line) and not _is_repeated(line, header):
            if header:
                yield Sheet(columns, tuple(header), tuple(lines))
            columns, header, lines = found, [line], []
        elif header:
            lower = lower_header(columns, line.slots) if isinstance(line, Line) and not lines else None
            if lower and isinstance(line, Line) and len(header) == 1:
                columns = lower
                header.append(line)
            else:
                lines.append(line)
    if header:
        yield Sheet(columns, tuple(header), tuple(lines))


def _unheaded(document: Document) -> Iterator[Sheet]:
    for index, block in enumerate(document.blocks):
        if isinstance(block, Table):
            lines = tuple(_block_lines(block, index))
            columns = columns_by_contents([line.slots for line in lines if isinstance(line, Line)])
            if columns:
                yield Sheet(columns, (), lines, guessed=True)


def _settled(sheet: Sheet) -> Sheet:
    """Name the columns the header left open, settle the requirement, leave off the text after the last row."""
    lines = list(sheet.lines)
    while lines and isinstance(lines[-1], Between):
        lines.pop()
    named = named_by_contents(sheet.columns, sheet.rows)
    return Sheet(with_requirement(named, sheet.rows), sheet.header, tuple(lines), named != sheet.columns)


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
