"""The keys that the model's entries have, for those who must tell a key from a text."""

from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from msgspec import UnsetType
from msgspec.structs import fields

from gongkai_cli.model.entry import Entry


@cache
def kinds(*roots: type[Entry]) -> tuple[dict[str, bool], ...]:
    """For each kind of entry below the roots: key → whether its value is free text."""
    found: dict[type[Entry], dict[str, bool]] = {}
    waiting: list[Any] = list(roots)
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, Entry):
            if kind not in found:
                hints = get_type_hints(kind)
                found[kind] = {field.encode_name: _is_text(hints[field.name]) for field in fields(kind)}
                waiting += hints.values()
        elif get_origin(kind) is not None or get_args(kind):
            waiting += get_args(kind)
    return tuple(found.values())


def _is_text(kind: Any) -> bool:
    return kind is str or (UnsetType in get_args(kind) and str in get_args(kind))
