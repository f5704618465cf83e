"""Everything `check` finds: what does not read, what the checks say, each with its line and column."""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.lexicon.load import level
from gongkai_cli.model.problem import Position, Problem, Refusal
from gongkai_cli.rules import checks
from gongkai_cli.store.evidence.files import FOLDER
from gongkai_cli.store.paths import CALENDAR, CONFIG, LEDGERS, PLANS, plan_files, stem
from gongkai_cli.store.read import evidence_digests, locate, read_workspace
from gongkai_cli.store.strays import strays


class Findings(Struct, frozen=True):
    """Problems with their places, and how many of them are errors."""

    located: tuple[tuple[Problem, Position], ...]
    errors: int


def find(root: Path, day: date, below: Collection[Path], changed: Collection[str] | None = None) -> Findings:
    """Read and check the whole workspace; tell what lies below these paths, and what these changes touch; or all."""
    workspace, unreadable = read_workspace(root)
    workspace = replace(workspace, digests=evidence_digests(root, workspace))
    read = {sourced.file for sourced in workspace.plans}
    unread = [stem(file) for file in plan_files(root) if file not in read]
    is_wanted = wanted(root, below, changed)
    problems = [
        one
        for one in (*unreadable, *strays(root), *checks.run(workspace, day, unread))
        if is_wanted(one.file)
    ]
    return Findings(locate(root, problems), sum(level(one.code) == "错误" for one in problems))


def wanted(
    root: Path, below: Collection[Path], changed: Collection[str] | None = None
) -> Callable[[str], bool]:
    """Say which files are asked for: those below the paths, and of these only those that the changes touch."""
    folders = [inside(root, path) for path in below]
    touched = None if changed is None else _touched(changed)
    return lambda file: (
        _is_below(file, folders) and (touched is None or (bool(touched) and _is_below(file, touched)))
    )


def _touched(changed: Collection[str]) -> set[str]:
    """Add what a change can make wrong elsewhere: settings everything, a plan its ledgers, evidence all ledgers."""
    if not {CONFIG, CALENDAR}.isdisjoint(changed):
        return {"."}
    plans = {f"{LEDGERS}/{stem(file)}" for file in changed if file.startswith(f"{PLANS}/")}
    evidence = {LEDGERS for file in changed if file.startswith(f"{FOLDER}/")}
    return {*changed, *plans, *evidence}


def inside(root: Path, path: Path) -> str:
    """Give a path relative to the workspace, as problems show files."""
    if not path.exists():
        raise Refusal("no-such-path", path=path)
    inside = path.resolve()
    if not inside.is_relative_to(root.resolve()):
        raise Refusal("outside-workspace", path=path, root=root)
    return inside.relative_to(root.resolve()).as_posix()


def _is_below(file: str, folders: Collection[str]) -> bool:
    return not folders or any(one in {".", file} or file.startswith(f"{one}/") for one in folders)
