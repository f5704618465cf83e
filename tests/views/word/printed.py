"""A PDF as a reader with a ruler sees it: where each character and rule stands, in which font."""

import re
from pathlib import Path

import pdfplumber
from msgspec import Struct

MILLIMETRE = 72 / 25.4
SLACK = 1.5
"""Points: half a rule, and what rounding to twips gives."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_HANGING = "，。、；：！？”’）》,.;:"
_PAGE_NUMBER = re.compile(r"—\d+—")


class Line(Struct, frozen=True):
    """A line of text: its words without blanks, its place, and the fonts of its Chinese characters.

    A closing mark at its end may hang over the edge, as Word has it too (允许标点溢出边界), and is not measured.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    fonts: frozenset[str]


class Sheet(Struct, frozen=True):
    """One page: what stands below its header, and the line with its number."""

    number: int
    lies: bool
    area: tuple[float, float, float, float]
    lines: tuple[Line, ...]
    footer: Line | None
    edges: tuple[tuple[float, float, float, float], ...]
    fonts: frozenset[str]


def sheets(pdf: Path) -> list[Sheet]:
    """Measure every page of a PDF."""
    with pdfplumber.open(pdf) as document:
        return [_sheet(number, page) for number, page in enumerate(document.pages, 1)]


def _sheet(number: int, page: pdfplumber.page.Page) -> Sheet:
    lies = page.width > page.height
    area = _area(page, lies)
    lines = [_line(one) for one in page.extract_text_lines(strip=True, return_chars=True)]
    footer = next((one for one in lines if _PAGE_NUMBER.fullmatch(one.text)), None)
    drawn = (*page.lines, *page.rects)
    return Sheet(
        number=number,
        lies=lies,
        area=area,
        lines=tuple(one for one in lines if one is not footer and one.text and one.bottom > area[1]),
        footer=footer,
        edges=tuple((one["x0"], one["top"], one["x1"], one["bottom"]) for one in drawn),
        fonts=frozenset(_family(char["fontname"]) for char in page.chars if char["text"].strip()),
    )


def _area(page: pdfplumber.page.Page, lies: bool) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the type area (GB/T 9704: 156 by 225 mm)."""
    left, top, right, bottom = (35, 28, 37, 26) if lies else (28, 37, 26, 35)
    edges = (left, top, page.width / MILLIMETRE - right, page.height / MILLIMETRE - bottom)
    return tuple(edge * MILLIMETRE for edge in edges)


def _line(found: dict) -> Line:
    chars = [char for char in found["chars"] if char["text"].strip()]
    standing = chars[:-1] if chars and chars[-1]["text"] in _HANGING else chars
    return Line(
        text="".join(char["text"] for char in chars),
        left=min((char["x0"] for char in chars), default=0),
        right=max((char["x1"] for char in standing), default=0),
        top=found["top"],
        bottom=found["bottom"],
        fonts=frozenset(_family(char["fontname"]) for char in chars if _HAN.match(char["text"])),
    )


def _family(font: str) -> str:
    """FandolFang of `BAAAAA+FandolFang-Regular`."""
    return font.rpartition("+")[2].partition("-")[0]
