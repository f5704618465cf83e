"""Which files of a workspace differ from what a git revision holds: committed since, changed, or not known to git."""

from pathlib import Path

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.git.history import revision
from gongkai_cli.store.git.repository import Repository


def changed_since(root: Path, name: str) -> frozenset[str] | None:
    """List the files changed since a branch left the revision, or since the revision where a shallow clone cannot tell.

    Paths are relative to the workspace. None, everything, where the revision is git's for nothing at all (a branch
    pushed for the first time). Refuses a revision that is not there.
    """
    if set(name) == {"0"}:
        return None
    repository = Repository(root)
    if repository.answer("rev-parse", "--git-dir") is None:
        raise Refusal("no-repository", folder=root)
    commit = revision(repository, name)
    base = repository.answer("merge-base", commit, "HEAD") or commit
    told = repository.says("diff", "--name-only", "-z", "--no-renames", "--relative", base, "--")
    new = repository.says("ls-files", "-z", "--others", "--exclude-standard")
    return frozenset(file for file in (*told.split("\0"), *new.split("\0")) if file)


def prefix(root: Path) -> str:
    """Tell the folder of the workspace inside its repository, with `/` behind; "" at the top or without git."""
    try:
        return Repository(root).answer("rev-parse", "--show-prefix") or ""
    except Refusal:
        return ""
