"""Plain data (dicts, lists, text as written) → the model's frozen types, telling every fault at once.

Leaf parsers run first (dates, whole numbers; full-width digits accepted), then msgspec converts strictly. Only
where that fails is the data walked field by field, so that clean data pays nothing for good messages.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, get_args, get_origin, get_type_hints

import msgspec
from msgspec import UnsetType
from msgspec.structs import fields

from gongkai_cli.model.entry import Entry
from gongkai_cli.model.problem import Path, Problem

T = TypeVar("T", bound=Entry)
Fault = tuple[Path, str, dict[str, str]]
Leaf = Callable[[Any], Any]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"\d{1,12}")


def convert(data: object, kind: type[T], file: str) -> tuple[T | None, tuple[Problem, ...]]:
    """Convert a file's data to a value of `kind`; None with the faults where that cannot be."""
    try:
        return msgspec.convert(_prepared(data, kind), kind), ()
    except msgspec.ValidationError:
        faults = tuple(Problem(file, at, code, about) for at, code, about in _faults(data, kind, ()))
        if not faults:
            raise
        return None, faults


def day(text: object) -> date:
    """Read a date written as 2021-09-28 (full-width digits accepted). Raises ValueError."""
    plain = _halved(text)
    if not _DAY.fullmatch(plain):
        raise ValueError(text)
    return date.fromisoformat(plain)


def whole(text: object) -> int:
    """Read a whole number not below zero (full-width digits accepted). Raises ValueError."""
    plain = _halved(text)
    if not _WHOLE.fullmatch(plain):
        raise ValueError(text)
    return int(plain)


_LEAVES: dict[Any, tuple[Leaf, str]] = {date: (day, "bad-date"), int: (whole, "bad-number")}


def _halved(text: object) -> str:
    if not isinstance(text, str):
        raise ValueError(text)  # noqa: TRY004  a leaf that is no text is a wrong value, not a wrong call
    return text if text.isascii() else unicodedata.normalize("NFKC", text)


# --- the fast way: parse the leaves of known fields, leave the rest to msgspec -------------------------------


def _prepared(data: Any, kind: Any) -> Any:
    prepare = _preparer(kind)
    return prepare(data) if prepare else data


@cache
def _preparer(kind: Any) -> Leaf | None:
    """Return the function that parses the leaves below a type, or None where there is nothing to parse."""
    kind = _bare(kind)
    if kind in _LEAVES:
        return _tolerant(_LEAVES[kind][0])
    if get_origin(kind) is tuple:
        item = _preparer(get_args(kind)[0])
        return item and _each(item)
    if get_origin(kind) is dict:
        value = _preparer(get_args(kind)[1])
        return value and _each_value(value)
    if _is_entry(kind):
        known = {name: _preparer(inner) for name, inner in _keys(kind).items()}
        return _some_values({name: leaf for name, leaf in known.items() if leaf})
    return None


def _tolerant(leaf: Leaf) -> Leaf:
    def prepare(data: Any) -> Any:
        try:
            return leaf(data)
        except ValueError:
            return [data]  # a list is neither a date nor a number: msgspec will refuse it

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


# --- the slow way: what is wrong, field by field ---------------------------------------------------------------


def _faults(data: Any, kind: Any, at: Path) -> Iterator[Fault]:
    kind = _bare(kind)
    if _is_entry(kind):
        yield from _entry_faults(data, kind, at)
    elif get_origin(kind) is tuple:
        yield from _list_faults(data, get_args(kind)[0], at)
    elif get_origin(kind) is dict:
        yield from _dict_faults(data, get_args(kind)[1], at)
    else:
        yield from _leaf_faults(data, kind, at)


def _entry_faults(data: Any, kind: type[Entry], at: Path) -> Iterator[Fault]:
    if not isinstance(data, dict):
        yield at, "not-mapping", {"value": _shown(data)}
        return
    known = _keys(kind)
    for key, value in data.items():
        if key in known:
            yield from _faults(value, known[key], (*at, key))
        else:
            yield (*at, key), "unknown-key", {"value": key, "known": "、".join(known)}
    for field in fields(kind):
        if field.required and field.encode_name not in data:
            yield at, "missing-key", {"key": field.encode_name}


def _list_faults(data: Any, item: Any, at: Path) -> Iterator[Fault]:
    if not isinstance(data, list):
        yield at, "not-list", {"value": _shown(data)}
        return
    for index, one in enumerate(data):
        yield from _faults(one, item, (*at, index))


def _dict_faults(data: Any, value: Any, at: Path) -> Iterator[Fault]:
    if not isinstance(data, dict):
        yield at, "not-mapping", {"value": _shown(data)}
        return
    for key, one in data.items():
        yield from _faults(one, value, (*at, key))


def _leaf_faults(data: Any, kind: Any, at: Path) -> Iterator[Fault]:
    if not isinstance(data, str):
        yield at, "not-text", {"value": _shown(data)}
    elif kind in _LEAVES:
        leaf, code = _LEAVES[kind]
        try:
            leaf(data)
        except ValueError:
            yield at, code, {"value": _shown(data)}
    elif get_origin(kind) is Literal:
        if data not in get_args(kind):
            yield at, "bad-choice", {"value": _shown(data), "known": "、".join(get_args(kind))}
    else:
        yield from _pattern_faults(data, kind, at)


def _pattern_faults(data: str, kind: Any, at: Path) -> Iterator[Fault]:
    try:
        msgspec.convert(data, kind)
    except msgspec.ValidationError:
        yield at, "bad-value", {"value": _shown(data)}


def _shown(data: object) -> str:
    text = data if isinstance(data, str) else msgspec.json.encode(data).decode()
    return text if len(text) <= 40 else text[:39] + "…"


def _is_entry(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, Entry)


def _bare(kind: Any) -> Any:
    """The type without `| UnsetType`."""
    options = [option for option in get_args(kind) if option is not UnsetType]
    return options[0] if UnsetType in get_args(kind) and len(options) == 1 else kind


@cache
def _keys(kind: type[Entry]) -> dict[str, Any]:
    """File key → type, in the order of the struct."""
    hints = get_type_hints(kind, include_extras=True)
    return {field.encode_name: hints[field.name] for field in fields(kind)}
