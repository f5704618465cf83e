"""Which column is which: by what the headings say, and for the requirement by what the cells hold."""

import re
from collections.abc import Sequence
from functools import cache

from gongkai_cli.lexicon.load import words
from gongkai_cli.planimport.grid import Slot
from gongkai_cli.planimport.ordinal import read_ordinal
from gongkai_cli.planimport.wording import squeezed

Columns = tuple[str, ...]
"""The role of each column, "" for one that is not known."""

_MAX_HEADING = 24
_MAX_LOWER = 12
_MOST = 0.6
_DUTY_ROLES = frozenset({"lead", "responsible", "support", "implementing"})
_TEXT_ROLES = frozenset({"requirement", "group"})


def role_of(heading: str) -> str:
    """Say which column a heading names, or ""."""
    bare = re.sub(r"[：:]$", "", squeezed(heading))
    if not bare or len(bare) > _MAX_HEADING or read_ordinal(bare):
        return ""
    role = next((role for role, pattern in _headings() if pattern.fullmatch(bare)), "")
    return "" if role == "other" else role


def header_columns(row: Sequence[Slot]) -> Columns | None:
    """Read a row as the table's header: its columns, or None where it is no header of a plan."""
    roles = tuple(role_of(slot.text) for slot in row)
    filled = [slot for slot in row if slot.text.strip()]
    known = {role for role in roles if role}
    if len(known) < 2 or not known & _TEXT_ROLES:
        return None
    if not known & (_DUTY_ROLES | {"deadline"}):
        return roles if len(filled) > 2 and all(roles) else None  # the cells may yet tell
    return roles if sum(1 for role in roles if role) * 2 >= len(filled) else None


def is_of_plan(columns: Columns) -> bool:
    """Whether the columns are a plan's: tasks, and who or until when."""
    return bool(set(columns) & (_DUTY_ROLES | {"deadline"}))


def is_other_header(row: Sequence[Slot], columns: Columns) -> bool:
    """Whether a row heads another table, one that is no plan (a contact list, a form)."""
    texts = [squeezed(slot.text) for slot in row]
    if not all(texts) or any(len(text) > _MAX_LOWER or text[0].isdigit() for text in texts):
        return False
    return len(row) != len(columns) or sum(1 for text in texts if role_of(text)) >= 2


def lower_header(upper: Columns, row: Sequence[Slot]) -> Columns | None:
    """Read the second row of a two-row header: the columns of both, or None where it is no header row."""
    filled = [slot for slot in row if slot.state == "own"]
    if not filled or any(len(squeezed(slot.text)) > _MAX_LOWER for slot in filled):
        return None
    roles = [role_of(slot.text) for slot in row]
    if not all(role_of(slot.text) for slot in filled):
        return None
    width = max(len(upper), len(row))
    above = [*upper, *[""] * (width - len(upper))]
    below = [*roles, *[""] * (width - len(roles))]
    return tuple(low or high for low, high in zip(below, above, strict=True))


def with_requirement(columns: Columns, body: Sequence[Sequence[Slot]]) -> Columns:
    """Settle which text column holds the requirement: the one most rows fill with text of their own.

    A document may call its grouping column 具体内容 and its requirement 相关要求; the cells decide. Other text
    columns group the tasks.
    """
    columns = _with_measures(columns, body)
    body = [row for row in body if sum(slot.state == "own" for slot in row) > 2] or body
    candidates = [index for index, role in enumerate(columns) if role in _TEXT_ROLES]
    named = [
        index for index in candidates if columns[index] == "requirement" and _filled(index, body) >= _MOST
    ]
    best = max(named or candidates, key=lambda index: _weight(index, columns[index], body))
    return tuple(
        ("requirement" if index == best else "group") if index in candidates else role
        for index, role in enumerate(columns)
    )


def _with_measures(columns: Columns, body: Sequence[Sequence[Slot]]) -> Columns:
    """Take a column of measures for the requirement where there is no other and tasks are merged over its rows."""
    if "requirement" in columns or "measures" not in columns or "group" not in columns:
        return columns
    rows = [row for row in body if sum(slot.state == "own" for slot in row) > 1]
    measures, group = columns.index("measures"), columns.index("group")
    if _filled(measures, rows) <= _filled(group, rows):
        return columns
    return tuple("requirement" if index == measures else role for index, role in enumerate(columns))


def _filled(index: int, body: Sequence[Sequence[Slot]]) -> float:
    return sum(row[index].state == "own" for row in body if index < len(row)) / max(1, len(body))


def _weight(index: int, role: str, body: Sequence[Sequence[Slot]]) -> tuple[float, bool, float]:
    cells = [row[index].text for row in body if index < len(row) and row[index].state == "own"]
    fill = round(len(set(cells)) / max(1, len(body)), 1)
    return fill, role == "requirement", sum(map(len, cells)) / max(1, len(cells))


@cache
def _headings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((entry["栏"], re.compile(entry["写法"])) for entry in words("columns"))
