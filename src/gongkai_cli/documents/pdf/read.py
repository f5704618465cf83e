"""Bytes of a PDF file → its blocks, through pdfplumber."""

import io
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from gongkai_cli.documents.block import Block, Paragraph, Reading
from gongkai_cli.documents.pdf.flow import Flow
from gongkai_cli.documents.pdf.grid import Grid, distinct, grid
from gongkai_cli.documents.pdf.lines import UNREADABLE, Line, lines
from gongkai_cli.documents.remarks import remark
from gongkai_cli.model.problem import Refusal

MAX_PAGES = 300
_MIN_EDGES = 3  # a table has at least two columns; a frame around text has one

Item = Line | Grid


class Page(NamedTuple):
    """A page: its height, its lines and tables from the top down, how many characters stand aslant."""

    height: float
    items: list[Item]
    aslant: int


def read(data: bytes, name: str) -> Reading:
    """Transcribe a PDF. Refuses one that is locked, torn, has no text, or more pages than any plan."""
    try:
        import pdfplumber  # noqa: PLC0415  # an extra
        from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415
        from pdfplumber.utils.exceptions import PdfminerException  # noqa: PLC0415
    except ImportError as error:
        raise Refusal("document-extra", file=name, extra="pdf") from error
    try:
        with pdfplumber.open(io.BytesIO(data)) as file:
            if len(file.pages) > MAX_PAGES:
                raise Refusal("pdf-pages", file=name, pages=len(file.pages), limit=MAX_PAGES)
            pages = [_page(page) for page in file.pages]
    except PdfminerException as error:
        locked = isinstance(error.args[0], PDFPasswordIncorrect) if error.args else False
        raise Refusal("document-locked" if locked else "document-torn", file=name) from error
    return _reading(pages, name)


def _reading(pages: Sequence[Page], name: str) -> Reading:
    blank = [str(number) for number, page in enumerate(pages, 1) if not page.items]
    if len(blank) == len(pages):
        raise Refusal("pdf-without-text", file=name)
    blocks = tuple(_blocks(pages, name))
    unreadable = sum(_text(block).count(UNREADABLE) for block in blocks)
    remarks = []
    if blank:
        remarks.append(remark("pages-without-text", which="、".join(blank)))
    aslant = sum(page.aslant for page in pages)
    if aslant:
        remarks.append(remark("aslant-characters", count=aslant))
    if unreadable:
        remarks.append(remark("unreadable-characters", count=unreadable))
    return Reading(blocks, tuple(remarks))


def _blocks(pages: Sequence[Page], name: str) -> Iterator[Block]:
    items = [item for page in pages for item in page.items]
    left = min(item.x0 if isinstance(item, Line) else item.edges[0] for item in items)
    right = max(item.x1 if isinstance(item, Line) else item.edges[-1] for item in items)
    flow = Flow(name, left, right)
    for page in pages:
        for item in page.items:
            if isinstance(item, Line):
                yield from flow.line(item, item.top / page.height)
            else:
                yield from flow.table(item)
    yield from flow.end()


def _page(page: Any) -> Page:
    """Read a page; what the library knows of it is then forgotten."""
    every = page.dedupe_chars().chars
    chars = [char for char in every if _is_level(char)]
    aslant = sum(1 for char in every if not _is_level(char) and not char["text"].isspace())
    tables = [table for table in page.find_tables() if _is_table(table.cells)]
    items: list[tuple[float, Item]] = []
    for table in tables:
        inside = [char for char in chars if _within(char, table.bbox)]
        chars = [char for char in chars if not _within(char, table.bbox)]
        found = grid(table.cells, inside)
        if any(cell.text for cell in found.cells):
            items.append((table.bbox[1], found))
    items += [(line.top, line) for line in lines(chars)]
    height = float(page.height)
    page.close()
    return Page(height, [item for _, item in sorted(items, key=lambda pair: pair[0])], aslant)


def _is_level(char: Any) -> bool:
    """Whether a character stands on a level line; pdfminer calls upright what leans by 45 degrees, as watermarks do."""
    along, across = char["matrix"][:2]
    return bool(along > 0 and abs(across) < 0.1 * along)


def _is_table(cells: Sequence[tuple[float, float, float, float]]) -> bool:
    return len(distinct(edge for cell in cells for edge in (cell[0], cell[2]))) >= _MIN_EDGES


def _within(char: Any, box: tuple[float, float, float, float]) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def _text(block: Block) -> str:
    if isinstance(block, Paragraph):
        return block.text
    return "".join(cell.text for row in block.rows for cell in row.cells)
