"""Paragraphs, runs and tables. A Jinja tag must lie inside one run: docxtpl keeps its looks only then."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from wordparts.measure import twips
from wordparts.styles import style_id


@dataclass(frozen=True)
class Column:
    """A table column: head, width in millimetres, what each row prints, and in which paragraph style."""

    head: str
    width: float
    cell: str
    style: str = "表格正文"


def run(text: str, style: str = "") -> str:
    """Write one run, optionally in a character style (by id)."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def paragraph(style: str, *content: str, also: str = "") -> str:
    """Write a paragraph of text or ready runs; `also` goes into its properties (a section, say)."""
    runs = "".join(one if one.startswith("<w:") else run(one) for one in content)
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{also}</w:pPr>{runs}</w:p>'


def tag(code: str) -> str:
    """Write a paragraph that holds only a block tag (`for …`); docxtpl takes the paragraph away."""
    return paragraph("公文正文", f"{{%p {code} %}}")


def table(columns: Sequence[Column], rows: str) -> str:
    """Write a table as wide as its columns with a head row that repeats on every page."""
    widths = [twips(column.width) for column in columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = "".join(
        cell(width, paragraph("表头", column.head)) for column, width in zip(columns, widths, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{BORDERS}'
        f'<w:tblLayout w:type="fixed"/>{MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{row(head, head=True)}{rows}</w:tbl>"
    )


def row(cells: str, *, head: bool = False) -> str:
    """Write a row that no page break cuts; a head row comes again on each page."""
    again = "<w:tblHeader/>" if head else ""
    return f'<w:tr><w:trPr><w:cantSplit/>{again}<w:jc w:val="center"/></w:trPr>{cells}</w:tr>'


def item_row(columns: Sequence[Column]) -> str:
    """Write the row that prints one item of a loop."""
    return row("".join(cell(twips(column.width), _printed(column)) for column in columns))


def wide_row(columns: Sequence[Column], text: str) -> str:
    """Write a row of one cell over all columns."""
    return row(
        cell(sum(twips(column.width) for column in columns), paragraph("表格部分", text), span=len(columns))
    )


def tag_row(columns: Sequence[Column], code: str) -> str:
    """Write a row that holds only a block tag; docxtpl takes the row away."""
    return wide_row(columns, f"{{%tr {code} %}}")


def cell(width: int, content: str, span: int = 1) -> str:
    """Write a cell, its text centred in height."""
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    looks = f'<w:tcW w:w="{width}" w:type="dxa"/>{spanned}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{looks}</w:tcPr>{content}</w:tc>"


def _printed(column: Column) -> str:
    return column.cell if column.cell.startswith("<w:") else paragraph(column.style, column.cell)


BORDERS = (
    "<w:tblBorders>"
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders>"
)

MARGINS = (
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="57" w:type="dxa"/>'
    '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="57" w:type="dxa"/></w:tblCellMar>'
)
