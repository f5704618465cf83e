"""Blank cells that are physically there say what the cell above says, within their section, and are marked."""

from collections.abc import Sequence

from gongkai_cli.lexicon.load import words
from gongkai_cli.planimport.item import Item, Said

INHERITED = "沿用上一行"
_CARRIED = ("lead", "responsible", "implementing", "deadline")
_LEADING = ("lead", "responsible")


class Carried(dict[str, Said]):
    """The cells of an item after carrying, and the roles whose text came from above."""

    def __init__(self, cells: dict[str, Said], inherited: frozenset[str]) -> None:
        super().__init__(cells)
        self.inherited = inherited


def carried(items: Sequence[Item]) -> list[Carried]:
    """Fill blank cells from above, item by item."""
    result: list[Carried] = []
    for index, item in enumerate(items):
        above = result[-1] if index and _same_section(item, items[index - 1]) else None
        result.append(_carried(item, above))
    return result


def _same_section(item: Item, before: Item) -> bool:
    """Whether blank cells may look above; a ditto mark may in any case."""
    if any(says_ditto(said) for said in item.cells.values()):
        return True
    return item.chapter == before.chapter and item.section == before.section


def _carried(item: Item, above: Carried | None) -> Carried:
    roles = [role for role in _CARRIED if _is_blank(item, role)]
    support = item.cells.get("support", Said())
    if says_ditto(support) or (any(role in roles for role in _LEADING) and _is_blank(item, "support")):
        roles.append("support")
    filled = {role: above[role] for role in roles if above and above.get(role, Said()).text}
    return Carried({**item.cells, **filled}, frozenset(filled))


def _is_blank(item: Item, role: str) -> bool:
    said = item.cells.get(role, Said())
    merged_blank = said.state == "covered" and not said.text
    return said.state == "blank" or merged_blank or says_ditto(said)


def says_ditto(said: Said) -> bool:
    """Whether a cell says 同上 or has a ditto mark."""
    return said.text.strip() in words("offices")["同上"]
