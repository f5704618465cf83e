"""The base of every value that is written in a workspace file, and what the types of its fields say."""

from functools import cache
from typing import Any, get_args, get_type_hints

from msgspec import Struct, UnsetType
from msgspec.structs import fields


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A mapping of a workspace file: keys as the file spells them, absent text empty, other absences UNSET."""


class Listed(Entry, frozen=True, kw_only=True):
    """An entry that a list holds on a line of its own, however long."""


def is_entry(kind: Any) -> bool:
    """Say whether a type is one of these."""
    return isinstance(kind, type) and issubclass(kind, Entry)


def bare(kind: Any) -> Any:
    """The type without `| UnsetType`."""
    options = [option for option in get_args(kind) if option is not UnsetType]
    return options[0] if UnsetType in get_args(kind) and len(options) == 1 else kind


@cache
def keys_of(kind: type[Entry]) -> dict[str, Any]:
    """File key → type, in the order of the struct."""
    hints = get_type_hints(kind, include_extras=True)
    return {field.encode_name: hints[field.name] for field in fields(kind)}
