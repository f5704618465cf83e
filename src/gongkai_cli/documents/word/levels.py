"""The lists a Word document defines: numbering.xml and the styles that number their paragraphs."""

from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

from gongkai_cli.documents.word.names import NUM_FMT, W, value

_MAX_BASED_ON = 20


class Level(Struct, frozen=True):
    """One level of a list: how its number looks (`%1.`), where it starts, which style it numbers."""

    look: str
    form: str
    start: int
    style: str = ""
    in_digits: bool = False


class Numbered(Struct, frozen=True):
    """A list in use: what it counts with others of its kind, its levels, and those that begin anew with it."""

    kind: str
    levels: Mapping[int, Level]
    anew: frozenset[int] = frozenset()


def lists(numbering: etree._Element) -> dict[str, Numbered]:
    """List id → the list."""
    kinds = {kind.get(f"{W}abstractNumId", ""): kind for kind in numbering.iterchildren(f"{W}abstractNum")}
    styled = {value(kind.find(f"{W}styleLink")): kind for kind in kinds.values()}
    found: dict[str, Numbered] = {}
    for num in numbering.iterchildren(f"{W}num"):
        name = value(num.find(f"{W}abstractNumId"))
        kind = kinds.get(name)
        link = value(kind.find(f"{W}numStyleLink")) if kind is not None else ""
        levels = _levels(styled.get(link, kind) if link else kind)
        anew = set()
        for override in num.iterchildren(f"{W}lvlOverride"):
            depth, start = whole(override.get(f"{W}ilvl", "")), value(override.find(f"{W}startOverride"))
            levels |= _levels(override)
            if start and depth in levels:
                anew.add(depth)
                levels[depth] = _started(levels[depth], whole(start))
        found[num.get(f"{W}numId", "")] = Numbered(name, levels, frozenset(anew))
    return found


def of_styles(styles: etree._Element, known: Mapping[str, Numbered]) -> dict[str, tuple[str, int]]:
    """Style id → the list and level its paragraphs belong to, also through the style it is based on."""
    by_name = {style.get(f"{W}styleId", ""): style for style in styles.iterchildren(f"{W}style")}
    found: dict[str, tuple[str, int]] = {}
    for name in by_name:
        place = _of_style(name, by_name)
        if place and place[0] != "0":
            number, depth = place
            linked = known[number].levels.items() if number in known else ()
            found[name] = (number, next((level for level, about in linked if about.style == name), depth))
    return found


def whole(text: str) -> int:
    """Read a whole number, 0 for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _of_style(name: str, by_name: Mapping[str, etree._Element]) -> tuple[str, int] | None:
    for _ in range(_MAX_BASED_ON):
        style = by_name.get(name)
        if style is None:
            return None
        own = style.find(f"{W}pPr/{W}numPr")
        number = value(own.find(f"{W}numId")) if own is not None else ""
        if own is not None and number:
            return number, whole(value(own.find(f"{W}ilvl")))
        name = value(style.find(f"{W}basedOn"))
    return None


def _levels(parent: etree._Element | None) -> dict[int, Level]:
    if parent is None:
        return {}
    return {whole(level.get(f"{W}ilvl", "")): _level(level) for level in parent.iterchildren(f"{W}lvl")}


def _level(level: etree._Element) -> Level:
    look = value(level.find(f"{W}lvlText"))
    if look[-2:-1] == "%" and value(level.find(f"{W}suff")) != "nothing":
        look += " "  # the gap that keeps the number from the text's own digits
    digits = level.find(f"{W}isLgl")
    return Level(
        look,
        value(level.find(NUM_FMT)) or "decimal",
        whole(value(level.find(f"{W}start")) or "1"),
        value(level.find(f"{W}pStyle")),
        digits is not None and value(digits) not in {"0", "false"},
    )


def _started(level: Level, start: int) -> Level:
    return Level(level.look, level.form, start, level.style, level.in_digits)
