"""List numbers that Word generates (`w:numPr`), restored as the text a reader of the page sees."""

import re

from lxml import etree

from gongkai_cli.documents.counting import shown
from gongkai_cli.documents.word.levels import Level, Numbered, lists, of_styles, whole
from gongkai_cli.documents.word.names import W, value


class Lists:
    """The document's lists, counting as paragraphs go by; lists of one kind count together."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self.levels = lists(numbering) if numbering is not None else {}
        self.of_style = of_styles(styles, self.levels) if styles is not None else {}
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[str] = set()

    def label(self, properties: etree._Element | None) -> str:
        """Return the number a paragraph with these properties carries, and count it."""
        place = self._place(properties) if properties is not None else None
        if place is None:
            return ""
        number, depth = place
        found = self.levels.get(number)
        if found is None or depth not in found.levels:
            return ""
        counts = self._count(number, depth, found)
        return "" if found.levels[depth].form == "bullet" else _label(found.levels[depth], counts, found)

    def _place(self, properties: etree._Element) -> tuple[str, int] | None:
        style = value(properties.find(f"{W}pStyle"))
        own = properties.find(f"{W}numPr")
        inherited = self.of_style.get(style)
        if own is None:
            return inherited
        number = value(own.find(f"{W}numId")) or (inherited[0] if inherited else "")
        return (number, whole(value(own.find(f"{W}ilvl")))) if number and number != "0" else None

    def _count(self, number: str, depth: int, found: Numbered) -> dict[int, int]:
        counts = self.counts.setdefault(found.kind, {})
        if number not in self.begun:
            self.begun.add(number)
            for level in found.anew:
                counts.pop(level, None)
        counts[depth] = counts.get(depth, found.levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return counts


def _label(level: Level, counts: dict[int, int], found: Numbered) -> str:
    def part(sign: re.Match[str]) -> str:
        depth = int(sign[1]) - 1
        other = found.levels.get(depth)
        if other is None:
            return ""
        return shown(counts.get(depth, other.start), "decimal" if level.in_digits else other.form)

    return re.sub(r"%(\d)", part, level.look)
