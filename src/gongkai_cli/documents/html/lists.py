"""The numbers of ordered lists, where the page shows them."""

import re

from lxml import etree

from gongkai_cli.documents.counting import chinese, roman

_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([^;]+)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_OF_LISTS = re.compile(r"(?:^|[\s>])(?:ol|li)(?:[.#:][\w-]+)?\s*$", re.IGNORECASE)
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_CHINESE = frozenset({"cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "cjk-decimal"})
_OWN_NUMBER = re.compile(
    r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)、.．]|[①-⑳]|第[一二三四五六七八九十\d]"
)


class Lists:
    """The lists that are open, innermost last, each with its style and the number to come."""

    def __init__(self, root: etree._Element) -> None:
        self.open: list[list[str | int]] = []
        self.bare = any(_takes_numbers_away(style.text or "") for style in root.iter("style"))

    def start(self, element: etree._Element) -> None:
        """Open a list."""
        first = element.get("start", "1")
        style = "none" if element.tag == "ul" else self._style(element)
        self.open.append([style, int(first) if re.fullmatch(r"-?\d{1,6}", first) else 1])

    def end(self) -> None:
        """Close the innermost list."""
        if self.open:
            self.open.pop()

    def label(self, item: etree._Element) -> str:
        """Return the number an item shows, "" for none, and count it."""
        if not self.open:
            return ""
        said, (style, count) = item.get("value", ""), self.open[-1]
        number = int(said) if re.fullmatch(r"\d{1,6}", said) else int(count)
        self.open[-1][1] = number + 1
        own = _STYLE.search(item.get("style", ""))
        return _shown(number, own[1].split()[0].lower() if own and own[1].split() else str(style))

    def _style(self, element: etree._Element) -> str:
        said = _STYLE.search(element.get("style", ""))
        if said and said[1].split():
            return said[1].split()[0].lower()
        return "none" if self.bare else _TYPES.get(element.get("type", "1"), "decimal")


def numbered(label: str, line: str) -> str:
    """Put an item's number before its text, unless the text brings its own: then the page shows no other."""
    return line if _OWN_NUMBER.match(line) else f"{label}{line}"


def _shown(number: int, style: str) -> str:
    if style in {"none", "disc", "circle", "square", "inherit"}:
        return ""
    if style in _CHINESE:
        return f"{chinese(number)}、"
    if style.endswith(("alpha", "latin")) and 1 <= number <= 26:
        return f"{chr((65 if style.startswith('upper') else 97) + number - 1)}. "
    if style.endswith("roman"):
        return f"{roman(number).upper() if style.startswith('upper') else roman(number)}. "
    return f"{number}. "


def _takes_numbers_away(sheet: str) -> bool:
    """Whether a style sheet says that ordered lists show no numbers."""
    return any(
        _OF_LISTS.search(selector) and "ul" not in selector.split()
        for selectors, body in _RULE.findall(sheet)
        if (found := _STYLE.search(body)) and found[1].split()[:1] == ["none"]
        for selector in selectors.split(",")
    )
