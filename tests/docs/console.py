"""The console blocks of a page: what a reader types after `$ `, and what they then see.

A line `…` stands for any number of lines. `$ echo $?` shows how the command before it ended; a here-document
goes on after `> `.
"""

import io
import re
import subprocess
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from shlex import split

from msgspec import Struct

from gongkai_cli.cli.run import run

_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELISION = "…"


class Step(Struct, frozen=True):
    """A command and what the page shows of its output."""

    command: str
    shown: tuple[str, ...]


def blocks(page: str) -> list[list[Step]]:
    """Find the console blocks of a page."""
    return [list(_steps(block)) for block in _BLOCK.findall(page)]


def with_blocks(page: str, texts: list[str]) -> str:
    """Put other texts in the console blocks of a page."""
    left = iter(texts)
    return _BLOCK.sub(lambda _: f"```console\n{next(left)}\n```", page)


def agrees(shown: tuple[str, ...], output: list[str]) -> bool:
    """Tell whether an output is what the page shows of it."""
    if not shown:
        return not output
    if shown[0] == ELISION:
        return any(agrees(shown[1:], output[start:]) for start in range(len(output) + 1))
    return bool(output) and shown[0] == output[0] and agrees(shown[1:], output[1:])


def abridged(shown: tuple[str, ...], output: list[str]) -> list[str]:
    """Show a new output as the page showed the old: as many lines before and after the elision."""
    if ELISION not in shown:
        return output
    first = shown.index(ELISION)
    last = len(shown) - first - 1
    return [*output[:first], ELISION, *output[len(output) - last :]]


class Reader:
    """Somebody who types what a page says."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.code = 0

    def types(self, command: str) -> list[str]:
        """Run a command; return the lines it shows."""
        if command == "echo $?":
            return [str(self.code)]
        said = self._gongkai(command) if command.startswith("gongkai ") else self._shell(command)
        return said.rstrip("\n").split("\n") if said else []

    def _gongkai(self, command: str) -> str:
        said = io.StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            self.code = run(split(command)[1:])
        return said.getvalue()

    def _shell(self, command: str) -> str:
        done = subprocess.run(["/bin/sh", "-c", command], cwd=self.folder, capture_output=True, check=True)
        return done.stdout.decode()


def _steps(block: str) -> Iterator[Step]:
    for part in ("\n" + block.rstrip("\n")).split("\n$ ")[1:]:
        lines = part.split("\n")
        more = sum(line.startswith("> ") for line in lines[1:])
        command = "\n".join((lines[0], *(line[2:] for line in lines[1 : more + 1])))
        yield Step(command, tuple(lines[more + 1 :]))
