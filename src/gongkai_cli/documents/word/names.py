"""The names of WordprocessingML that the reader needs."""

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
NUM_FMT = f"{W}numFmt"
P, TBL, TR, TC, T = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc", "t"))
THROUGH = frozenset(
    {
        *(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")),
        f"{MC}AlternateContent",
        f"{MC}Choice",
    }
)
"""Elements that only wrap what is shown: content controls, insertions, compatible alternatives."""


def value(element: etree._Element | None) -> str:
    """Return the `w:val` of an element, "" where either is missing."""
    return "" if element is None else element.get(f"{W}val", "")
