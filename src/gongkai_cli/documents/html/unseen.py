"""What of a page a browser does not show, taken out of it."""

import re
from collections.abc import Iterable
from typing import Any, cast

from lxml import etree

_UNSEEN = frozenset(
    {
        "head",
        "title",
        "script",
        "style",
        "template",
        "noscript",
        "noframes",
        "object",
        "svg",
        "math",
        "iframe",
    }
    | {"select", "option", "button", "textarea", "datalist", "rp", "audio", "video", "canvas"}
)
_SUSPECTS = etree.XPath("//*[@hidden or contains(@style, ':')]")
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)


def take_out_unseen(root: etree._Element) -> None:
    """Empty what is hidden, and what is no text of the page."""
    suspects = cast("list[Any]", _SUSPECTS(root))
    hidden = [element for element in suspects if _is_hidden(element)]
    take_out([*root.iter(*_UNSEEN), *hidden])


def take_out(elements: Iterable[etree._Element]) -> None:
    """Empty elements; the text after them stays where it is."""
    for element in elements:
        tail = element.tail
        element.clear()
        element.tail = tail
        element.tag = "wbr"  # breaks no line


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))
