"""Files that lie where data lies and are not read: a clerk who misnames a ledger would look for it in vain."""

from collections.abc import Iterator
from pathlib import Path

from gongkai_cli.model.problem import Position, Problem
from gongkai_cli.store import paths


def strays(root: Path) -> tuple[Problem, ...]:
    """Tell of every file among the plans, reports, requests and ledgers that no command reads, and why."""
    ledgers = [f"{paths.LEDGERS}/{plan}" for plan in paths.ledger_folders(root)]
    misnamed = [
        stray
        for folder in (paths.PLANS, paths.ANNUAL, paths.REQUESTS, paths.LEDGERS, *ledgers)
        for stray in _misnamed(root, folder)
    ]
    return (*misnamed, *_misplaced(root))


def _misnamed(root: Path, folder: str) -> Iterator[Problem]:
    for entry in paths.entries(root / folder):
        name = entry.name.lower()
        if entry.is_symlink():
            yield Problem(f"{folder}/{entry.name}", Position(1), "stray-link")
        elif name.endswith((".yml", ".yaml")) and not entry.name.endswith(".yaml"):
            yield Problem(f"{folder}/{entry.name}", Position(1), "stray-suffix")


def _misplaced(root: Path) -> Iterator[Problem]:
    """A ledger belongs in the folder of its plan."""
    for entry in paths.entries(root / paths.LEDGERS):
        if entry.name.endswith(".yaml") and not entry.is_dir():
            yield Problem(f"{paths.LEDGERS}/{entry.name}", Position(1), "stray-ledger")
