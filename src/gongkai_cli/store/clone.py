"""A clone set up for its work: the settings of git, the merge driver, the hook; and for an office its own branch.

Nothing here lies in the tree, so every clone has to be set up anew.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.workspace import Liaison
from gongkai_cli.store.git import Repository, branch_of
from gongkai_cli.store.made import Outcome
from gongkai_cli.store.replace import present, replace, told
from gongkai_cli.store.skeleton import hook

_MAIN = "main"
_HOOK = "pre-commit"
SETTINGS = {
    "core.quotepath": "false",
    "merge.gongkai.name": "逐条合并台账记录",
    "merge.gongkai.driver": "gongkai git merge-driver %O %A %B %P",
    "push.autoSetupRemote": "true",
}
_UNDER_WAY = {
    "MERGE_HEAD": "合并（merge）",
    "rebase-merge": "变基（rebase）",
    "rebase-apply": "变基（rebase）",
    "CHERRY_PICK_HEAD": "拣选（cherry-pick）",
    "REVERT_HEAD": "撤销（revert）",
}


class Setting(Struct, frozen=True):
    """One thing that was set up, by its code in `lexicon/init.yaml`, and what became of it."""

    code: str
    outcome: Outcome
    about: dict[str, str] = {}


class Clone(Struct, frozen=True):
    """A workspace's repository; `dry_run` only looks."""

    root: Path
    dry_run: bool = False

    @property
    def git(self) -> Repository:
        """The repository, asked as a program."""
        return Repository(self.root)

    @property
    def top(self) -> Path | None:
        """The folder of the repository this workspace lies in; None where it lies in none."""
        said = self.git.answer("rev-parse", "--show-toplevel") if self.root.is_dir() else None
        return Path(said) if said else None

    def refuse_unfinished(self) -> None:
        """Stop where a merge or the like is under way: whatever changes now would become part of it."""
        for name, what in _UNDER_WAY.items() if self.top else ():
            path = self.git.answer("rev-parse", "--git-path", name)
            if path and (self.root / path).exists():
                raise Refusal("git-unfinished", what=what)

    def set_up(self) -> Iterator[Setting]:
        """Make a repository where there is none, and set what every clone of a workspace needs."""
        if self.top:
            yield Setting("repository", Outcome.KEPT)
        else:
            yield Setting("repository", Outcome.NEW)
            if self.dry_run:
                return
            self.git.says("init", "--quiet", f"--initial-branch={_MAIN}")
        yield self.configured("settings", SETTINGS)
        yield self._hooked()

    def configured(self, code: str, settings: dict[str, str], about: dict[str, str] | None = None) -> Setting:
        """Set these of git's settings, in this clone only."""
        before = {key: self.git.answer("config", "--local", "--get", key) for key in settings}
        missing = {key: value for key, value in settings.items() if before[key] != value}
        if not self.dry_run:
            for key, value in missing.items():
                self.git.says("config", "--local", key, value)
        changed = Outcome.UPDATED if any(before[key] for key in missing) else Outcome.NEW
        return Setting(code, changed if missing else Outcome.KEPT, about or {})

    def setting(self, key: str) -> str:
        """Tell one of git's settings, from wherever git takes it; "" where there is none."""
        return self.git.answer("config", "--get", key) or ""

    def identified(self, officer: Liaison) -> Setting:
        """Commit in the name of a liaison officer."""
        identity = {"user.name": officer.name, "user.email": officer.email}
        return self.configured("identity", identity, {"name": officer.name, "email": officer.email})

    def joined(self, office: str) -> Setting:
        """Go to the branch of an office: the one that is there, the server's, or a new one."""
        branch = branch_of(office)
        if self.git.answer("check-ref-format", "--branch", branch) is None:
            raise Refusal("bad-branch-name", name=office)
        current = self.git.answer("symbolic-ref", "--short", "-q", "HEAD")
        if current is None:
            raise Refusal("detached-head")
        if current == branch:
            return Setting("branch", Outcome.KEPT, {"name": branch})
        here = self._knows(f"refs/heads/{branch}")
        if (
            not self.dry_run
            and self.git.answer("switch", "--quiet", *self._switch(branch, here=here)) is None
        ):
            raise Refusal("branch-blocked", name=branch)
        return Setting("branch", Outcome.UPDATED if here else Outcome.NEW, {"name": branch})

    def _switch(self, branch: str, *, here: bool) -> tuple[str, ...]:
        """Say how to go to a branch that is here, or that has to begin at the server's, its main one, or here."""
        if here:
            return (branch,)
        if self._knows(f"refs/remotes/origin/{branch}"):
            return "--track", "-c", branch, f"origin/{branch}"
        if self._knows("refs/remotes/origin/HEAD"):
            return "--no-track", "-c", branch, "origin/HEAD"
        return "-c", branch

    def _knows(self, name: str) -> bool:
        return self.git.answer("rev-parse", "--verify", "--quiet", name) is not None

    def _hooked(self) -> Setting:
        """Install the hook where git looks for hooks, if that is this repository's own and nobody has one there."""
        said = self.git.answer("rev-parse", "--git-path", "hooks")
        folder = (self.root / (said or "")).resolve()
        common = (self.root / (self.git.answer("rev-parse", "--git-common-dir") or "")).resolve()
        if self.top and self.top.resolve() != self.root.resolve():
            return Setting("hook-below", Outcome.SKIPPED)
        if not (folder.is_relative_to(self.root.resolve()) or folder.is_relative_to(common)):
            return Setting("hook-elsewhere", Outcome.SKIPPED, {"folder": str(folder)})
        path, now = folder / _HOOK, hook(_HOOK)
        with told(path):
            was = present(path)
            if was is None and not self.dry_run:
                replace(path, None, now)
                path.chmod(0o755)
        if was is None:
            return Setting("hook", Outcome.NEW)
        return Setting("hook" if was == now else "hook-other", Outcome.KEPT)
