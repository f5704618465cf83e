"""The cells of links, of their titles and of counts: several in one cell, on lines or with signs between."""

import re
import unicodedata

_LINK = re.compile(r"(?<![A-Za-z0-9])https?://[^\s，。；、“”《》【】（）]+", re.IGNORECASE)
_SIGNS = " \u3000\t：:，,；;、。"
_COUNT = re.compile(r"(?P<name>[^=]+?)\s*=\s*(?P<number>\d+)")


def linked(links: str, titles: str) -> tuple[list[str], list[str], list[str]]:
    """Pair links with titles in their order: each as `title link`, the titles left over, what is no link.

    A title written before its link on the same line goes before one of the other cell.
    """
    names = [line.strip() for line in titles.split("\n") if line.strip()]
    found, wrong = [], []
    for line in links.split("\n"):
        start = 0
        for link in _LINK.finditer(line):
            title = line[start : link.start()].strip(_SIGNS) or (names.pop(0) if names else "")
            found.append(f"{title} {link[0]}".strip())
            start = link.end()
        wrong += [rest] if (rest := line[start:].strip(_SIGNS)) else []
    return found, names, wrong


def counted(text: str) -> tuple[dict[str, str], list[str]]:
    """Read `新闻发布会=1`, several on lines or with signs between: name → number, and what is no count."""
    counts, wrong = {}, []
    for piece in re.split(r"[\n；;，,、]", unicodedata.normalize("NFKC", text)):
        found = _COUNT.fullmatch(piece.strip())
        if found and found["name"] not in counts:
            counts[found["name"]] = found["number"]
        elif piece.strip():
            wrong.append(piece.strip())
    return counts, wrong
