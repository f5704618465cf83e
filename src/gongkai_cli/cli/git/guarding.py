"""What `git guard` looks at: part of a history, or what a push to a server brings."""

import re
import sys

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.history import Judged
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.store.git import guarding, pushes
from gongkai_cli.store.git.repository import Repository

_NONE = re.compile(r"0{40}|0{64}")  # what a server says for a branch that is new


class Verdict(Struct, frozen=True):
    """The commits judged and the refs that would lose commits; `first` says why nothing was judged."""

    judged: tuple[Judged, ...] = ()
    lost: tuple[Problem, ...] = ()
    first: str = ""


def of_span(repository: Repository, base: str | None, end: str, trust: str | None) -> Verdict:
    """Judge the commits between two revisions, which may be given as `A..B`."""
    if base is None:
        raise Refusal("no-base")
    _in_repository(repository)
    start, dots, last = base.partition("..")
    if _NONE.fullmatch(start):
        if trust is None:
            raise Refusal("base-is-nothing")
        start = trust
    span = guarding.span(repository, start, (last.lstrip(".") or "HEAD") if dots else end, trust or start)
    return Verdict(guarding.judged(repository, span))


def of_push(repository: Repository) -> Verdict:
    """Judge what a hook is told of on standard input."""
    _in_repository(repository)
    told = pushes.pushes(sys.stdin)
    if pushes.is_first(repository):
        return Verdict(first=words("exchange")["把关"]["首次"])
    lost = tuple(pushes.rewritten(repository, told))
    return Verdict(pushes.received(repository, told), lost)


def _in_repository(repository: Repository) -> None:
    if repository.answer("rev-parse", "--git-dir") is None:
        raise Refusal("no-repository", folder=repository.folder)
