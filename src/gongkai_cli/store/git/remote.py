"""The server the offices share: what it is called, fetching from it, pushing to it."""

from collections.abc import Mapping
from typing import Any

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.git.repository import Repository

_MAIN = ("main", "master")
_RACES = ("[rejected]", "cannot lock ref", "failed to update ref")


class Remote:
    """One remote of a clone, by its name."""

    def __init__(self, repository: Repository, name: str) -> None:
        self.repository = repository
        self.name = name

    def fetch(self) -> None:
        """Fetch all branches; a Refusal says what stood in the way."""
        done = self.repository.tried("fetch", "-q", self.name, f"+refs/heads/*:refs/remotes/{self.name}/*")
        if done.code:
            raise Refusal("fetch-failed", remote=self.name, said=_said(done.err))

    def push(self, local: str, branch: str) -> bool:
        """Push a branch under a name of the server; False where somebody else pushed there meanwhile."""
        refs = f"refs/heads/{local}:refs/heads/{branch}"
        follow = ["--set-upstream"] if local == branch else []
        done = self.repository.tried("push", "-q", "--porcelain", *follow, self.name, refs)
        if not done.code:
            return True
        if any(race in done.out for race in _RACES):
            return False
        raise Refusal("push-failed", remote=self.name, said=_said(done.err))

    def branch(self, name: str) -> str | None:
        """Name the commit at the tip of a branch, as last fetched; None where there is no such branch."""
        return self.repository.answer(
            "rev-parse", "-q", "--verify", f"refs/remotes/{self.name}/{name}^{{commit}}"
        )

    def branches(self, start: str) -> Mapping[str, str]:
        """Tell the branches that begin so, each with the commit at its tip, by name."""
        root = f"refs/remotes/{self.name}/"
        told = self.repository.says("for-each-ref", "--format=%(refname) %(objectname)", f"{root}{start}")
        pairs = (line.rsplit(" ", 1) for line in told.splitlines())
        return {ref.removeprefix(root): commit for ref, commit in pairs}

    @property
    def main(self) -> str:
        """The branch all share: what the server calls its default, else main or master; a Refusal where none is."""
        told = self.repository.answer("symbolic-ref", "-q", f"refs/remotes/{self.name}/HEAD") or ""
        known = (told.removeprefix(f"refs/remotes/{self.name}/"), *_MAIN)
        found = next((name for name in known if name and self.branch(name)), None)
        if not found:
            raise Refusal("no-main-branch", remote=self.name)
        return found


def remote_of(repository: Repository, branch: str) -> Remote:
    """Return the remote a branch belongs to: the one set for it, else origin, else the only one."""
    names = repository.says("remote").split("\n")
    told = repository.answer("config", "--get", f"branch.{branch}.remote")
    for name in (told, "origin", names[0] if len(names) == 1 else None):
        if name and name in names:
            return Remote(repository, name)
    raise Refusal("no-remote" if names == [""] else "which-remote", known="、".join(names))


def _said(err: str) -> str:
    """Say in Chinese why a server was not reached; what it says itself is shown as it is."""
    causes: list[dict[str, Any]] = words("exchange")["远端"]
    for cause in causes:
        if any(sign in err for sign in cause["含"]):
            return str(cause["说"])
    lines = [line.removeprefix("remote:").strip() for line in err.splitlines() if line.startswith("remote:")]
    return "；".join(line for line in lines if line) or " ".join(err.split())
