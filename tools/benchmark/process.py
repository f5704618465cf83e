"""Running a command as a whole process: its processor time and its largest memory."""

import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import NamedTuple

import gongkai_cli

_SOURCES = str(Path(gongkai_cli.__file__).parents[1])


class Cost(NamedTuple):
    """What one run of a process took: seconds of processor time, megabytes of memory."""

    seconds: float
    megabytes: float


class Command(NamedTuple):
    """A command, the folder it runs in, and whether it writes to a terminal."""

    words: list[str]
    folder: Path
    terminal: bool = False

    def run(self) -> Cost:
        """Run it once; its output is thrown away."""
        return _costs_on_terminal(self) if self.terminal else _cost_of(_started(self, subprocess.DEVNULL))


def python(script: Path, *arguments: str) -> list[str]:
    """Name the command that runs a script with this interpreter."""
    return [sys.executable, str(script), *arguments]


def compare(commands: dict[str, Command], rounds: int) -> dict[str, Cost]:
    """Run the commands in turn and give the median cost of each; a first round warms up."""
    for command in commands.values():
        command.run()
    runs = [{name: command.run() for name, command in commands.items()} for _ in range(rounds)]
    return {name: _median([one[name] for one in runs]) for name in commands}


def _median(costs: list[Cost]) -> Cost:
    return Cost(median(one.seconds for one in costs), median(one.megabytes for one in costs))


def _started(command: Command, out: int) -> "subprocess.Popen[bytes]":
    hidden = {"PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "NO_COLOR"}
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env |= {"PYTHONPATH": _SOURCES, "COLUMNS": "100", "TERM": "xterm-256color"}
    return subprocess.Popen(command.words, cwd=command.folder, stdout=out, stderr=subprocess.DEVNULL, env=env)


def _cost_of(child: "subprocess.Popen[bytes]", read: Callable[[], None] = lambda: None) -> Cost:
    read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        message = f"{child.args} ended with {child.returncode}"
        raise RuntimeError(message)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def _costs_on_terminal(command: Command) -> Cost:
    reader, terminal = pty.openpty()
    child = _started(command, terminal)
    os.close(terminal)
    try:
        return _cost_of(child, lambda: _drain(reader))
    finally:
        os.close(reader)


def _drain(reader: int) -> None:
    try:
        while os.read(reader, 65536):
            pass
    except OSError:
        return  # the other end of a terminal is closed this way
