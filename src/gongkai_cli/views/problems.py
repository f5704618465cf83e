"""Problems → lines for a person (`file:line:column: code message`) or for a program."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from gongkai_cli.lexicon.load import level, message
from gongkai_cli.model.problem import Position, Problem

Located = tuple[Problem, Position]

ERROR, HINT = "错误", "提示"

# a value or a file name may hold what moves the cursor or turns the line about
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def text(rows: Sequence[Located]) -> str:
    """Show each problem on a line, by place, and how many there are."""
    lines = [_line(problem, at) for problem, at in in_order(rows)]
    return "\n".join([*lines, closing(rows)]) + "\n"


def problems_json(rows: Sequence[Located]) -> str:
    """Show each problem as an object of a list, by place."""
    return msgspec.json.encode([_object(problem, at) for problem, at in in_order(rows)]).decode()


def in_order(rows: Iterable[Located]) -> list[Located]:
    """Sort problems by place."""
    return sorted(rows, key=lambda row: (row[0].file, row[1], row[0].code))


def seen(line: str) -> str:
    """Write what the eye does not see as its number."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


def _line(problem: Problem, at: Position) -> str:
    where = f"{problem.file}:{at.line}:{at.column}"
    hint = f"{HINT}：" if level(problem.code) == HINT else ""
    line = f"{where}: {problem.code} {hint}{message(problem.code, problem.about)}"
    return seen(line)


def closing(rows: Sequence[Located]) -> str:
    """Say how many problems there are."""
    if not rows:
        return "没有发现问题"
    errors = sum(level(problem.code) == ERROR for problem, _ in rows)
    return f"{ERROR} {errors}、{HINT} {len(rows) - errors}"


def _object(problem: Problem, at: Position) -> dict[str, str | int]:
    return {
        "file": problem.file,
        "line": at.line,
        "column": at.column,
        "code": problem.code,
        "level": "error" if level(problem.code) == ERROR else "hint",
        "message": message(problem.code, problem.about),
    }
