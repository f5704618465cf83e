"""What the options or the answers say → a record, read as strictly as a file is."""

import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar, get_args

from gongkai_cli.cli.record.desk import faulty
from gongkai_cli.cli.record.offered import Offer
from gongkai_cli.model.convert import convert
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.model.record import Evidence, Record, StatusWord

Fields = dict[str, Any]
T = TypeVar("T", Record, Evidence)


def record_of(fields: Fields, offered: Sequence[Offer]) -> Record:
    """Make a record of the fields that say something and of the evidence offered."""
    trimmed = {
        key: value.strip() if isinstance(value, str) else value for key, value in fields.items() if value
    }
    said = {key: value for key, value in trimmed.items() if value}
    said |= {"佐证材料": [one.said for one in offered]} if offered else {}
    return _sound(*convert(said, Record, ""))


def evidence_of(offered: Sequence[Offer]) -> tuple[Evidence, ...]:
    """Make the evidence offered values of the model."""
    made = (convert(one.said, Evidence, "") for one in offered)
    return tuple(_sound(*one) for one in made)


def _sound(value: T | None, problems: tuple[Problem, ...]) -> T:
    if value is None:
        raise faulty(problems)
    return value


def counts_of(options: Iterable[str]) -> dict[str, str]:
    """Read `新闻发布会=1`, each name once."""
    counts: dict[str, str] = {}
    for name, number in map(_pair, options):
        if name in counts:
            raise Refusal("count-twice", name=name)
        counts[name] = number
    return counts


def status_missing() -> Refusal:
    """Refuse a record without a status, which nobody can be asked for."""
    return Refusal("no-status", known="、".join(get_args(StatusWord)))


def reporter_of(root: Path) -> str:
    """Name the user as git does; nobody where git does not know."""
    try:
        told = subprocess.run(
            ["git", "-C", str(root), "config", "user.name"], capture_output=True, check=False, timeout=5
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return told.stdout.decode("utf-8", "replace").strip()


def _pair(option: str) -> tuple[str, str]:
    name, equals, number = option.replace("＝", "=").rpartition("=")
    if not equals or not name.strip():
        raise Refusal("bad-count", value=option)
    return name.strip(), number.strip()
