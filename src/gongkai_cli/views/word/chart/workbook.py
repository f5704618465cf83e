"""The workbook inside a Word chart: one sheet, categories down column A, a column for each series.

Written part by part rather than with a library: these bytes lie in the templates too, and must be the same on every
machine, hence not compressed.
"""

import io
from collections.abc import Iterable, Iterator
from html import escape
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from gongkai_cli.views.word.chart.data import Chart
from gongkai_cli.views.word.clean import clean

SHEET = "Sheet1"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
    f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def workbook(chart: Chart) -> bytes:
    """Write the workbook of a chart: the same figures give the same bytes."""
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as book:
        for name, xml in (*_PARTS.items(), ("xl/worksheets/sheet1.xml", _sheet(chart))):
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            book.writestr(entry, _DECLARATION + xml)
    return stream.getvalue()


def names_at(column: int) -> str:
    """Refer to the name of the series in a column (1 is the first series)."""
    return f"{SHEET}!${letters(column)}$1"


def cells_at(column: int, count: int) -> str:
    """Refer to the cells below a column's head; column 0 holds the categories."""
    letter = letters(column)
    return f"{SHEET}!${letter}$2:${letter}${count + 1}"


def letters(column: int) -> str:
    """Name a column, counted from 0: A, Z, AA."""
    tens, ones = divmod(column, 26)
    return (letters(tens - 1) if tens else "") + chr(ord("A") + ones)


def _sheet(chart: Chart) -> str:
    head = _row(1, ("", *(one.name for one in chart.series)))
    figures = zip(*(one.values for one in chart.series), strict=True)
    rows = (
        _row(number, (category, *values))
        for number, (category, values) in enumerate(zip(chart.categories, figures, strict=True), 2)
    )
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{head}{"".join(rows)}</sheetData></worksheet>'


def _row(number: int, values: Iterable[str | int | None]) -> str:
    return f'<row r="{number}">{"".join(_cells(number, values))}</row>'


def _cells(row: int, values: Iterable[str | int | None]) -> Iterator[str]:
    for column, value in enumerate(values):
        place = f'r="{letters(column)}{row}"'
        if isinstance(value, str) and value:
            yield f'<c {place} t="inlineStr"><is><t>{escape(clean(value), quote=False)}</t></is></c>'
        elif isinstance(value, int):
            yield f"<c {place}><v>{value}</v></c>"
