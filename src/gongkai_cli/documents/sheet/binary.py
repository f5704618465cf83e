"""Bytes of an .xls or .xlsb workbook → its sheets, through calamine."""

import io
from datetime import date, datetime, time, timedelta

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from gongkai_cli.documents.block import Reading
from gongkai_cli.documents.remarks import remark
from gongkai_cli.documents.sheet.area import Sheet, reading
from gongkai_cli.documents.sheet.look import moment, plain
from gongkai_cli.model.problem import Refusal

Value = int | float | str | bool | time | date | datetime | timedelta


def read(data: bytes, name: str) -> Reading:
    """Transcribe a workbook. Refuses one that is locked, torn or empty."""
    try:
        return _read(data, name)
    except PasswordError as error:
        raise Refusal("document-locked", file=name) from error
    except (CalamineError, OSError, ValueError) as error:
        code = "document-locked" if "assword" in str(error) else "document-torn"
        raise Refusal(code, file=name) from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # Rust's; it is no Exception
            raise Refusal("document-torn", file=name) from error
        raise


def _read(data: bytes, name: str) -> Reading:
    months = merges_unknown = False
    sheets = []
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        for about in book.sheets_metadata:
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            found = book.get_sheet_by_name(about.name)
            sheet = Sheet(about.name, hidden=about.visible != SheetVisibleEnum.Visible)
            months |= _fill(sheet, found)
            merges_unknown |= found.merged_cell_ranges is None
            sheets.append(sheet)
    remarks = (("no-merges", merges_unknown), ("month-dates", months))
    return reading(sheets, name, tuple(remark(code) for code, holds in remarks if holds))


def _fill(sheet: Sheet, found: CalamineSheet) -> bool:
    """Take the cells over; say whether a first day of a month is among them, which may stand for the month."""
    first = found.start[1] if found.start else 0  # rows begin at the top, columns at the first that is filled
    months = False
    for row, values in enumerate(found.iter_rows()):
        for column, value in enumerate(values, first):
            text = _text(value)
            if text:
                sheet.cells[row, column] = text
            months |= isinstance(value, date) and value.day == 1
    for (top, left), (bottom, right) in found.merged_cell_ranges or []:
        sheet.merges.append((top, left, bottom, right))
    return months


def _text(value: Value) -> str:
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return plain(value)
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return moment(value)
