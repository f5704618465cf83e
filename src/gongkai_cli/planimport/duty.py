"""What a responsibility says: who leads, who supports, who carries it out, and what could not be told for sure."""

from msgspec import Struct


class Duty(Struct, frozen=True, kw_only=True):
    """A responsibility understood; `doubts` field name → why a person has to confirm it.

    `sentence` says that the words were more than a list of names, so that they are kept as 责任原文.
    """

    lead: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    implementing: tuple[str, ...] = ()
    contact: str = ""
    deadline: str = ""
    doubts: dict[str, str] = {}
    sentence: bool = False
