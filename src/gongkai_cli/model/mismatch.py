"""Why plain data is no value of a type: every fault, with the key path where it stands."""

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

import msgspec
from msgspec.structs import fields

from gongkai_cli.model.entry import Entry, bare, is_entry, keys_of
from gongkai_cli.model.leaf import LEAVES
from gongkai_cli.model.problem import Path

Mismatch = tuple[Path, str, dict[str, str]]


def mismatches(data: Any, kind: Any, at: Path = ()) -> Iterator[Mismatch]:
    """Tell what of the data is no value of this type, in the order of the file."""
    kind = bare(kind)
    if is_entry(kind):
        yield from _entry_mismatches(data, kind, at)
    elif get_origin(kind) is tuple:
        yield from _list_mismatches(data, get_args(kind)[0], at)
    elif get_origin(kind) is dict:
        yield from _dict_mismatches(data, get_args(kind)[1], at)
    else:
        yield from _leaf_mismatches(data, kind, at)


def _entry_mismatches(data: Any, kind: type[Entry], at: Path) -> Iterator[Mismatch]:
    if not isinstance(data, dict):
        yield at, "not-mapping", {"value": _shown(data)}
        return
    known = keys_of(kind)
    for key, value in data.items():
        if key in known:
            yield from mismatches(value, known[key], (*at, key))
        else:
            yield (*at, key), "unknown-key", {"value": key, "known": "、".join(known)}
    for field in fields(kind):
        if field.required and field.encode_name not in data:
            yield at, "missing-key", {"key": field.encode_name}


def _list_mismatches(data: Any, item: Any, at: Path) -> Iterator[Mismatch]:
    if not isinstance(data, list):
        yield at, "not-list", {"value": _shown(data)}
        return
    for index, one in enumerate(data):
        yield from mismatches(one, item, (*at, index))


def _dict_mismatches(data: Any, value: Any, at: Path) -> Iterator[Mismatch]:
    if not isinstance(data, dict):
        yield at, "not-mapping", {"value": _shown(data)}
        return
    for key, one in data.items():
        yield from mismatches(one, value, (*at, key))


def _leaf_mismatches(data: Any, kind: Any, at: Path) -> Iterator[Mismatch]:
    if not isinstance(data, str):
        yield at, "not-text", {"value": _shown(data)}
    elif kind in LEAVES:
        leaf, code = LEAVES[kind]
        try:
            leaf(data)
        except ValueError:
            yield at, code, {"value": _shown(data)}
    elif get_origin(kind) is Literal and data not in get_args(kind):
        yield at, "bad-choice", {"value": _shown(data), "known": "、".join(get_args(kind))}


def _shown(data: object) -> str:
    text = data if isinstance(data, str) else msgspec.json.encode(data).decode()
    return text if len(text) <= 40 else text[:39] + "…"
