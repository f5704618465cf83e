"""The case files of the checks: workspaces whose bad lines say which problems must be told there."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from gongkai_cli.model.problem import Position, Problem
from gongkai_cli.rules.checks import run
from gongkai_cli.store.read import evidence_digests, locate, read_workspace

CASES = Path(__file__).parents[2] / "cases" / "checks"
BASE = CASES / "_base"
Told = tuple[str, int, int, str]

_SECTION = re.compile(r"^#> (.+)\n", re.MULTILINE)
_MARK = re.compile(r"(\d+) ([a-z][a-z-]*[a-z])")
_AS_OF = re.compile(r"# as-of: (\S+)")


def found() -> list[Path]:
    """All cases: files of sections, and folders that hold a whole workspace."""
    folders = [path.parent for path in CASES.rglob("expected.txt")]
    return sorted([*CASES.glob("*/*.yaml"), *folders])


def lay(case: Path, root: Path) -> None:
    """Write the workspace of a case."""
    shutil.copytree(case if case.is_dir() else BASE, root, dirs_exist_ok=True)
    for file, text in sections(case):
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")


def expected(case: Path) -> list[Told]:
    """What must be told: file, line, column, code."""
    if case.is_dir():
        lines = (case / "expected.txt").read_text("utf-8").splitlines()
        rows = (re.fullmatch(r"(.+):(\d+):(\d+) (\S+)", line) for line in lines)
        return sorted((row[1], int(row[2]), int(row[3]), row[4]) for row in rows if row)
    return sorted(told for file, text in sections(case) for told in _marked(file, text))


def tell(case: Path, root: Path) -> list[tuple[Problem, Position]]:
    """Everything told of a workspace, as `gongkai check` does."""
    workspace, problems = read_workspace(root)
    workspace = replace(workspace, digests=evidence_digests(root, workspace))
    return list(locate(root, (*problems, *run(workspace, _as_of(case)))))


def places(told: list[tuple[Problem, Position]]) -> list[Told]:
    return sorted((problem.file, at.line, at.column, problem.code) for problem, at in told)


def sections(case: Path) -> Iterator[tuple[str, str]]:
    if case.is_file():
        with case.open(encoding="utf-8", newline="") as opened:
            parts = _SECTION.split(opened.read())
        yield from zip(parts[1::2], parts[2::2], strict=True)


def _marked(file: str, text: str) -> Iterator[Told]:
    for number, line in enumerate(text.split("\n"), 1):
        for column, code in _MARK.findall(line.partition("# E: ")[2]):
            yield file, number, int(column), code


def _as_of(case: Path) -> date:
    stated = _AS_OF.match(case.read_text("utf-8")) if case.is_file() else None
    return date.fromisoformat(stated[1]) if stated else date(2021, 10, 15)
