"""Plain data (dicts, lists, text as written) → the model's frozen types, telling every fault at once.

The leaves (days, numbers) are read first, then msgspec converts strictly. Only where that fails is the data walked
field by field, so that clean data pays nothing for good messages.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

import msgspec

from gongkai_cli.model.entry import Entry, bare, is_entry, keys_of
from gongkai_cli.model.leaf import LEAVES
from gongkai_cli.model.problem import Problem

T = TypeVar("T", bound=Entry)
Leaf = Callable[[Any], Any]


def convert(data: object, kind: type[T], file: str) -> tuple[T | None, tuple[Problem, ...]]:
    """Convert a file's data to a value of `kind`; None with the faults where that cannot be."""
    try:
        return msgspec.convert(_prepared(data, kind), kind), ()
    except msgspec.ValidationError:
        from gongkai_cli.model.mismatch import mismatches  # noqa: PLC0415  clean data never needs it

        found = tuple(Problem(file, at, code, about) for at, code, about in mismatches(data, kind))
        if not found:
            raise
        return None, found


def _prepared(data: Any, kind: Any) -> Any:
    prepare = _preparer(kind)
    return prepare(data) if prepare else data


@cache
def _preparer(kind: Any) -> Leaf | None:
    """Return the function that parses the leaves below a type, or None where there is nothing to parse."""
    kind = bare(kind)
    if kind in LEAVES:
        return _tolerant(LEAVES[kind][0])
    if get_origin(kind) is tuple:
        item = _preparer(get_args(kind)[0])
        return item and _each(item)
    if get_origin(kind) is dict:
        value = _preparer(get_args(kind)[1])
        return value and _each_value(value)
    if is_entry(kind):
        known = {name: _preparer(inner) for name, inner in keys_of(kind).items()}
        return _some_values({name: leaf for name, leaf in known.items() if leaf})
    return None


def _tolerant(leaf: Leaf) -> Leaf:
    def prepare(data: Any) -> Any:
        try:
            return leaf(data)
        except ValueError:
            return [data]  # a list is no leaf: msgspec will refuse it

    return prepare


def _each(item: Leaf) -> Leaf:
    return lambda data: [item(one) for one in data] if isinstance(data, list) else data


def _each_value(value: Leaf) -> Leaf:
    return lambda data: {k: value(v) for k, v in data.items()} if isinstance(data, dict) else data


def _some_values(known: dict[str, Leaf]) -> Leaf:
    def prepare(data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        changed = {key: leaf(data[key]) for key, leaf in known.items() if key in data}
        return {**data, **changed}

    return prepare
