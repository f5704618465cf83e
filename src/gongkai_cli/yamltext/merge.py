"""Three versions of a file made one: key by key in its head, item by item in the list under its last key.

Line by line, git finds a conflict wherever two offices append to the same list. Here a conflict is what only a person
can decide: the same item changed in two ways, or changed here and taken away there. What no side touched keeps its
bytes, and a comment goes with the item it belongs to.
"""

from collections.abc import Sequence

from msgspec import Struct

from gongkai_cli.model.problem import Position
from gongkai_cli.yamltext.decision import Choice, Conflict
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.items import Item, Listing, listing
from gongkai_cli.yamltext.lists import Part, joined, three_way
from gongkai_cli.yamltext.names import ENTRIES, STRICT
from gongkai_cli.yamltext.rows import Naming

_BOM = "\ufeff"


class Merged(Struct, frozen=True):
    """The merged file: what is settled and what is not, in its order; the lines of the latter end with `newline`.

    `sizes` says how many items ours and theirs hold and how many are settled, where they had to be told apart.
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

    def counted(self, choices: Sequence[Choice | None]) -> tuple[int, int, int] | None:
        """Count the items of ours, of theirs, and of the result once the conflicts are so decided."""
        if self.sizes is None:
            return None
        ours, theirs, clear = self.sizes
        left = (conflict.count(choice) for conflict, choice in zip(self.conflicts, choices, strict=True))
        return ours, theirs, clear + sum(left)

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
        raise YamlFault("not-utf8", Position(line), version=name) from error
    except YamlFault as fault:
        raise YamlFault(fault.code, fault.position, **fault.about, version=name) from fault
    return _Version(says, "\r\n" if "\r\n" in text else "\n", _BOM if text.startswith(_BOM) else "")


def _merged(base: _Version, ours: _Version, theirs: _Version, naming: Naming) -> Merged:
    newline = three_way(base.newline, ours.newline, theirs.newline) or "\n"
    mark = three_way(base.mark, ours.mark, theirs.mark) or ""
    parts = joined(base.says, ours.says, theirs.says, naming)
    _prove([part.ours if isinstance(part, Conflict) else part for part in parts])
    if any(isinstance(part, Conflict) for part in parts):
        _prove([part.theirs if isinstance(part, Conflict) else part for part in parts])
    texts = (part if isinstance(part, Conflict) else part.text.replace("\n", newline) for part in parts)
    sizes = len(ours.says.items), len(theirs.says.items), sum(_is_listed(part) for part in parts)
    return Merged((mark, *texts), newline, sizes)


def _is_listed(part: Part) -> bool:
    return not isinstance(part, Conflict) and part.listed


def _prove(parts: Sequence[Item | None]) -> None:
    """Read the result back; a fault where it does not say, one after another, what its parts say."""
    said = [part for part in parts if part]
    read = listing("".join(part.text for part in said))
    if [part.value for part in (*read.head, read.opening, *read.items) if part] != [
        part.value for part in said
    ]:
        raise YamlFault("no-list", Position(1))
