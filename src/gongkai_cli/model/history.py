"""What git keeps, as far as ownership is concerned: commits, the files they change, the records these hold."""

from msgspec import Struct

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.record import Record

REGULAR = "100644"  # git's mode of a plain file; submodules and programs have others
LINK = "120000"


class Version(Struct, frozen=True):
    """A file as a tree of git holds it: its mode (six octal digits) and the id of its bytes."""

    mode: str
    id: str


class Commit(Struct, frozen=True, kw_only=True):
    """A commit: who says to have written it, and the commits it follows (two or more for a merge)."""

    id: str
    parents: tuple[str, ...]
    author: str
    email: str
    subject: str


class Touch(Struct, frozen=True, kw_only=True):
    """A file that a commit changes itself; a merge changes only what is not simply one of its parents'.

    `was` and `now` are the modes before and after, "" where there is no such file. Of a ledger, `lost` are the
    published records the commit takes out, `torn` says what keeps it from being read after the commit and in the
    end, `joined` that a merge holds just the records of its parents. Of a file of evidence, `owners` are the
    offices whose published records name it, `namers` those whose records name it after the commit, and `kept`
    says that it is published.
    """

    file: str
    was: str = ""
    now: str = ""
    torn: str = ""
    joined: bool = False
    lost: tuple[Record, ...] = ()
    owners: frozenset[str] = frozenset()
    namers: frozenset[str] = frozenset()
    kept: bool = False


class Judged(Struct, frozen=True, kw_only=True):
    """A commit with the offices its author acts for, what it touches, and what of that was not theirs to do."""

    commit: Commit
    offices: frozenset[str]
    touches: tuple[Touch, ...]
    problems: tuple[Problem, ...]
