"""The names of WordprocessingML that the reader needs."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
NAMESPACES = {"w": W[1:-1], "mc": MC[1:-1]}
NUM_FMT = f"{W}numFmt"


def value(element: etree._Element | None) -> str:
    """Return the `w:val` of an element, "" where either is missing."""
    return "" if element is None else element.get(f"{W}val", "")
