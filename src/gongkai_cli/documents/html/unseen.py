"""What of a page a browser does not show."""

import re

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
_HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)


def is_unseen(element: etree._Element) -> bool:
    """Whether an element and all it holds is hidden, or is no text of the page."""
    if element.tag in _UNSEEN or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and bool(_HIDDEN.search(style))
