"""Three lists made one, with the heads above them: each key and each item as the side that changed it has it.

A case whose last key holds dated steps is itself such a list: steps that both sides added to it are all kept.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeVar

from msgspec.structs import replace

from gongkai_cli.model.problem import Position
from gongkai_cli.yamltext.decision import Conflict, decided
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.items import Item, Listing, shifted
from gongkai_cli.yamltext.names import DAY, ENTRIES, KEYS
from gongkai_cli.yamltext.nested import closed, opened
from gongkai_cli.yamltext.rows import Items, Naming, rows

T = TypeVar("T")
Part = Item | Conflict
_Three = tuple[Listing, Listing, Listing]


def joined(base: Listing, ours: Listing, theirs: Listing, naming: Naming) -> list[Part]:
    """Merge the heads, the lines that open the lists, and the lists. A YamlFault where they are not the same list."""
    return _parts(_aligned(base, ours, theirs), naming)


def three_way(base: T, ours: T, theirs: T) -> T:
    """Take the side that changed it; ours where both did."""
    return theirs if ours == base else ours


# --- the same list ------------------------------------------------------------------------------------------


def _aligned(base: Listing, ours: Listing, theirs: Listing) -> _Three:
    """Make sure that the lists are one and the same, indented in the same way."""
    versions = (base, ours, theirs)
    keys = {version.key for version in versions if version.key}
    names = {name for version in versions for item in version.head for name in (item.data or ())}
    if len(keys) != 1 or keys & names:
        raise YamlFault("no-list", Position(1))
    known = (three_way(base.indent, ours.indent, theirs.indent), ours.indent, theirs.indent, base.indent)
    indent = next((one for one in known if one is not None), 0)
    base, ours, theirs = (_indented(version, indent) for version in versions)
    return base, _footed(ours, base), _footed(theirs, base)


def _indented(version: Listing, indent: int) -> Listing:
    by = indent - (indent if version.indent is None else version.indent)
    return replace(version, items=tuple(shifted(item, by) for item in version.items))


def _footed(side: Listing, base: Listing) -> Listing:
    """Leave the comments at the foot of the base where they are, though items were added below them."""
    if not (base.opening and side.opening):
        return side
    last = (base.opening, *base.items)[-1]
    said = [side.opening, *side.items]
    for place, (above, below) in enumerate(pairwise(said)):
        foot = last.body.removeprefix(above.body)
        if above.value == last.value and foot != last.body and below.lead.startswith(foot):
            moved = replace(above, body=last.body), replace(below, lead=below.lead.removeprefix(foot))
            said[place : place + 2] = moved
            break
    return replace(side, opening=said[0], items=tuple(said[1:]))


# --- its parts ------------------------------------------------------------------------------------------------


def _parts(versions: _Three, naming: Naming) -> list[Part]:
    """Merge the head, the line that opens the list, and the list."""
    base, ours, theirs = versions
    head = list(_decided(base.head, ours.head, theirs.head, KEYS))
    items = list(_decided(base.items, ours.items, theirs.items, naming))
    return [*head, _opening(base.opening, ours.opening, theirs.opening, empty=not items), *items]


def _opening(base: Item | None, ours: Item | None, theirs: Item | None, *, empty: bool) -> Item:
    """The line of the list's key stays, even where a side has done away with it."""
    both = decided(base, ours, theirs) if ours and theirs else ours or theirs or base
    assert isinstance(both, Item)  # noqa: S101  it says nothing but its key, which all versions share
    return replace(both, body=both.body.replace(":", ": []", 1)) if empty else both


def _decided(base: Items, ours: Items, theirs: Items, naming: Naming) -> Iterator[Part]:
    for row in rows(base, ours, theirs, naming):
        part = decided(_at(base, row.base), _at(ours, row.ours), _at(theirs, row.theirs))
        if isinstance(part, Conflict):
            yield _grown(part) or part
        elif part:
            yield part


def _at(items: Items, place: int | None) -> Item | None:
    return None if place is None else items[place]


# --- a case and its steps -----------------------------------------------------------------------------------


def _grown(conflict: Conflict) -> Item | None:
    """Merge a case to which both sides added steps; None where more has to be decided."""
    if not (conflict.ours and conflict.theirs):
        return None
    base, ours, theirs = (opened(item) if item else Listing() for item in conflict.versions)
    if not (base and ours and theirs) or not _is_case(base, ours, theirs):
        return None
    try:
        parts = joined(base, ours, theirs, ENTRIES)
    except YamlFault:
        return None
    settled = [part for part in parts if isinstance(part, Item)]
    like = replace(conflict.ours, lead=_lead(conflict.base, conflict.ours, conflict.theirs))
    return closed(settled, like) if len(settled) == len(parts) else None


def _lead(base: Item | None, ours: Item, theirs: Item) -> str:
    """Keep the comments that both sides wrote above an item."""
    was = base.lead if base else ""
    known = {*was.splitlines(), *ours.lead.splitlines(), ""}
    new = [
        line
        for line in theirs.lead.splitlines(keepends=True)
        if line.strip() and line.rstrip("\n") not in known
    ]
    return theirs.lead if ours.lead == was else ours.lead + "".join(new)


def _is_case(base: Listing, ours: Listing, theirs: Listing) -> bool:
    """Say if the lists hold dated steps, and no more than one side changed anything above them."""
    steps = all(isinstance(step.data, dict) and DAY in step.data for step in (*ours.items, *theirs.items))
    was, mine, its = ([key.value for key in version.head] for version in (base, ours, theirs))
    return steps and (mine in (was, its) or its == was)
