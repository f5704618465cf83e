"""Where a workspace keeps its files. Paths are relative to its root, with `/`, as problems show them."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from gongkai_cli.model.problem import Refusal

CONFIG = "gongkai.yaml"
PLANS = "data/plans"
CALENDAR = "calendar.yaml"
ANNUAL = "data/annual"
REQUESTS = "data/requests"
LEDGERS = "data/ledger"
STATE = ".gongkai"
SUPERVISION = "督办"

_UNFIT = re.compile(r'[\x00-\x1f/\\:*?"<>|]|^[.~ ]|[. ]$|^$')


def find_root(start: Path) -> Path:
    """Walk up from a folder to the workspace it lies in."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file() or (folder / PLANS).is_dir():
            return folder
    raise Refusal("no-workspace", folder=start)


def plan_file(plan: str) -> str:
    """Where the plan with this id is kept."""
    return f"{PLANS}/{_fit(plan)}.yaml"


def ledger_file(plan: str, office: str) -> str:
    """Where an office's records under a plan are kept."""
    if office == SUPERVISION:
        raise Refusal("bad-file-name", name=office)
    return f"{LEDGERS}/{_fit(plan)}/{_fit(office)}.yaml"


def supervision_file(plan: str) -> str:
    """Where the coordinator's acts under a plan are kept."""
    return f"{LEDGERS}/{_fit(plan)}/{SUPERVISION}.yaml"


def annual_file(year: int) -> str:
    """Where the annual report of a year is kept."""
    return f"{ANNUAL}/{year}.yaml"


def requests_file(year: int) -> str:
    """Where the disclosure requests that arrived in a year are kept."""
    return f"{REQUESTS}/{year}.yaml"


def requests_files(root: Path) -> Iterator[str]:
    """List the files of disclosure requests, by year."""
    return _yaml_files(root, REQUESTS)


def annual_files(root: Path) -> Iterator[str]:
    """List the annual reports, by year."""
    return _yaml_files(root, ANNUAL)


def plan_files(root: Path) -> Iterator[str]:
    """List the plans, by name."""
    return _yaml_files(root, PLANS)


def ledger_folders(root: Path) -> Iterator[str]:
    """List the ids of the plans that have a folder of ledgers, by name."""
    return (entry.name for entry in entries(root / LEDGERS) if entry.is_dir(follow_symlinks=False))


def ledger_files(root: Path, plan: str) -> Iterator[str]:
    """List the ledgers under a plan, the coordinator's own file among them, by name."""
    return _yaml_files(root, f"{LEDGERS}/{plan}")


def stem(file: str) -> str:
    """Take the name of a file without folders and suffix: a plan's id, an office."""
    return file.rpartition("/")[2].removesuffix(".yaml")


def _yaml_files(root: Path, folder: str) -> Iterator[str]:
    """Regular files only: what a link or a pipe leads to is not the workspace's."""
    for entry in entries(root / folder):
        if entry.name.endswith(".yaml") and entry.is_file(follow_symlinks=False):
            yield f"{folder}/{entry.name}"


def entries(folder: Path) -> list["os.DirEntry[str]"]:
    """List a folder without hidden and temporary files; nothing where there is no folder."""
    try:
        with os.scandir(folder) as entries:
            return sorted((e for e in entries if e.name[0] not in ".~"), key=lambda entry: entry.name)
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise Refusal("unreadable-folder", folder=folder, detail=error.strerror) from error


def _fit(name: str) -> str:
    """Refuse a name that would leave its folder or that some system cannot store."""
    if _UNFIT.search(name):
        raise Refusal("bad-file-name", name=name)
    return name
