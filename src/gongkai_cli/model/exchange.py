"""What offices hand in through git, and what becomes of it at the coordinator's."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from gongkai_cli.model.plan import Window
from gongkai_cli.model.problem import Position, Problem
from gongkai_cli.model.record import Record


class News(Struct, frozen=True, kw_only=True):
    """What an office adds: records by plan, files of evidence; `files` are all that it changes."""

    office: str
    files: tuple[str, ...] = ()
    records: tuple[tuple[str, Record], ...] = ()
    evidence: tuple[str, ...] = ()


class State(StrEnum):
    """What became of an office's branch."""

    COLLECTED = "collected"
    NOTHING_NEW = "nothing_new"
    LEFT_OUT = "left_out"


class Brought(Struct, frozen=True, kw_only=True):
    """An office's branch, what it brings, and why it was left out."""

    branch: str
    state: State
    news: News
    reasons: tuple[tuple[Problem, Position], ...] = ()


class Arrears(Struct, frozen=True):
    """What an office has not filed for a window, by task; `silent` where it filed nothing at all."""

    office: str
    tasks: tuple[str, ...]
    silent: bool


class Returns(Struct, frozen=True, kw_only=True):
    """How far the filing of one plan has come: the offices that owe something for a window, and who is behind.

    `window` is None where the plan sets none; then nobody owes anything by a day.
    """

    plan: str
    window: Window | None
    owing: tuple[str, ...] = ()
    behind: tuple[Arrears, ...] = ()

    @property
    def received(self) -> int:
        """How many of the offices that owe something have filed at all."""
        return len(self.owing) - sum(one.silent for one in self.behind)


class Collected(Struct, frozen=True, kw_only=True):
    """What a collection brought, branch by branch, and how the filing stands after it."""

    as_of: date
    branch: str
    brought: tuple[Brought, ...]
    returns: tuple[Returns, ...] = ()
