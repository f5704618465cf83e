"""The identities of the annual reports that do not hold; what the checks of the tables tell."""

from collections.abc import Iterator

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.annual.identities import breaks
from gongkai_cli.rules.annual.telling import place, told


def broken(workspace: Workspace, code: str, *, grave: bool) -> Iterator[Problem]:
    """Tell the breaks that are errors, or those that are hints, each at its cell."""
    by_year = {sourced.value.year: sourced.value for sourced in workspace.annual}
    for sourced in workspace.annual:
        for one in breaks(sourced.value, by_year.get(sourced.value.year - 1)):
            if one.grave is grave:
                yield Problem(sourced.file, place(one), code, {"rule": one.rule, "said": told(one)})
