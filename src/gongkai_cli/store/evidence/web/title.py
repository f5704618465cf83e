"""The title of a page, from its first bytes, in whichever encoding it is written."""

import re
from html import unescape

from gongkai_cli.documents.html.charset import decoded, known

_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_SHARED = re.compile(
    r"<meta[^>]+property=[\"']og:title[\"'][^>]+content=(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE
)
_CHARSET = re.compile(r"charset=[\"']?([\w:-]+)", re.IGNORECASE)
_LONGEST = 200


def title_of(head: bytes, content_type: str) -> str:
    """Read the title; the one it is shared under where the page has none; "" where it has neither."""
    said = _CHARSET.search(content_type)
    text, _ = decoded(head, known(said[1]) if said else None)
    found = _TITLE.search(text)
    shared = _SHARED.search(text)
    title = (found and _plain(found[1])) or (shared and _plain(shared[1] or shared[2] or "")) or ""
    return title[:_LONGEST]


def _plain(text: str) -> str:
    return " ".join("".join(one if one.isprintable() else " " for one in unescape(text)).split())
