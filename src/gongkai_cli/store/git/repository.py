"""git, asked as a program: never through a shell, and never to stop and wait for an answer nobody can give."""

import os
import re
import subprocess
import sys
from pathlib import Path

from msgspec import Struct

from gongkai_cli.model.problem import Refusal

OFFICE = "gongkai.office"  # the setting of a clone that says whose it is
BRANCHES = "office/"  # before the name of an office: the branch it pushes to
# names as they are; nobody's grafts; no author that git made up from the name of the computer
_ALWAYS = ("--no-replace-objects", "-c", "core.quotepath=false", "-c", "user.useConfigOnly=true")
_CREDENTIALS = re.compile(r"(?<=://)[^/\s'\"]*@")


class Done(Struct, frozen=True):
    """How git ended, and what it said."""

    code: int
    out: str
    err: str


class Repository(Struct, frozen=True):
    """The git repository a folder lies in; `index` where another index than its own is to be used."""

    folder: Path
    index: Path | None = None

    def says(self, *arguments: str, data: bytes | None = None) -> str:
        """Run git and return what it says, without the last line break; a Refusal where it fails."""
        return self.gives(*arguments, data=data).decode("utf-8", "surrogateescape").removesuffix("\n")

    def gives(self, *arguments: str, data: bytes | None = None) -> bytes:
        """Run git and return the bytes it writes; a Refusal where it fails."""
        done = self._run(arguments, data)
        if done.returncode:
            detail = without_secrets(done.stderr.decode("utf-8", "replace").strip())
            raise Refusal("git-failed", command=arguments[0], detail=detail or done.returncode)
        return done.stdout

    def answer(self, *arguments: str) -> str | None:
        """Return what git says, None where it fails: for questions whose answer may be no."""
        done = self._run(arguments, None)
        return None if done.returncode else done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")

    def tried(self, *arguments: str, data: bytes | None = None) -> Done:
        """Run git and tell how it ended, for what may fail for reasons that have to be told apart."""
        done = self._run(arguments, data)
        out, err = (text.decode("utf-8", "surrogateescape") for text in (done.stdout, done.stderr))
        return Done(done.returncode, out, without_secrets(err).strip())

    def content(self, revision: str, file: str) -> bytes | None:
        """Read a file as it stands in a revision; None where it is not there."""
        done = self._run(("cat-file", "blob", f"{revision}:{file}"), None)
        return None if done.returncode else done.stdout

    def _run(self, arguments: tuple[str, ...], data: bytes | None) -> subprocess.CompletedProcess[bytes]:
        command = ("git", *_ALWAYS, *arguments)
        try:
            return subprocess.run(
                command,
                cwd=self.folder,
                env=_environment(self.index),
                input=data or b"",
                capture_output=True,
                check=False,
            )
        except FileNotFoundError as error:
            code = "no-git" if self.folder.is_dir() else "no-folder"
            raise Refusal(code, folder=self.folder) from error


def without_secrets(said: str) -> str:
    """Take user names and passwords out of the addresses git speaks of."""
    return _CREDENTIALS.sub("", said)


def branch_of(office: str) -> str:
    """Name the branch an office pushes its ledger to."""
    return f"{BRANCHES}{office}"


def office_of(branch: str) -> str | None:
    """Tell whose branch this is; None for any other branch."""
    name = branch.rpartition(BRANCHES)[2]
    return name if BRANCHES in branch and name else None


def default_office(root: Path) -> str:
    """Tell the office this clone was set up for (`init --office`); "" where it is nobody's or git is missing."""
    try:
        return Repository(root).answer("config", "--get", OFFICE) or ""
    except Refusal:
        return ""


def _environment(index: Path | None) -> dict[str, str]:
    """English messages, which can be told apart; a password is asked for only where a person can type one."""
    told = {"LC_ALL": "C.UTF-8", "GIT_OPTIONAL_LOCKS": "0"}
    if not sys.stdin.isatty():
        told["GIT_TERMINAL_PROMPT"] = "0"
    if index:
        told["GIT_INDEX_FILE"] = str(index)
    return os.environ | told
