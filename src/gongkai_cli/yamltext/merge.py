"""Three versions of a file made one: key by key in its head, item by item in the list under its last key.

Line by line, git finds a conflict wherever two offices append to the same list. Here a conflict is what only a person
can decide: the same item changed in two ways, or changed here and taken away there. What no side touched keeps its
bytes, and a comment goes with the item it belongs to.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.model.problem import Position
from gongkai_cli.yamltext.decision import Choice, Conflict, decided
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.items import Item, Listing, listing, shifted
from gongkai_cli.yamltext.names import ENTRIES, KEYS, STRICT
from gongkai_cli.yamltext.rows import Items, Naming, rows

T = TypeVar("T")
Part = Item | Conflict
_BOM = "\ufeff"


class Merged(Struct, frozen=True):
    """The merged file: what is settled and what is not, in its order; the lines of the latter end with `newline`.

    `sizes` says how many items ours, theirs and the result hold (of a conflict one), where they had to be told apart.
    """

    parts: tuple[str | Conflict, ...]
    newline: str = "\n"
    sizes: tuple[int, int, int] | None = None

    @property
    def data(self) -> bytes:
        """The file's bytes, with marks around what is in conflict."""
        return self.settled([None] * len(self.conflicts))

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """What is left to decide."""
        return tuple(part for part in self.parts if isinstance(part, Conflict))

    def settled(self, choices: Sequence[Choice | None]) -> bytes:
        """Give the file's bytes with the conflicts decided, in their order; None leaves one undecided."""
        left = iter(choices)
        texts = (part if isinstance(part, str) else self._lines(part, next(left)) for part in self.parts)
        return "".join(texts).encode("utf-8", "surrogateescape")

    def _lines(self, conflict: Conflict, choice: Choice | None) -> str:
        text = conflict.kept(choice) if choice else conflict.text
        return text.replace("\n", self.newline)


def merge(base: bytes, ours: bytes, theirs: bytes) -> Merged:
    """Merge what two sides made of a file; an empty base is a file that both sides made.

    Where the base does not read, nothing counts as taken away, and what bears the same name is a conflict. Raises
    YamlFault, with the side as `about["version"]`, for a side that does not read or holds no such list.
    """
    if ours in {base, theirs}:
        return _as_it_is(theirs)
    if base == theirs:
        return _as_it_is(ours)
    try:
        was, naming = _version(base, "base"), ENTRIES
    except YamlFault:
        was, naming = _Version(), STRICT
    return _merged(was, _version(ours, "ours"), _version(theirs, "theirs"), naming)


def merge_without_base(ours: bytes, theirs: bytes) -> Merged:
    """Merge two versions of a file of whose past nothing is known: nothing is taken away. Raises as `merge`."""
    return _merged(_Version(), _version(ours, "ours"), _version(theirs, "theirs"), STRICT)


def _as_it_is(data: bytes) -> Merged:
    return Merged((data.decode("utf-8", "surrogateescape"),))


class _Version(Struct, frozen=True):
    """A version taken apart, and how its file is written; None where it says nothing."""

    says: Listing = Listing()
    newline: str | None = None
    mark: str | None = None


def _version(data: bytes, name: str) -> _Version:
    if not data:
        return _Version()
    try:
        text = data.decode("utf-8")
        plain = text.removeprefix(_BOM).replace("\r\n", "\n")
        says = listing(plain if plain.endswith("\n") else f"{plain}\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise YamlFault("encoding", Position(line), version=name) from error
    except YamlFault as fault:
        raise YamlFault(fault.code, fault.position, **fault.about, version=name) from fault
    return _Version(says, "\r\n" if "\r\n" in text else "\n", _BOM if text.startswith(_BOM) else "")


def _merged(base: _Version, ours: _Version, theirs: _Version, naming: Naming) -> Merged:
    newline = _three_way(base.newline, ours.newline, theirs.newline) or "\n"
    mark = _three_way(base.mark, ours.mark, theirs.mark) or ""
    parts = _parts(_aligned(base.says, ours.says, theirs.says), naming)
    _prove([part.ours if isinstance(part, Conflict) else part for part in parts])
    if any(isinstance(part, Conflict) for part in parts):
        _prove([part.theirs if isinstance(part, Conflict) else part for part in parts])
    texts = (part if isinstance(part, Conflict) else part.text.replace("\n", newline) for part in parts)
    sizes = len(ours.says.items), len(theirs.says.items), sum(_is_listed(part) for part in parts)
    return Merged((mark, *texts), newline, sizes)


def _is_listed(part: Part) -> bool:
    item = (part.ours or part.theirs) if isinstance(part, Conflict) else part
    return bool(item and item.listed)


def _prove(parts: Sequence[Item | None]) -> None:
    """Read the result back; a fault where it does not say, one after another, what its parts say."""
    said = [part for part in parts if part]
    read = listing("".join(part.text for part in said))
    if [part.value for part in (*read.head, read.opening, *read.items) if part] != [
        part.value for part in said
    ]:
        raise YamlFault("list-layout", Position(1), key=read.key or "")


def _three_way(base: T, ours: T, theirs: T) -> T:
    return theirs if ours == base else ours


# --- the list -----------------------------------------------------------------------------------------------

_Three = tuple[Listing, Listing, Listing]


def _aligned(base: Listing, ours: Listing, theirs: Listing) -> _Three:
    """Make sure that the lists are one and the same, indented in the same way."""
    versions = (base, ours, theirs)
    keys = {version.key for version in versions if version.key}
    names = {name for version in versions for item in version.head for name in (item.data or ())}
    if len(keys) != 1 or keys & names:
        raise YamlFault("list-layout", Position(1), key="、".join(sorted(keys)))
    known = (_three_way(base.indent, ours.indent, theirs.indent), ours.indent, theirs.indent, base.indent)
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
        if part is not None:
            yield part


def _at(items: Items, place: int | None) -> Item | None:
    return None if place is None else items[place]
