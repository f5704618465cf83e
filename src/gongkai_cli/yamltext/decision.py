"""One thing in three versions: what it is to be, or that only a person can say."""

from collections import Counter
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.yamltext.comments import comments
from gongkai_cli.yamltext.items import Item
from gongkai_cli.yamltext.markers import marked

Choice = Literal["ours", "theirs", "both"]


class Conflict(Struct, frozen=True):
    """One thing that only a person can decide: as it was and as each side has it, None where it is not there."""

    base: Item | None
    ours: Item | None
    theirs: Item | None

    @property
    def text(self) -> str:
        """Both versions between marks."""
        return marked(self.kept("ours"), self.base.text if self.base else None, self.kept("theirs"))

    @property
    def versions(self) -> tuple[Item | None, Item | None, Item | None]:
        """The base, ours and theirs."""
        return self.base, self.ours, self.theirs

    @property
    def choices(self) -> tuple[Choice, ...]:
        """Which versions may be kept: a list may hold both, a key has one value."""
        both = self.ours and self.theirs and self.ours.listed
        return ("ours", "theirs", "both") if both else ("ours", "theirs")

    def kept(self, choice: Choice) -> str:
        """Give the lines of the version chosen; none where it took them away."""
        return "".join(side.text for side in self._sides(choice))

    def count(self, choice: Choice | None) -> int:
        """Count the items of the list that a choice leaves; undecided, the conflict counts as one."""
        if not any(side.listed for side in self._sides("both")):
            return 0
        return len(self._sides(choice)) if choice else 1

    def _sides(self, choice: Choice) -> tuple[Item, ...]:
        sides = {"ours": (self.ours,), "theirs": (self.theirs,), "both": (self.ours, self.theirs)}
        return tuple(side for side in sides[choice] if side)


def decided(base: Item | None, ours: Item | None, theirs: Item | None) -> Item | Conflict | None:
    """Take the side that changed it; a Conflict where both did, in two ways. None where it was taken away."""
    if ours is None or theirs is None:
        left = ours or theirs
        return left if base is None or left is None else _taken_away(base, ours, theirs)
    if base is not None and base.value not in {ours.value, theirs.value} and ours.value != theirs.value:
        return Conflict(base, ours, theirs)
    if base is None:
        return (
            _with_comments(ours, theirs, None) if ours.value == theirs.value else Conflict(base, ours, theirs)
        )
    if ours.text == base.text or (ours.value == base.value and theirs.value != base.value):
        return _with_comments(theirs, ours, base)
    return _with_comments(ours, theirs, base)


def _taken_away(base: Item, ours: Item | None, theirs: Item | None) -> Conflict | None:
    """Nothing is left of what one side took away, unless the other changed it, be it only by a comment."""
    left = ours or theirs
    untouched = left is None or (left.value == base.value and not _added_comments(left, base))
    return None if untouched else Conflict(base, ours, theirs)


def _with_comments(item: Item, other: Item, base: Item | None) -> Item:
    """Put the comments that the other version has beyond the base on lines above the item."""
    if other.text == item.text or (base and other.text == base.text):
        return item
    added = Counter(_added_comments(other, base)) - Counter(_added_comments(item, base))
    indent = " " * (len(item.body) - len(item.body.lstrip(" ")))
    lines = "".join(f"{indent}{said}\n" for said in added.elements())
    return replace(item, lead=item.lead + lines) if lines else item


def _added_comments(item: Item, base: Item | None) -> list[str]:
    was = Counter(_comments(base)) if base else Counter[str]()
    return list((Counter(_comments(item)) - was).elements())


def _comments(item: Item) -> list[str]:
    return [said for _, said in comments(item.text)] if "#" in item.text else []
