"""List numbers that Word generates (`w:numPr`), restored as the text a reader of the page sees."""

import re
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from gongkai_cli.documents.word.names import NUM_FMT, W, value

_CHINESE = "〇一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Level(Struct, frozen=True):
    """One level of a list: how its number looks (`%1.`) and where it starts."""

    look: str
    form: str
    start: int


class Lists:
    """The document's lists, counting as paragraphs go by."""

    def __init__(self, numbering: etree._Element | None, styles: etree._Element | None) -> None:
        self.levels = _levels(numbering) if numbering is not None else {}
        self.of_style = _of_style(styles) if styles is not None else {}
        self.counts: dict[str, dict[int, int]] = {}

    def label(self, properties: etree._Element | None) -> str:
        """Return the number a paragraph with these properties carries, and count it."""
        place = self._place(properties) if properties is not None else None
        if place is None:
            return ""
        number, depth = place
        levels = self.levels.get(number, {})
        if depth not in levels:
            return ""
        return self._counted(number, depth, levels)

    def _place(self, properties: etree._Element) -> tuple[str, int] | None:
        style = value(properties.find(f"{W}pStyle"))
        own = properties.find(f"{W}numPr")
        inherited = self.of_style.get(style)
        if own is None:
            return inherited
        number = value(own.find(f"{W}numId")) or (inherited[0] if inherited else "")
        depth = value(own.find(f"{W}ilvl"))
        return (number, int(depth) if depth.isdigit() else 0) if number and number != "0" else None

    def _counted(self, number: str, depth: int, levels: Mapping[int, Level]) -> str:
        counts = self.counts.setdefault(number, {})
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        if levels[depth].form == "bullet":
            return ""
        return re.sub(
            r"%(\d)", lambda found: self._part(int(found[1]) - 1, counts, levels), levels[depth].look
        )

    @staticmethod
    def _part(depth: int, counts: Mapping[int, int], levels: Mapping[int, Level]) -> str:
        level = levels.get(depth)
        return shown(counts.get(depth, level.start), level.form) if level else ""


def shown(count: int, form: str) -> str:
    """Write a count in one of Word's number forms; forms it does not know become digits."""
    if form.startswith(("chinese", "ideograph", "japanese", "taiwanese")) and form not in _CHINESE_CIRCLES:
        return chinese(count)
    if form in {"decimalEnclosedCircle", "decimalEnclosedCircleChinese"} and count <= len(_CIRCLED):
        return _CIRCLED[count - 1]
    if form in {"lowerLetter", "upperLetter"} and 1 <= count <= 26:
        return chr((97 if form == "lowerLetter" else 65) + count - 1)
    if form == "decimalZero":
        return f"{count:02}"
    return "" if form == "none" else str(count)


def chinese(count: int) -> str:
    """Write a count below 100 as people say it: 十二, 二十三."""
    if count >= 100 or count < 1:
        return str(count)
    tens, ones = divmod(count, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_CHINESE[tens]}十"
    return head + (_CHINESE[ones] if ones else "")


_CHINESE_CIRCLES = frozenset({"ideographEnclosedCircle"})


def _levels(numbering: etree._Element) -> dict[str, dict[int, Level]]:
    abstract = {
        abstract.get(f"{W}abstractNumId", ""): _level_table(abstract)
        for abstract in numbering.iterchildren(f"{W}abstractNum")
    }
    found: dict[str, dict[int, Level]] = {}
    for num in numbering.iterchildren(f"{W}num"):
        levels = dict(abstract.get(value(num.find(f"{W}abstractNumId")), {}))
        for override in num.iterchildren(f"{W}lvlOverride"):
            levels |= _level_table(override) | _restarted(override, levels)
        found[num.get(f"{W}numId", "")] = levels
    return found


def _level_table(parent: etree._Element) -> dict[int, Level]:
    return {
        int(level.get(f"{W}ilvl", "0")): Level(
            value(level.find(f"{W}lvlText")),
            value(level.find(NUM_FMT)) or "decimal",
            int(value(level.find(f"{W}start")) or 1),
        )
        for level in parent.iterchildren(f"{W}lvl")
    }


def _restarted(override: etree._Element, levels: Mapping[int, Level]) -> dict[int, Level]:
    start, depth = value(override.find(f"{W}startOverride")), int(override.get(f"{W}ilvl", "0"))
    if not start or depth not in levels:
        return {}
    return {depth: Level(levels[depth].look, levels[depth].form, int(start))}


def _of_style(styles: etree._Element) -> dict[str, tuple[str, int]]:
    """Style id → the list and level its paragraphs belong to."""
    found: dict[str, tuple[str, int]] = {}
    for style in styles.iterchildren(f"{W}style"):
        number = value(style.find(f"{W}pPr/{W}numPr/{W}numId"))
        depth = value(style.find(f"{W}pPr/{W}numPr/{W}ilvl"))
        if number and number != "0":
            found[style.get(f"{W}styleId", "")] = (number, int(depth or 0))
    return found
