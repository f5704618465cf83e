"""A transcript: commands as typed, and below each what it prints; `!` before standard error, `=` before the exit code.

A line of a transcript that begins with `#` before the first command says what it shows; `$ NAME=value …` sets
the environment as in a shell. Commands other than gongkai are the shell's.
"""

import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec import Struct

from gongkai_cli.cli.run import run


class Step(Struct, frozen=True):
    """A command and what is expected of it."""

    command: str
    expected: str


def steps(text: str) -> tuple[str, list[Step]]:
    """Part a transcript into what stands before the first command and its steps."""
    head, *rest = ("\n" + text).split("\n$ ")
    parted = (one.partition("\n") for one in rest)
    return head.lstrip("\n"), [Step(command, expected.strip("\n")) for command, _, expected in parted]


class Player:
    """Runs the commands of a transcript in a workspace."""

    def __init__(
        self, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.root = root
        self.capsys = capsys
        self.monkeypatch = monkeypatch

    def play(self, command: str) -> str:
        """Run a command; tell what it printed and how it ended, as a transcript does."""
        words = shlex.split(command)
        with self.monkeypatch.context() as patch:
            while "=" in words[0]:
                patch.setenv(*words.pop(0).split("=", 1))
            out, err, code = self._gongkai(words[1:]) if words[0] == "gongkai" else self._shell(command)
        return "\n".join(self._lines(out, err, code)).strip("\n")

    def _gongkai(self, arguments: list[str]) -> tuple[str, str, int]:
        code = run(arguments)
        out, err = self.capsys.readouterr()
        return out, err, code

    def _shell(self, command: str) -> tuple[str, str, int]:
        done = subprocess.run(command, shell=True, cwd=self.root, capture_output=True, text=True, check=False)  # noqa: S602
        return done.stdout, done.stderr, done.returncode

    def _lines(self, out: str, err: str, code: int) -> Iterator[str]:
        where = str(self.root.resolve())
        yield from out.replace(where, "<工作区>").rstrip("\n").split("\n")
        yield from (f"! {line}" for line in err.replace(where, "<工作区>").splitlines())
        if code:
            yield f"= {code}"
