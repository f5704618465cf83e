"""The disclosure requests a workspace holds, case by case with their places; what several checks look at."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from gongkai_cli.model.problem import Path, Problem
from gongkai_cli.model.request import Request, Step
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.reasons import say

AFTERWARDS = frozenset({"送达", "归档", "复议", "诉讼"})
"""Steps that come after an answer, and no others."""


class Asked(Struct, frozen=True):
    """A case and where it stands."""

    file: str
    at: Path
    request: Request

    def problem(self, at: str, code: str, **about: str) -> Problem:
        """Tell a problem with the value of one of its keys."""
        return Problem(self.file, (*self.at, at), code, {"number": self.request.number} | about)

    def step_problem(self, index: int, key: str, code: str, **about: str) -> Problem:
        """Tell a problem with one key of a step."""
        at: Path = (*self.at, "经过", index, key)
        return Problem(self.file, at, code, {"number": self.request.number} | about)

    def steps(self) -> Iterator[tuple[int, Step]]:
        """Number the steps as the file does."""
        return iter(enumerate(self.request.steps))


def day_told(day: date, *, provisional: bool) -> str:
    """Tell a day that was worked out, and of one that may still move (暂定) that it may."""
    return say("provisional", reason=day.isoformat()) if provisional else day.isoformat()


def requests(workspace: Workspace) -> Iterator[Asked]:
    """Go through all cases of all years."""
    for sourced in workspace.registers:
        for index, request in enumerate(sourced.value.requests):
            yield Asked(sourced.file, ("申请", index), request)
