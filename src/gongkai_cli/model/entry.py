"""The base of every value that is written in a workspace file."""

from msgspec import Struct


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A mapping of a workspace file: keys as the file spells them, absent text empty, other absences UNSET."""
