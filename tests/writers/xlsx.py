"""A page as an .xlsx file. Way: 隐藏列X (column X is hidden); paragraphs are cells merged over the table's width.

A cell of digits is a number and `2023-06-30` a date, as Excel makes them of what people type; `'1` stays text.
"""

import re
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import NamedTuple

from writers.package import content_types, packed, relations
from writers.page import Block, Cell, Page, Placed, Plain, Sheet, Table, placed, width

_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = f'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{_KIND}"'
_LINES = "".join(f"<{side} style='thin'/>" for side in ("left", "right", "top", "bottom"))
_WRAPPED = "borderId='1' applyBorder='1' applyAlignment='1'"
_STYLES = (
    f"<styleSheet {_NS}><fonts count='1'><font/></fonts>"
    "<fills count='1'><fill><patternFill/></fill></fills>"
    f"<borders count='2'><border/><border>{_LINES}</border></borders>"
    "<cellStyleXfs count='1'><xf/></cellStyleXfs>"
    f"<cellXfs count='3'><xf/><xf {_WRAPPED}><alignment wrapText='1'/></xf>"
    f"<xf numFmtId='31' applyNumberFormat='1' {_WRAPPED}/></cellXfs></styleSheet>"
)
_NUMBER, _DATE = re.compile(r"\d+(?:\.\d+)?%?"), re.compile(r"\d{4}-\d{2}-\d{2}")
_EPOCH = date(1899, 12, 30)


class _Filled(NamedTuple):
    """A sheet with what stands where."""

    sheet: Sheet
    cells: list[Placed]
    hidden: set[int]


def xlsx(page: Page) -> bytes:
    """Write a page as an Excel workbook."""
    sheets = list(_sheets(page.blocks))
    names = [f"xl/worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    column = next((way.removeprefix("隐藏列") for way in page.ways if way.startswith("隐藏列")), "")
    listed = "".join(
        f'<sheet name="{one.sheet.name}" sheetId="{number}" r:id="rId{number}"'
        + (' state="hidden"/>' if one.sheet.hidden else "/>")
        for number, one in enumerate(sheets, 1)
    )
    kinds = dict.fromkeys(names, f"{_MAIN}.worksheet+xml")
    targets = {
        f"rId{number}": f"worksheet|worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)
    }
    return packed(
        {
            "[Content_Types].xml": content_types(
                {
                    "xl/workbook.xml": f"{_MAIN}.sheet.main+xml",
                    "xl/styles.xml": f"{_MAIN}.styles+xml",
                    **kinds,
                }
            ),
            "_rels/.rels": relations({"rId1": "officeDocument|xl/workbook.xml"}, _KIND),
            "xl/workbook.xml": f"<workbook {_NS}><sheets>{listed}</sheets></workbook>",
            "xl/_rels/workbook.xml.rels": relations({**targets, "rIdS": "styles|styles.xml"}, _KIND),
            "xl/styles.xml": _STYLES,
            **{name: _worksheet(one, column) for name, one in zip(names, sheets, strict=True)},
        }
    )


def _sheets(blocks: tuple[Block, ...]) -> Iterator[_Filled]:
    """Lay the blocks of each sheet out below each other."""
    span = max((width(block) for block in blocks if isinstance(block, Table)), default=1)
    sheet, row, plain = _Filled(Sheet("Sheet1"), [], set()), 0, Plain()
    for block in blocks:
        if isinstance(block, Sheet):
            if sheet.cells:
                yield sheet
            sheet, row = _Filled(block, [], set()), 0
        elif isinstance(block, Table):
            sheet.cells.extend(
                Placed(
                    row + one.row, one.column, one.cell._replace(text="\n".join(plain.lines(one.cell.text)))
                )
                for one in placed(block)
            )
            sheet.hidden.update(row + place for place in block.hidden)
            row += len(block.rows)
        else:
            text = "\n".join(plain.lines(block))
            sheet.cells.append(Placed(row, 0, Cell(text, 1, span)))
            row += 1
    yield sheet


def _worksheet(filled: _Filled, hidden_column: str) -> str:
    rows: dict[int, list[Placed]] = {}
    for one in filled.cells:
        rows.setdefault(one.row, []).append(one)
    held = "".join(
        f'<row r="{row + 1}"'
        + (' hidden="1">' if row in filled.hidden else ">")
        + "".join(map(_cell, sorted(rows[row])))
        + "</row>"
        for row in sorted(rows)
    )
    merged = [one for one in filled.cells if one.cell.rows > 1 or one.cell.columns > 1]
    areas = "".join(f'<mergeCell ref="{_area(one)}"/>' for one in merged)
    place = ord(hidden_column) - 64 if hidden_column else 0
    columns = f"<cols><col min='{place}' max='{place}' width='9' hidden='1'/></cols>" if place else ""
    return (
        f"<worksheet {_NS}>{columns}<sheetData>{held}</sheetData>"
        + (f"<mergeCells>{areas}</mergeCells>" if areas else "")
        + "</worksheet>"
    )


def _cell(one: Placed) -> str:
    text, name = one.cell.text, _name(one.row, one.column)
    if not text:
        return f'<c r="{name}" s="1"/>'
    if _NUMBER.fullmatch(text) and not text.endswith("%"):
        return f'<c r="{name}" s="1"><v>{text}</v></c>'
    if _DATE.fullmatch(text):
        return f'<c r="{name}" s="2"><v>{(date.fromisoformat(text) - _EPOCH).days}</v></c>'
    said = escape(text.removeprefix("'"), quote=False)
    return f'<c r="{name}" s="1" t="inlineStr"><is><t xml:space="preserve">{said}</t></is></c>'


def _area(one: Placed) -> str:
    last = _name(one.row + one.cell.rows - 1, one.column + one.cell.columns - 1)
    return f"{_name(one.row, one.column)}:{last}"


def _name(row: int, column: int) -> str:
    return f"{chr(65 + column)}{row + 1}"
