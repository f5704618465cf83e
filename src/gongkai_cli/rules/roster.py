"""Who the names in a plan are: offices under any of their names, groups with members, nobody in particular."""

import re
from functools import cache
from typing import Any

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.workspace import Config


class Roster(Struct, frozen=True):
    """The offices, groups and coordinator a workspace names, as far as they bear on one plan."""

    offices: dict[str, str] = {}
    groups: dict[str, tuple[str, ...]] = {}
    coordinator: str = ""

    def office(self, name: str) -> str:
        """Return the office's own name."""
        return self.offices.get(name, name)

    def members(self, name: str) -> tuple[str, ...]:
        """Return the offices a name stands for: a group's members, else the office itself."""
        return tuple(self.office(member) for member in self.groups.get(name) or (name,))

    def is_group(self, name: str) -> bool:
        """Say whether a name stands for several offices (各处室), members known or not."""
        return name in self.groups or (name not in self.offices and _says("统领", name))

    def is_unclear(self, name: str) -> bool:
        """Say whether a name means nobody in particular (各有关处室, 文件起草处室)."""
        return name not in self.groups and name not in self.offices and _says("待明确", name)


def roster(config: Config, plan: Plan) -> Roster:
    """Return the roster of a plan; what the workspace lists bears only on plans of its own body."""
    if not config.bears_on(plan):
        return Roster()
    offices = {alias: office.name for office in config.offices for alias in office.aliases}
    offices |= {office.name: office.name for office in config.offices}
    return Roster(offices, config.groups, offices.get(config.coordinator, config.coordinator))


@cache
def _says(rule: str, name: str) -> bool:
    lexicon: dict[str, Any] = words("offices")
    return re.search(lexicon[rule], name) is not None
