"""Text measured in terminal cells: a Chinese character takes two, a combining mark none.

Characters of ambiguous width (“ ” … ● ▲) count as one, as terminals outside a CJK locale draw them.
"""

import re
from unicodedata import category, east_asian_width

# a word, white space, or one character with the closing marks that may not begin a line
_PIECE = re.compile(r"\s+|[（《“‘「『〔]*(?:[!-~]+|.)[，。、；：？！）》”’」』〕…,;:)\]}]*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


class _Cells(dict[str, int]):
    """Character → cells, looked up in the Unicode tables when first met."""

    def __missing__(self, character: str) -> int:
        if category(character) in {"Mn", "Me", "Cf"}:
            cells = 0
        else:
            cells = 2 if east_asian_width(character) in {"W", "F"} else 1
        self[character] = cells
        return cells


_cells = _Cells().__getitem__


def wide(text: str) -> int:
    """How many cells a text takes."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def padded(text: str, room: int) -> str:
    """Fill a text with spaces up to so many cells."""
    return text + " " * (room - wide(text))


def clipped(text: str, room: int) -> str:
    """Shorten a text that takes more cells, ending it with `…`."""
    if wide(text) <= room:
        return text
    kept, used = "", 1
    for character in text:
        used += _cells(character)
        if used > room:
            break
        kept += character
    return f"{kept}…" if room > 0 else ""


def wrapped(text: str, room: int) -> list[str]:
    """Break a text into lines of so many cells, between words or Chinese characters; one line at least."""
    if wide(text) <= room:
        return [text]
    lines, left = [""], room
    for piece in _pieces(text, room):
        cells = wide(piece)
        if lines[-1] and wide(piece.rstrip()) > left:
            lines.append("")
            left = room
        if lines[-1] or not piece.isspace():
            lines[-1] += piece
            left -= cells
    return [line.rstrip() for line in lines]


def one_line(text: str) -> str:
    """Make a text fit for one line of a terminal: no line break, and nothing that would steer the terminal."""
    return harmless(text).strip()


def harmless(text: str) -> str:
    """Blank out what would steer a terminal, the spaces at the ends left as they are."""
    return _CONTROL.sub(" ", text)


def _pieces(text: str, room: int) -> list[str]:
    """What may not be broken; a piece too long for any line is broken after all."""
    pieces = _PIECE.findall(text)
    return [part for piece in pieces for part in ([piece] if wide(piece) <= room else piece)]
