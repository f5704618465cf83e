"""Which state of a workspace was read."""

from msgspec import Struct


class Origin(Struct, frozen=True, kw_only=True):
    """The commit, and whether its data held nothing that was not committed. Empty outside a git repository."""

    commit: str = ""
    clean: bool = False
