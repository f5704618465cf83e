"""Which items of three versions are the same thing, and in which order they stand together.

Items are known by what they say, not by where they stand: of equal ones the first is the first in each version. What
a side lacks of the base it took away, what it has beyond it it wrote. What both wrote alike is kept once; what one
writes again while the other takes it away is kept. So each thing stands in the result as often as in the side that
has most of it, where a side wrote it, else as often as in the side that has least: in whatever order branches merge.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import pairwise

from msgspec import Struct

from gongkai_cli.yamltext.items import Item

Items = Sequence[Item]
Name = Callable[[Item], Hashable | None]
_Places = Mapping[int, Item]
_Pairs = dict[int, int]
_Row = tuple[int | None, int | None]


class Naming(Struct, frozen=True):
    """By what a changed item is known again, surest first; what new ones may not share; by what they are ordered."""

    names: tuple[Name, ...]
    alone: Name
    order: Callable[[Item], str]


class Row(Struct, frozen=True):
    """One thing: its place in each version, None where the version has it not."""

    base: int | None = None
    ours: int | None = None
    theirs: int | None = None


def rows(base: Items, ours: Items, theirs: Items, naming: Naming) -> list[Row]:
    """Bring the items of three versions together: one row for each thing that a side has.

    They stand as in ours, or as in theirs where only theirs was put in another order; what the other side alone has
    follows what it followed there, and where both put something, `naming.order` says which comes first.
    """
    found = [
        row for row in _found(base, ours, theirs, naming) if row.ours is not None or row.theirs is not None
    ]
    by_base = sorted((row for row in found if row.base is not None), key=lambda row: row.base or 0)
    if _is_moved(row.theirs for row in by_base) and not _is_moved(row.ours for row in by_base):
        woven = _woven([(row.theirs, row.ours) for row in found], theirs, ours, naming.order)
    else:
        woven = _woven([(row.ours, row.theirs) for row in found], ours, theirs, naming.order)
    return [found[index] for index in woven]


# --- what belongs together ----------------------------------------------------------------------------------


class _Side:
    """A version beside the base: `of` leads from the base's places to its own, `new` is what it has beyond."""

    def __init__(self, base: _Places, items: Items) -> None:
        places = dict(enumerate(items))
        self.known = {item.value for item in base.values()}
        self.of = _paired(base, places, _value)
        self.new = _without(places, self.of.values())

    def again(self, base: _Places, other: "_Side") -> set[int]:
        """Tell what the other side took away while this one wrote it once more."""
        written = {item.value for item in self.new.values()}
        return {place for place in self.of if place not in other.of and base[place].value in written}

    def follow(self, left: _Places, settled: Collection[int], naming: Naming) -> None:
        """Find what became of the items left of the base; what is settled is no candidate.

        What says the same as an item of the base is that item once more, and no other that was changed.
        """
        self.new = _without(self.new, settled)
        fresh = {place: item for place, item in self.new.items() if item.value not in self.known}
        self.of |= _known_again(_without(left, self.of), fresh, naming)
        self.new = _without(self.new, self.of.values())


def _found(base: Items, ours: Items, theirs: Items, naming: Naming) -> Iterator[Row]:
    was = dict(enumerate(base))
    one, other = _Side(was, ours), _Side(was, theirs)
    alike = _paired(one.new, other.new, _value)
    again = one.again(was, other) | other.again(was, one)
    gone = _without(was, {*one.of, *other.of})
    same = _known_again(gone, _only(one.new, alike), naming)
    yield from (Row(place, mine, alike[mine]) for place, mine in same.items())
    yield from (Row(None, mine, its) for mine, its in alike.items() if mine not in same.values())
    yield from (Row(None, one.of.get(place), other.of.get(place)) for place in again)
    left = _without(was, {*same, *again})
    one.follow(left, alike, naming)
    other.follow(left, alike.values(), naming)
    yield from (Row(place, one.of.get(place), other.of.get(place)) for place in left)
    clash = _paired(one.new, other.new, naming.alone)
    yield from (Row(None, mine, its) for mine, its in clash.items())
    yield from (Row(None, mine, None) for mine in _without(one.new, clash))
    yield from (Row(None, None, its) for its in _without(other.new, clash.values()))


def _known_again(left: _Places, right: _Places, naming: Naming) -> _Pairs:
    pairs: _Pairs = {}
    for name in naming.names:
        pairs |= _paired(_without(left, pairs), _without(right, pairs.values()), name)
    return pairs


def _paired(left: _Places, right: _Places, name: Name) -> _Pairs:
    """Pair the places whose items bear the same name, the first with the first; None is no name."""
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for place, item in right.items():
        waiting[name(item)].append(place)
    waiting.pop(None, None)
    named = ((place, waiting.get(name(item))) for place, item in left.items())
    return {place: found.popleft() for place, found in named if found}


def _value(item: Item) -> Hashable:
    return item.value


def _only(places: _Places, chosen: Collection[int]) -> _Places:
    return {place: item for place, item in places.items() if place in chosen}


def _without(places: _Places, gone: Collection[int]) -> _Places:
    left_out = set(gone)
    return {place: item for place, item in places.items() if place not in left_out}


# --- in which order -----------------------------------------------------------------------------------------


def _is_moved(places: Iterator[int | None]) -> bool:
    return any(above > below for above, below in pairwise(place for place in places if place is not None))


def _woven(found: Sequence[_Row], spine: Items, other: Items, order: Callable[[Item], str]) -> Iterator[int]:
    """Put rows, given by their places in two versions, in the order of the first; yields their indexes.

    What only the second has comes behind the same row as there, among what only the first has behind that row; what
    it has at its end comes at the end.
    """
    said = [order(spine[mine] if mine is not None else other[its or 0]) for mine, its in found]
    first, second = _in_order(found, 0), _in_order(found, 1)
    shared = {*first} & {*second}
    runs, others = _runs(first, shared), _runs(second, shared)
    _, tail = others.popitem()
    others.setdefault(next(reversed(runs)), []).extend(tail)
    for above, own in runs.items():
        if above is not None:
            yield above
        yield from merge(own, others.get(above, ()), key=said.__getitem__)


def _in_order(found: Sequence[_Row], version: int) -> list[int]:
    """List the rows a version has, as they stand there."""
    places = {index: row[version] for index, row in enumerate(found)}
    return sorted(
        (index for index, place in places.items() if place is not None), key=lambda one: places[one] or 0
    )


def _runs(indexes: Iterable[int], shared: Collection[int]) -> dict[int | None, list[int]]:
    """Part rows into runs: row that both versions have (None: the start) → the rows behind it, in their order."""
    runs: dict[int | None, list[int]] = {None: []}
    above: int | None = None
    for index in indexes:
        if index in shared:
            above = index
            runs[above] = []
        else:
            runs[above].append(index)
    return runs
