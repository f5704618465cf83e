"""Problems as a server shows them beside the lines: GitHub's workflow commands, GitLab's Code Quality report.

Both name files from the top of the repository: `prefix` is the workspace's folder in it, with `/` behind.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from gongkai_cli.lexicon.load import level, message
from gongkai_cli.model.problem import Path, Problem
from gongkai_cli.views.problems import ERROR, Located, closing, in_order

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | {ord(":"): "%3A", ord(","): "%2C"}
_SEVERITY = {True: "major", False: "info"}  # GitLab's five are info, minor, major, critical, blocker
_OF_THE_DAY = {"as_of"}  # what a message says changes while the problem is the same


def github(rows: Sequence[Located], prefix: str) -> str:
    """Write each problem as `::error file=…,line=…,col=…,title=…::message`, a hint as a warning."""
    return "".join(f"{line}\n" for line in (*_commands(in_order(rows), prefix), closing(rows)))


def gitlab(rows: Sequence[Located], prefix: str) -> str:
    """Write the problems as a Code Quality report: a list of the fields GitLab reads."""
    seen: Counter[str] = Counter()
    return msgspec.json.encode([_issue(row, prefix, seen) for row in in_order(rows)]).decode()


def _commands(rows: Sequence[Located], prefix: str) -> Iterator[str]:
    for problem, at in rows:
        command = "error" if level(problem.code) == ERROR else "warning"
        file, title = (text.translate(_PROPERTY) for text in (prefix + problem.file, problem.code))
        said = message(problem.code, problem.about).translate(_DATA)
        yield f"::{command} file={file},line={at.line},col={at.column},title={title}::{said}"


def _issue(row: Located, prefix: str, seen: Counter[str]) -> dict[str, Any]:
    problem, at = row
    identity = _identity(problem)
    seen[identity] += 1
    return {
        "description": message(problem.code, problem.about),
        "check_name": problem.code,
        "fingerprint": _digest(f"{identity}\0{seen[identity]}"),
        "severity": _SEVERITY[level(problem.code) == ERROR],
        "location": {"path": prefix + problem.file, "lines": {"begin": at.line}},
    }


def _identity(problem: Problem) -> str:
    """Say which problem it is wherever it stands: by its key path, else by what it is about."""
    about = (f"{key}={value}" for key, value in sorted(problem.about.items()) if key not in _OF_THE_DAY)
    where = _path(problem.at) if isinstance(problem.at, tuple) else "\0".join(about)
    return f"{problem.code}\0{problem.file}\0{where}"


def _path(at: Path) -> str:
    return "/".join(map(str, at))


def _digest(text: str) -> str:
    """Return a fingerprint; what is wrong may be a text that no encoding holds."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
