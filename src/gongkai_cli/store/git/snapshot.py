"""The workspace as it was: any git revision, or the last commit before a day, read without touching a file of it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from gongkai_cli.model.leaf import day as day_of
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.store.git import history
from gongkai_cli.store.git.repository import Repository
from gongkai_cli.store.paths import CALENDAR, CONFIG, LEDGERS, PLANS
from gongkai_cli.store.read import read_workspace

_DAY = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")
_PLAIN_FILES = ("100644", "100755")


class Snapshot(Struct, frozen=True):
    """A commit, the last day of which it can know, and what the user calls it (empty where he said a day)."""

    commit: str
    day: date
    name: str = ""


def snapshot(root: Path, name: str) -> Snapshot:
    """Find a commit by any name git knows, or by a day: the branch as it was when that day began.

    Refuses a folder that is no repository, a name git does not know, a day before the first commit.
    """
    repository = Repository(root)
    if repository.answer("rev-parse", "--git-dir") is None:
        raise Refusal("no-repository", folder=root)
    return _before(repository, name) if _DAY.fullmatch(name) else _named(repository, name)


def workspace_at(root: Path, commit: str, plan: str) -> tuple[Workspace, tuple[Problem, ...]]:
    """Read the settings, the calendar, a plan and its ledgers as a commit has them."""
    with TemporaryDirectory(prefix="gongkai-") as folder:
        for file, data in _files(Repository(root), commit, plan):
            path = Path(folder, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return read_workspace(Path(folder), plans=[plan])


def _before(repository: Repository, name: str) -> Snapshot:
    try:
        day = day_of(name)
    except ValueError:
        raise Refusal("bad-day", value=name) from None
    # the branch's own line: an office's commit counts from when it was collected
    found = repository.answer(
        "rev-list", "-1", "--first-parent", f"--before={day.isoformat()}T00:00:00", "HEAD"
    )
    if not found:
        raise Refusal("no-commit-before", day=day)
    return Snapshot(found, day - timedelta(days=1))


def _named(repository: Repository, name: str) -> Snapshot:
    commit = history.revision(repository, name)
    day = repository.says("show", "--no-patch", "--no-show-signature", "--format=%cs", commit)
    return Snapshot(commit, date.fromisoformat(day), name)


def _files(repository: Repository, commit: str, plan: str) -> Iterator[tuple[str, bytes]]:
    """The settings, the plan and its ledgers, by paths relative to the workspace; nothing else that lies there."""
    ledgers = f"{LEDGERS}/{plan}"
    wanted = (CONFIG, CALENDAR, f"{PLANS}/{plan}.yaml", ledgers)
    listed = repository.says("ls-tree", "-r", "-z", commit, "--", *wanted)
    for line in filter(None, listed.split("\0")):
        about, _, file = line.partition("\t")
        mode, _, blob = about.split(" ")
        if mode in _PLAIN_FILES and Path(file).parent.as_posix() in {".", PLANS, ledgers}:
            yield file, repository.gives("cat-file", "blob", blob)
