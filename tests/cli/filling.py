"""A clerk who fills in an exported sheet, as Excel would save it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

HEADING_ROW = 3


def fill(path: Path, rows: Mapping[str | int, Mapping[str, Any]]) -> None:
    """Write in the rows of tasks (by 序号), or in rows by their number, the values of columns."""
    book = load_workbook(path)
    sheet = book.worksheets[0]
    for row, values in rows.items():
        number = row if isinstance(row, int) else row_of(sheet, row)
        for heading, value in values.items():
            sheet.cell(number, column_of(sheet, heading)).value = value
    book.save(path)


def row_of(sheet: Worksheet, task: str) -> int:
    """Find the row of a task by its 序号."""
    return next(row for row in range(HEADING_ROW, sheet.max_row) if str(sheet.cell(row, 1).value) == task)


def column_of(sheet: Worksheet, heading: str) -> int:
    """Find a column by its heading; a new one at the end where there is none."""
    found = [cell.column for cell in sheet[HEADING_ROW] if cell.value == heading]
    if not found:
        sheet.cell(HEADING_ROW, sheet.max_column + 1).value = heading
    return found[0] if found else sheet.max_column
