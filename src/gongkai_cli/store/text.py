"""Bytes of a data file → its text: UTF-8 with or without BOM; anything else is told, never guessed at."""

from pathlib import Path

from gongkai_cli.model.problem import Position, Problem

BOM = b"\xef\xbb\xbf"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(root: Path, file: str) -> str | Problem:
    """Read a data file; a Problem where it is not text."""
    try:
        return decode((root / file).read_bytes(), file)
    except OSError as error:
        return Problem(file, Position(1), "unreadable", {"detail": error.strerror or ""})


def decode(data: bytes, file: str) -> str | Problem:
    """Decode the bytes of a data file; a Problem where they are not UTF-8."""
    try:
        text = data.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        place = Position(data.count(b"\n", 0, error.start) + 1)
        return Problem(file, place, *_foreign(data))
    return Problem(file, Position(1), "binary") if "\0" in text else text


def _foreign(data: bytes) -> tuple[str, dict[str, str]]:
    """Name what is not UTF-8: another encoding of text, or no text at all."""
    if data.startswith(_UTF16):
        return "encoding", {"encoding": "UTF-16"}
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return "binary", {}
    return ("binary", {}) if "\0" in text else ("encoding", {"encoding": "GB18030（GBK）"})
