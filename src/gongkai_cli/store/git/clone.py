"""A clone set up for its work: the settings of git, the merge driver, the hook; and for an office its own branch.

Nothing here lies in the tree, so every clone has to be set up anew. Only what git 2.5 knows is asked of it (no
`switch`, no `init -b`): offices' computers run what their system came with.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.workspace import Liaison
from gongkai_cli.store.git.repository import Repository, branch_of, office_of
from gongkai_cli.store.git.underway import refuse_half_done
from gongkai_cli.store.made import Outcome, digest
from gongkai_cli.store.replace import present, replace, told
from gongkai_cli.store.skeleton import hook

_MAIN = "refs/heads/main"
_HOOK = "pre-commit"
_RUNNABLE = 0o755
_MADE = "gongkai.hook"  # the setting that holds the digest of the hook that was installed


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
        if said is None and (self.root / ".git").exists():
            raise Refusal("git-unusable", folder=self.root)
        return Path(said) if said else None

    def refuse_unfinished(self) -> None:
        """Stop where a merge or the like is under way."""
        if self.top:
            refuse_half_done(self.git)

    def set_up(self) -> Iterator[Setting]:
        """Make a repository where there is none, and set what every clone of a workspace needs."""
        if self.top:
            yield Setting("repository", Outcome.KEPT)
        else:
            yield Setting("repository", Outcome.NEW)
            if self.dry_run:
                return
            self.git.says("init", "--quiet")
            self.git.says("symbolic-ref", "HEAD", _MAIN)
        yield self.configured("settings", words("init")["git"])
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
        way = (branch, "--") if here else self._beginning(branch, current)
        if not self.dry_run and self.git.answer("checkout", "--quiet", *way) is None:
            raise Refusal("branch-blocked", name=branch)
        return Setting("branch", Outcome.UPDATED if here else Outcome.NEW, {"name": branch})

    def _beginning(self, branch: str, current: str) -> tuple[str, ...]:
        """Say how to begin a branch: with the server's; else here, unless the server's main one knows more."""
        if self._knows(f"refs/remotes/origin/{branch}"):
            return "--track", "-b", branch, f"origin/{branch}"
        ahead = self.git.answer("merge-base", "--is-ancestor", "origin/HEAD", "HEAD") is not None
        if not self._knows("refs/remotes/origin/HEAD") or (ahead and not office_of(current)):
            return "-b", branch
        return "--no-track", "-b", branch, "origin/HEAD"

    def _knows(self, name: str) -> bool:
        return self.git.answer("rev-parse", "--verify", "--quiet", name) is not None

    def _hooked(self) -> Setting:
        """Install the hook, if git looks for hooks in what is this repository's own."""
        folder, common = self._asked("--git-path", "hooks"), self._asked("--git-common-dir")
        if self.top and self.top.resolve() != self.root.resolve():
            return Setting("hook-below", Outcome.SKIPPED)
        if not any(folder.is_relative_to(own) for own in (self.root.resolve(), common)):
            return Setting("hook-elsewhere", Outcome.SKIPPED, {"folder": str(folder)})
        outcome = install(folder / _HOOK, self.setting(_MADE), dry_run=self.dry_run)
        if outcome is Outcome.CHANGED:
            return Setting("hook-other", Outcome.KEPT)
        if not self.dry_run:
            self.git.says("config", "--local", _MADE, digest(hook(_HOOK)))
        return Setting("hook", outcome)

    def _asked(self, *question: str) -> Path:
        """Find a folder that git speaks of."""
        return (self.root / (self.git.answer("rev-parse", *question) or "")).resolve()


def install(path: Path, made: str, *, dry_run: bool) -> Outcome:
    """Write the hook where there is none, or over one that `init` made (by its digest) and nobody has changed."""
    now = hook(path.name)
    with told(path):
        was = present(path)
        if was == now:
            return Outcome.KEPT
        if was is not None and digest(was) != made:
            return Outcome.CHANGED
        if not dry_run:
            replace(path, was, now)
            path.chmod(_RUNNABLE)
    return Outcome.NEW if was is None else Outcome.UPDATED
