"""The names of WordprocessingML that are needed to read or change a part."""

from collections.abc import Callable
from typing import Any

from lxml import etree

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


def w(name: str) -> str:
    """Return the full name of an element or attribute of the `w:` namespace."""
    return f"{{{NAMES['w']}}}{name}"


def query(path: str) -> Callable[..., list[Any]]:
    """Compile an XPath that finds elements or the values of attributes."""
    found: Callable[..., Any] = etree.XPath(path, namespaces=NAMES)
    return found
