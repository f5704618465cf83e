"""Millimetres, points and Chinese font sizes (字号) in the units of WordprocessingML."""

HALF_POINTS = {"二号": 44, "三号": 32, "四号": 28, "小四": 24, "五号": 21}

LINE = 579
"""One line of the type area in twips: 22 of them fill 225 mm; 580 would lose the last (measured)."""

TIGHTER = -5
"""Twentieths of a point taken from each character so that 28 of them fit in 156 mm (measured in LibreOffice)."""


def twips(millimetres: float) -> int:
    """Convert a length to twentieths of a point."""
    return round(millimetres / 25.4 * 1440)


def characters(count: float) -> int:
    """Convert a width in 三号 characters to twentieths of a point."""
    return round(count * 320)
