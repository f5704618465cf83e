"""Everything `check` finds: what does not read, what the checks say, each with its line and column."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.lexicon.load import level
from gongkai_cli.model.problem import Position, Problem, Refusal
from gongkai_cli.rules import checks
from gongkai_cli.store.paths import plan_files, stem
from gongkai_cli.store.read import evidence_digests, locate, read_workspace
from gongkai_cli.store.strays import strays


class Findings(Struct, frozen=True):
    """Problems with their places, and how many of them are errors."""

    located: tuple[tuple[Problem, Position], ...]
    errors: int


def find(root: Path, day: date, below: Collection[Path]) -> Findings:
    """Read and check the whole workspace; tell what lies below these paths, or all."""
    workspace, unreadable = read_workspace(root)
    workspace = replace(workspace, digests=evidence_digests(root, workspace))
    read = {sourced.file for sourced in workspace.plans}
    unread = [stem(file) for file in plan_files(root) if file not in read]
    wanted = [_inside(root, path) for path in below]
    problems = [
        one
        for one in (*unreadable, *strays(root), *checks.run(workspace, day, unread))
        if _is_below(one.file, wanted)
    ]
    return Findings(locate(root, problems), sum(level(one.code) == "错误" for one in problems))


def _inside(root: Path, path: Path) -> str:
    """Give a path relative to the workspace, as problems show files."""
    if not path.exists():
        raise Refusal("no-such-path", path=path)
    inside = path.resolve()
    if not inside.is_relative_to(root.resolve()):
        raise Refusal("outside-workspace", path=path, root=root)
    return inside.relative_to(root.resolve()).as_posix()


def _is_below(file: str, folders: Collection[str]) -> bool:
    return not folders or any(one in {".", file} or file.startswith(f"{one}/") for one in folders)
