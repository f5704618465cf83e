"""What a server hook (pre-receive) is told on standard input: `old new ref`, a line for each ref of a push."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from gongkai_cli.model.history import Judged
from gongkai_cli.model.problem import Position, Problem, Refusal
from gongkai_cli.store.git import guarding
from gongkai_cli.store.git.guarding import Span
from gongkai_cli.store.git.history import revision
from gongkai_cli.store.git.repository import Repository


class Push(Struct, frozen=True):
    """One ref of a push: the commit it pointed to and the one it is to point to; "" for none."""

    old: str
    new: str
    ref: str


def pushes(lines: Iterable[str]) -> tuple[Push, ...]:
    """Read the lines of a hook."""
    parted = (line.rstrip("\n").split(" ", 2) for line in lines if line.strip())
    return tuple(Push(_commit(old), _commit(new), ref) for old, new, ref in parted)


def is_first(repository: Repository) -> bool:
    """Say whether nothing was ever pushed: there is nobody to trust yet, and nothing to lose."""
    return not repository.says("for-each-ref", "--count=1")


def rewritten(repository: Repository, told: tuple[Push, ...]) -> Iterator[Problem]:
    """Tell the refs of a push that would lose commits: moved back, or deleted before they were collected."""
    gone = [f"--exclude={push.ref}" for push in told if not push.new]
    for push in told:
        if not push.new and repository.says("rev-list", "-n1", push.old, "--not", *gone, "--all"):
            yield Problem(push.ref, Position(1), "branch-deleted")
        elif (
            push.old
            and push.new
            and repository.answer("merge-base", "--is-ancestor", push.old, push.new) is None
        ):
            yield Problem(push.ref, Position(1), "history-rewritten")


def received(repository: Repository, told: tuple[Push, ...]) -> tuple[Judged, ...]:
    """Judge the commits a push brings, by the settings of the repository's default branch."""
    trust = repository.answer("rev-parse", "-q", "--verify", "HEAD^{commit}")
    if trust is None:
        raise Refusal("no-default-branch")
    return tuple(
        one
        for push in told
        if push.new
        for one in guarding.judged(repository, _span(repository, push, trust))
    )


def _commit(told: str) -> str:
    return told if told.strip("0") else ""


def _span(repository: Repository, push: Push, trust: str) -> Span:
    """Only what is new to the repository: all else was judged when it came, by the settings of that time."""
    end = revision(repository, push.new)
    known = (push.old, trust) if push.old else (trust,)
    return Span(end=end, known=("--all",), trust=trust, published=guarding.published(repository, end, known))
