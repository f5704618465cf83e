"""The directory of an old office file (OLE compound file): which streams stand at its root."""

import struct
from collections.abc import Iterator

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NONE = 0xFFFFFFFA  # this and above are no sectors
_SHIFTS = (9, 12)  # sectors of 512 or 4096 bytes
_ENTRY = 128
_MAX_SECTORS = 10_000
_WORD_LOCKED = 0x0100  # FibBase.fEncrypted


def streams(data: bytes) -> dict[str, int]:
    """Return the names at the root with the place where each begins; {} for a torn directory."""
    try:
        shift = struct.unpack_from("<H", data, 30)[0]
        if shift not in _SHIFTS:
            return {}
        size = 1 << shift
        entries = b"".join(data[place : place + size] for place in _directory(data, size))
        return {name: (start + 1) * size for name, start in _root(entries)}
    except (struct.error, UnicodeDecodeError, MemoryError, OverflowError):
        return {}


def is_locked_word(data: bytes, start: int) -> bool:
    """Whether the WordDocument stream that begins here is encrypted."""
    return len(data) > start + 12 and bool(struct.unpack_from("<H", data, start + 10)[0] & _WORD_LOCKED)


def _directory(data: bytes, size: int) -> Iterator[int]:
    """Follow the directory's chain of sectors; the first 109 sectors of the table are named in the header."""
    sector = struct.unpack_from("<I", data, 48)[0]
    per_sector = size // 4
    for _ in range(_MAX_SECTORS):
        if sector >= _NONE:
            return
        yield (sector + 1) * size
        table = struct.unpack_from("<I", data, 76 + 4 * min(sector // per_sector, 108))[0]
        sector = struct.unpack_from("<I", data, (table + 1) * size + 4 * (sector % per_sector))[0]


def _root(entries: bytes) -> Iterator[tuple[str, int]]:
    """Walk the tree of the root's children."""
    to_see, seen = [struct.unpack_from("<I", entries, 76)[0]], set()
    while to_see:
        number = to_see.pop()
        if number >= len(entries) // _ENTRY or number in seen:
            continue
        seen.add(number)
        place = number * _ENTRY
        length = struct.unpack_from("<H", entries, place + 64)[0]
        name = entries[place : place + max(0, min(length, 64) - 2)].decode("utf-16-le")
        yield name, struct.unpack_from("<I", entries, place + 116)[0]
        to_see += struct.unpack_from("<II", entries, place + 68)
