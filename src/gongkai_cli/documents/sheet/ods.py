"""Bytes of an .ods spreadsheet → its sheets; it keeps what each cell shows beside its value."""

import re
from collections.abc import Iterator

from lxml import etree

from gongkai_cli.documents.block import Reading
from gongkai_cli.documents.package import Package, elements
from gongkai_cli.documents.sheet.area import Sheet, reading
from gongkai_cli.documents.spans import ensure_size
from gongkai_cli.model.problem import Refusal

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_CELLS = frozenset({f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
_ROWS, _COLUMNS = 1_048_576, 16_384
_MONTH = re.compile(r"[年月日]")


def read(data: bytes, name: str) -> Reading:
    """Transcribe a spreadsheet. Refuses one that is torn, locked or empty."""
    package = Package(data, name)
    if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
        raise Refusal("document-locked", file=name)
    content = package.part("content.xml")
    if content is None:
        raise Refusal("document-torn", file=name)
    return reading(list(_Sheets(name).read(content)), name)


class _Sheets:
    """The sheet that is open, and the row and column to come."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.row = self.column = 0
        self.hidden_styles: set[str] = set()

    def read(self, content: bytes) -> Iterator[Sheet]:
        sheet: Sheet | None = None
        tags = (f"{_TABLE}table", f"{_TABLE}table-row", f"{_TABLE}table-column", f"{_STYLE}style")
        for event, element in elements(content, self.name, tags, ("start", "end")):
            local = etree.QName(element).localname
            if local == "style" and event == "end":
                self._style(element)
            elif local == "table" and event == "start":
                sheet = self._start(element)
            elif local == "table" and sheet:
                yield sheet
                sheet = None
            elif event == "end" and sheet:
                (self._row if local == "table-row" else self._columns)(sheet, element)
                element.clear()

    def _start(self, element: etree._Element) -> Sheet:
        self.row = self.column = 0
        hidden = element.get(f"{_TABLE}style-name") in self.hidden_styles
        return Sheet(element.get(f"{_TABLE}name", ""), hidden=hidden)

    def _style(self, element: etree._Element) -> None:
        properties = element.find(f"{_STYLE}table-properties")
        if properties is not None and properties.get(f"{_TABLE}display") == "false":
            self.hidden_styles.add(element.get(f"{_STYLE}name", ""))

    def _columns(self, sheet: Sheet, element: etree._Element) -> None:
        count = _count(element, "number-columns-repeated", _COLUMNS)
        if element.get(f"{_TABLE}visibility", "visible") != "visible":
            sheet.hidden_columns.extend(range(self.column, min(self.column + count, _COLUMNS)))
        self.column += count

    def _row(self, sheet: Sheet, element: etree._Element) -> None:
        repeated = _count(element, "number-rows-repeated", _ROWS)
        cells = [cell for cell in _row_cells(element) if cell[1]]
        width = sum(count for _, _, count, _, _ in cells)
        if cells:
            ensure_size(repeated, width, self.name)
        for row in range(self.row, self.row + repeated if cells else self.row):
            for column, text, count, down, across in cells:
                sheet.cells.update({(row, place): text for place in range(column, column + count)})
                if down > 1 or across > 1:
                    sheet.merges.append((row, column, row + down - 1, column + across - 1))
        if cells and element.get(f"{_TABLE}visibility", "visible") != "visible":
            sheet.hidden_rows.extend(range(self.row, self.row + repeated))
        self.row += repeated


def _row_cells(row: etree._Element) -> Iterator[tuple[int, str, int, int, int]]:
    """Give column, text, how often repeated, rows and columns spanned."""
    column = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        count = _count(cell, "number-columns-repeated", _COLUMNS)
        text = _cell_text(cell) if cell.tag == f"{_TABLE}table-cell" else ""
        down, across = (
            _count(cell, "number-rows-spanned", _ROWS),
            _count(cell, "number-columns-spanned", _COLUMNS),
        )
        yield column, text, count, down, across
        column += count


def _cell_text(cell: etree._Element) -> str:
    """Return what the cell shows; a full date is written as one, whatever its order of day and month."""
    shown = "\n".join("".join(_pieces(part)) for part in cell.iterchildren(f"{_TEXT}p")).strip()
    day = cell.get(f"{_OFFICE}date-value", "")
    if cell.get(f"{_OFFICE}value-type") == "date" and not _MONTH.search(shown):
        return day.removesuffix("T00:00:00").replace("T", " ")[:16]
    return shown


def _pieces(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        local = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if local == "s":
            yield " " * min(_count(child, "c", 1000, _TEXT), 1000)
        elif local in {"tab", "line-break"}:
            yield " " if local == "tab" else "\n"
        elif local not in {"annotation", "note", "ruby-text"}:
            yield from _pieces(child)
        yield child.tail or ""


def _count(element: etree._Element, name: str, limit: int, space: str = _TABLE) -> int:
    said = element.get(f"{space}{name}", "1")
    return max(1, min(int(said[:9]), limit)) if said.isdigit() else 1
