"""How the sheet looks: fonts, fills, frames, and how high a row has to be for its Chinese text to show in full."""

from collections.abc import Iterable
from math import ceil

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

_FACE = "宋体"
_POINTS, _GUIDE_POINTS = 10, 12
_LINE = 1.35  # height of a line, in heights of its characters
_HALF = 96 / 72 / 2  # pixels of a half-width character one point high
_UNIT, _PADDING = 7, 8  # pixels of a unit of column width, and of a cell's two margins
_LEAST, _MOST = 3, 27  # lines: room to write in; above 409 points Excel shows no more
_STEP, _WIDEST = 8, 100

TEXT = Font(name=_FACE, size=_POINTS)
HEAD = Font(name="黑体", size=_POINTS)
TITLE = Font(name="黑体", size=16)
GUIDE = Font(name=_FACE, size=_GUIDE_POINTS)
GIVEN = PatternFill("solid", fgColor="F2F2F2")
FILL = PatternFill("solid", fgColor="FFFBE6")
HEADING = PatternFill("solid", fgColor="D9E2EF")
BANNER = PatternFill("solid", fgColor="E7EEF7")
MISSING = PatternFill("solid", bgColor="F8B4B4")  # a conditional format takes the other of the two colours
WRAPPED = Alignment(wrap_text=True, vertical="top")
CENTRED = Alignment(wrap_text=True, vertical="center", horizontal="center")
SHORT = Alignment(wrap_text=True, vertical="top", horizontal="center")
LINE = Alignment(vertical="center")
_SIDE = Side(style="thin", color="A6A6A6")
FRAME = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)


class _Growing(RowDimension):
    """A row of at least this height: it grows with what is written in it, where a height set by hand would not."""

    customHeight = False  # noqa: N815  openpyxl's name


def set_height(sheet: Worksheet, row: int, points: float) -> None:
    """Give a row its height to begin with."""
    sheet.row_dimensions[row] = _Growing(sheet, index=row, ht=points)


def height(cells: list[tuple[str, int]]) -> float:
    """Return the points that texts take in columns of these widths, side by side."""
    lines = max((_lines(text, width, _POINTS) for text, width in cells), default=_LEAST)
    return _LINE * _POINTS * min(max(lines, _LEAST), _MOST) + 4


def guide_height(text: str, width: int) -> float:
    """Return the points that a text of the guide takes, with some air below it."""
    return _LINE * _GUIDE_POINTS * (_lines(text, width, _GUIDE_POINTS) + 0.5)


def wide_enough(texts: Iterable[str], width: int) -> int:
    """Return the width, from this one on, in which the longest text shows in full."""
    longest = max(texts, key=_halves, default="")
    while width < _WIDEST and _lines(longest, width, _POINTS) > _MOST:
        width += _STEP
    return width


def _lines(text: str, width: int, points: int) -> int:
    """Count the lines of a text; one character of each is left free, for what may not begin a line."""
    room = int((width * _UNIT - _PADDING) / (_HALF * points)) - 2
    return sum(max(ceil(_halves(part) / max(room, 2)), 1) for part in text.split("\n"))


def _halves(text: str) -> int:
    """Count half-width characters; quotation marks and the like are full-width in a Chinese font."""
    return sum(1 if character.isascii() else 2 for character in text)
