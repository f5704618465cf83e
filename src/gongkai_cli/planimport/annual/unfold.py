"""A page laid out as one table, its headings and prose rows of it, taken apart into paragraphs and tables."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from gongkai_cli.documents.block import Block, Document, Paragraph, Row, Table
from gongkai_cli.planimport.annual.sections import is_heading


def unfolded(document: Document) -> Document:
    """Take apart every table that has a section's heading as a row of its own; others stay as they are."""
    blocks = (part for block in document.blocks for part in _unfolded(block))
    return replace(document, blocks=tuple(blocks))


def _unfolded(block: Block) -> Iterator[Block]:
    if isinstance(block, Paragraph) or not any(is_heading(_only(row)) for row in block.rows):
        yield block
        return
    for heading, rows in groupby(block.rows, lambda row: is_heading(_only(row))):
        yield from _part(tuple(rows), prose=heading)


def _part(rows: Sequence[Row], *, prose: bool) -> Iterator[Block]:
    """Make paragraphs of rows that are one text each, else a table."""
    if prose or all(_only(row) or not _texts(row) for row in rows):
        yield from (Paragraph(_only(row), row.locator) for row in rows if _texts(row))
    else:
        yield Table(tuple(rows))


def _only(row: Row) -> str:
    """The text of a row that has no other; "" where there are several or none."""
    said = _texts(row)
    return said[0] if len(said) == 1 else ""


def _texts(row: Row) -> list[str]:
    return [cell.text for cell in row.cells if cell.text.strip()]
