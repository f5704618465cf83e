"""What a responsibility says: who leads, who supports, who carries it out, and what could not be told for sure."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.planimport.offices.names import NameList

_FIELDS = {"lead": "牵头", "support": "配合", "implementing": "落实部门"}


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

    @property
    def named(self) -> tuple[str, ...]:
        """Everybody named, in whatever role."""
        return self.lead + self.support + self.implementing


def duty_of(lists: Mapping[str, NameList], rest: Duty) -> Duty:
    """Put lists of names by role into a duty; why a list is doubtful becomes a doubt about its field."""
    doubts = {
        _FIELDS[role]: "；".join(dict.fromkeys(found.reasons))
        for role, found in lists.items()
        if found.reasons
    }
    return replace(
        rest,
        lead=lists["lead"].names,
        support=lists["support"].names if "support" in lists else (),
        implementing=lists["implementing"].names if "implementing" in lists else (),
        doubts=rest.doubts | doubts,
    )
