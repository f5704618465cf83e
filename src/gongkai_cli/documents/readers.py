"""The readers by kind of file; each loads its library when it is first asked."""

# ruff: noqa: PLC0415  # that is what this file is for

from collections.abc import Callable

from gongkai_cli.documents.block import Reading
from gongkai_cli.documents.remarks import remark

Reader = Callable[[bytes, str], Reading]


def _text(data: bytes, name: str) -> Reading:
    from gongkai_cli.documents.decode import decode
    from gongkai_cli.documents.text import blocks

    content, encoding = decode(data, name)
    remarks = () if encoding == "utf-8-sig" else (remark("encoding", encoding=encoding.upper()),)
    return Reading(blocks(content), remarks)


def _docx(data: bytes, name: str) -> Reading:
    from gongkai_cli.documents.word.read import blocks

    return Reading(blocks(data, name))


def _html(data: bytes, name: str) -> Reading:
    from gongkai_cli.documents.html.read import read

    return read(data, name)


def _mht(data: bytes, name: str) -> Reading:
    from gongkai_cli.documents.mime import read

    return read(data, name)


def _xlsx(data: bytes, name: str) -> Reading:
    from gongkai_cli.documents.sheet.xlsx import read

    return read(data, name)


def _ods(data: bytes, name: str) -> Reading:
    from gongkai_cli.documents.sheet.ods import read

    return read(data, name)


def _calamine(data: bytes, name: str) -> Reading:
    from gongkai_cli.documents.sheet.binary import read

    return read(data, name)


def _pdf(data: bytes, name: str) -> Reading:
    from gongkai_cli.documents.pdf.read import read

    return read(data, name)


def _apart(kind: str) -> Reader:
    def reader(data: bytes, name: str) -> Reading:
        from gongkai_cli.documents.apart import Order, read_apart

        return read_apart(Order(kind, name, data))

    return reader


def _office(kind: str) -> Reader:
    def reader(data: bytes, name: str) -> Reading:
        from gongkai_cli.documents.office import converted

        read = _ods if kind == "sheetxml" else _docx
        reading = read(converted(data, name, kind), name)
        return Reading(reading.blocks, (remark("through-office"), *reading.remarks))

    return reader


APART: dict[str, Reader] = {"xls": _calamine, "xlsb": _calamine, "pdf": _pdf}
READERS: dict[str, Reader] = {
    "text": _text,
    "docx": _docx,
    "html": _html,
    "mht": _mht,
    "xlsx": _xlsx,
    "ods": _ods,
    **{kind: _apart(kind) for kind in APART},
    **{kind: _office(kind) for kind in ("doc", "rtf", "odt", "wordxml", "sheetxml")},
}
