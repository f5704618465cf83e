"""The neutral form every reader yields: a document is paragraphs and tables, as they stand in the file."""

from msgspec import Struct


class Paragraph(Struct, frozen=True, gc=False, tag=True):
    """A paragraph and where it stands in the file, in words (`第12行`)."""

    text: str
    locator: str


class Cell(Struct, frozen=True, gc=False):
    """A table cell with the rows and columns it covers; a merged cell is one cell with its span."""

    text: str
    rowspan: int = 1
    colspan: int = 1


class Row(Struct, frozen=True, gc=False):
    """The cells that begin in a row; cells covered from above are not repeated."""

    cells: tuple[Cell, ...]
    locator: str


class Table(Struct, frozen=True, gc=False, tag=True):
    """A table as its rows."""

    rows: tuple[Row, ...]


Block = Paragraph | Table


class Reading(Struct, frozen=True):
    """What a reader yields: the blocks, and remarks on how they were read."""

    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = ()


class Document(Struct, frozen=True, kw_only=True):
    """A file transcribed: its name, the SHA-256 of its bytes, its blocks, and remarks on how it was read."""

    name: str
    sha256: str
    blocks: tuple[Block, ...]
    remarks: tuple[str, ...] = ()
