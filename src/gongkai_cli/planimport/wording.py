"""Verbatim text without what the page did to it: hard line wraps joined, paragraphs kept, headings on one line."""

import re

_ENDS = re.compile(r"[。！？；：!?;:”’》）)…]\s*$")
_ORDINAL_START = re.compile(r"\s*(?:[（(]?(?:[一二三四五六七八九十]+|\d{1,3})[）)、.．]|[①-⑳])")


def joined(text: str) -> str:
    """Join the lines of a text that a page broke in the middle of a sentence; keep its paragraphs as lines."""
    result = ""
    for line in (line.strip() for line in text.split("\n")):
        if not line:
            continue
        if not result:
            result = line
        elif _ENDS.search(result) or _ORDINAL_START.match(line):
            result = f"{result}\n{line}"
        else:
            result = f"{result}{_gap(result, line)}{line}"
    return result


def heading(text: str) -> str:
    """Put a heading on one line, without the blanks a page left in it and without a full stop."""
    line = joined(text).replace("\n", "")
    line = re.sub(r"(?<=[^A-Za-z0-9])\s+|\s+(?=[^A-Za-z0-9])", "", line)
    return re.sub(r"[。.]$", "", line)


def squeezed(text: str) -> str:
    """Take all blanks out, for comparing."""
    return re.sub(r"\s", "", text)


def _gap(before: str, after: str) -> str:
    return (
        " "
        if before[-1].isascii() and before[-1].isalnum() and after[0].isascii() and after[0].isalnum()
        else ""
    )
