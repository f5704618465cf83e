"""Real repositories, asked by git itself, and the people who sit at them."""

import subprocess
from pathlib import Path

import pytest

from gongkai_cli.cli.session import Session


def answers(monkeypatch: pytest.MonkeyPatch, given: list[str]) -> None:
    """Sit at a terminal and give these answers, one after the other."""
    left = iter(given)
    monkeypatch.setattr(Session, "conversing", True)
    monkeypatch.setattr("builtins.input", lambda _question: next(left))


def git(folder: Path, *arguments: str) -> str:
    """Run git; what it says, or what it complains of."""
    done = subprocess.run(["git", *arguments], cwd=folder, capture_output=True, text=True, check=False)
    return (done.stdout if done.returncode == 0 else done.stdout + done.stderr).strip()


def commit(folder: Path, said: str) -> str:
    """Commit all there is, in the name of whoever the clone belongs to."""
    git(folder, "add", "--all")
    return git(folder, "commit", "-m", said)


def state(root: Path) -> dict[str, bytes]:
    """Every file below a folder, git's own settings and hooks among them, but not the lock."""
    files = (path for path in root.rglob("*") if path.is_file() and ".gongkai/" not in path.as_posix())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
