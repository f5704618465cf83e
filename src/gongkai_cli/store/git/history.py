"""Commits as git tells them: which there are, and which files each changes itself."""

from collections.abc import Iterable, Iterator, Sequence

from gongkai_cli.model.history import Commit, Version
from gongkai_cli.model.problem import Refusal
from gongkai_cli.rules.difference import taken_over
from gongkai_cli.store.git.repository import Repository

Change = tuple[Version | None, Version | None]  # before (of a merge: in its first parent) and after
Changes = dict[str, Change]

_FIELDS = 5
_NOTHING = "000000"
_FORMAT = "%x00".join(("%H", "%P", "%an", "%ae", "%s"))


def revision(repository: Repository, name: str) -> str:
    """Name the commit that a revision (`main`, `v1`, an id) means; a Refusal where there is none."""
    found = (
        None
        if name.startswith("-")
        else repository.answer("rev-parse", "-q", "--verify", f"{name}^{{commit}}")
    )
    if not found:
        raise Refusal("no-revision", value=name)
    return found


def commits(repository: Repository, ends: Iterable[str], known: Iterable[str]) -> tuple[Commit, ...]:
    """List the commits that lead to some ends and not to what is known, the earliest first."""
    listed = repository.says(
        "log", "-z", "--reverse", "--topo-order", "--no-show-signature", "--encoding=UTF-8",
        f"--format={_FORMAT}", *ends, "--not", *known, "--",
    )  # fmt: skip
    told = iter(listed.split("\0"))
    return tuple(map(_commit, zip(*[told] * _FIELDS, strict=False)))


def forks(repository: Repository, one: str, other: str) -> tuple[str, ...]:
    """Name the commits where two histories parted, mostly one; none where they have nothing in common."""
    return tuple((repository.answer("merge-base", "--all", one, other) or "").split())


def files(repository: Repository, commit: str, folder: str = "") -> dict[str, Version]:
    """List the files of a commit, all or below a folder."""
    listed = repository.says("ls-tree", "-r", "-z", "--full-tree", commit, "--", *filter(None, [folder]))
    return {file: Version(*_mode_and_id(entry)) for entry, file in _entries(listed)}


def changes(repository: Repository, commit: Commit) -> Changes:
    """Tell the files a commit changes itself, before and after; of a merge those that no parent explains."""
    if not commit.parents:
        return _difference(repository, "--root", commit.id)
    if len(commit.parents) == 1:
        return between(repository, commit.parents[0], commit.id)
    return _merged(repository, commit)


def between(repository: Repository, before: str, after: str) -> Changes:
    """Tell the files in which two commits differ."""
    return _difference(repository, before, after)


def _merged(repository: Repository, commit: Commit) -> Changes:
    differences = [between(repository, parent, commit.id) for parent in commit.parents]
    touched = dict.fromkeys(file for changed in differences for file in changed)
    if not touched:
        return {}
    first, *others = commit.parents
    bases = [files(repository, fork) for other in others for fork in forks(repository, first, other)] or [{}]
    found: Changes = {}
    for file in touched:
        now = next(changed[file][1] for changed in differences if file in changed)
        parents = [changed[file][0] if file in changed else now for changed in differences]
        if not taken_over(now, parents, [base.get(file) for base in bases]):
            found[file] = (parents[0], now)
    return found


def _difference(repository: Repository, *which: str) -> Changes:
    told = repository.says(
        "diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", "--no-commit-id", *which, "--"
    )
    return dict(_pairs(told.split("\0")))


def _pairs(fields: Sequence[str]) -> Iterator[tuple[str, Change]]:
    for entry, file in zip(fields[::2], fields[1::2], strict=False):
        was, now, old, new, _ = entry.removeprefix(":").split(" ")
        yield file, (_version(was, old), _version(now, new))


def _version(mode: str, name: str) -> Version | None:
    return None if mode == _NOTHING else Version(mode, name)


def _commit(told: tuple[str, ...]) -> Commit:
    name, parents, author, email, subject = told
    return Commit(id=name, parents=tuple(parents.split()), author=author, email=email, subject=subject)


def _entries(listed: str) -> Iterator[tuple[str, str]]:
    for line in filter(None, listed.split("\0")):
        entry, _, file = line.partition("\t")
        yield entry, file


def _mode_and_id(entry: str) -> tuple[str, str]:
    mode, _, name = entry.split(" ")
    return mode, name
