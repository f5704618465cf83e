"""A workbook as bytes: the same for the same contents and day, whenever and wherever it is written."""

import io
from datetime import date, datetime, time
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

_UNIX = 3  # the system that is named as the one that packed it


def saved(book: Workbook, day: date) -> bytes:
    """Write a workbook as if it had been made on that day: openpyxl's own `save` asks the clock."""
    book.properties.created = book.properties.modified = datetime.combine(day, time())
    stream = io.BytesIO()
    ExcelWriter(book, ZipFile(stream, "w")).save()
    return _dated(stream.getvalue(), day)


def _dated(data: bytes, day: date) -> bytes:
    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as made, ZipFile(stream, "w") as archive:
        for name in made.namelist():
            entry = ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type, entry.create_system = ZIP_DEFLATED, _UNIX
            archive.writestr(entry, made.read(name))
    return stream.getvalue()
