"""Merging commits without a working copy: file by file, ledgers record by record; nothing but objects is written."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from gongkai_cli.lexicon.load import message
from gongkai_cli.model.history import REGULAR, Version
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.rules.ownership import is_ledger
from gongkai_cli.store.git import history
from gongkai_cli.store.git.repository import Repository
from gongkai_cli.store.git.revisions import Revisions, blob
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.merge import merge

Files = Mapping[str, Version | None]  # file → what becomes of it, None where it goes


class Three(Struct, frozen=True):
    """A file as it was where two histories parted, and as each of them has it."""

    base: Version | None
    ours: Version | None
    theirs: Version | None


class Joined(Struct, frozen=True):
    """What taking over the other side's changes makes of our files, and what only a person can decide."""

    files: Files
    problems: tuple[Problem, ...]


def join(repository: Repository, ours: str, theirs: str) -> Joined:
    """Say what merging a commit into ours changes."""
    base = _base(repository, ours, theirs)
    mine = history.between(repository, base, ours)
    files: dict[str, Version | None] = {}
    problems: list[Problem] = []
    for file, (old, new) in history.between(repository, base, theirs).items():
        here = mine[file][1] if file in mine else old
        result = joined_file(repository, file, Three(old, here, new))
        if isinstance(result, Problem):
            problems.append(result)
        elif result != here:
            files[file] = result
    return Joined(files, tuple(problems))


def joined_file(repository: Repository, file: str, three: Three) -> Version | Problem | None:
    """Merge one file; a Problem where both sides changed it in a way that only a person can settle."""
    if three.ours in (three.base, three.theirs):
        return three.theirs
    if three.theirs == three.base:
        return three.ours
    if is_ledger(file) and _plain(three.ours) and _plain(three.theirs):
        return _merged(repository, file, three)
    return Problem(file, (), "merge-conflict")


def stuck(code: str, problems: Sequence[Problem], **about: str) -> Refusal:
    """Say which files could not be merged, and why."""
    files = "、".join(problem.file for problem in problems)
    why = dict.fromkeys(message(problem.code, problem.about) for problem in problems)
    return Refusal(code, files=files, why="；".join(why), **about)


def committed(repository: Repository, files: Files, parents: tuple[str, ...], message: str) -> str:
    """Commit a merge: the first parent's files with these changed."""
    with TemporaryDirectory() as folder:
        aside = Repository(repository.folder, Path(folder) / "index")
        aside.says("read-tree", parents[0])
        stage(aside, files)
        tree = aside.says("write-tree")
    named = [part for parent in parents for part in ("-p", parent)]
    return repository.says("commit-tree", tree, *named, "-F", "-", data=message.encode())


def stage(repository: Repository, files: Files) -> None:
    """Put versions of files in the index, whatever the working copy holds."""
    nothing = Version("0", repository.says("hash-object", "--stdin", data=b""))  # mode 0 takes the file out
    entries = ((version or nothing, file) for file, version in files.items())
    lines = "".join(f"{version.mode} {version.id}\t{file}\0" for version, file in entries)
    repository.says("update-index", "-z", "--index-info", data=lines.encode("utf-8", "surrogateescape"))


def stored(repository: Repository, data: bytes) -> Version:
    """Store bytes as git keeps them."""
    return Version(REGULAR, repository.says("hash-object", "-w", "--stdin", data=data))


def _merged(repository: Repository, file: str, three: Three) -> Version | Problem:
    base, ours, theirs = (
        blob(repository, one) if one else b"" for one in (three.base, three.ours, three.theirs)
    )
    try:
        result = merge(base, ours, theirs)
    except YamlFault:
        return _unreadable(repository, file, three)
    if result.conflicts:
        return Problem(file, (), "merge-conflict-records", {"count": str(len(result.conflicts))})
    return stored(repository, result.data)


def _unreadable(repository: Repository, file: str, three: Three) -> Problem:
    """Tell which side does not read, and why."""
    for side, version in (("theirs", three.theirs), ("ours", three.ours)):
        fault = Revisions(repository).fault(file, version)
        if fault:
            return Problem(file, (), f"merge-unreadable-{side}", {"fault": fault})
    return Problem(file, (), "merge-conflict")


def _base(repository: Repository, ours: str, theirs: str) -> str:
    found = history.forks(repository, ours, theirs)
    if not found:
        raise Refusal("unrelated-histories")
    return found[0]


def _plain(version: Version | None) -> bool:
    return version is not None and version.mode == REGULAR
