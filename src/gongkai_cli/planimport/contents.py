"""Which column is which by what its cells hold, where a heading is missing or says nothing."""

from collections.abc import Callable, Sequence

from gongkai_cli.model.deadline import Kind
from gongkai_cli.planimport.columns import Columns
from gongkai_cli.planimport.grid import Slot
from gongkai_cli.planimport.offices.names import are_names, is_office
from gongkai_cli.planimport.ordinal import read_number_cell
from gongkai_cli.rules.deadline import read_deadline

_ENOUGH = 0.7
_LONG = 10
_MIN_ROWS, _MIN_COLUMNS = 3, 3
_ANY_YEAR = 2000


def named_by_contents(columns: Columns, body: Sequence[Sequence[Slot]]) -> Columns:
    """Give the columns without a role the one their cells speak for."""
    named = [_misnamed(role, _cells(index, body), columns) for index, role in enumerate(columns)]
    for index, role in enumerate(named):
        if not role:
            cells = _cells(index, body)
            held = (_second(name, named) for name, holds in _HOLDS if _mostly(cells, holds))
            named[index] = next((name for name in held if name not in named), "")
    return tuple(named)


def columns_by_contents(body: Sequence[Sequence[Slot]]) -> Columns | None:
    """Name all columns of a table without headings; None where it does not look like a plan."""
    width = max((len(row) for row in body), default=0)
    if len(body) < _MIN_ROWS or width < _MIN_COLUMNS:
        return None
    named = list(named_by_contents(("",) * width, body))
    texts = {index: _length(_cells(index, body)) for index, role in enumerate(named) if not role}
    if not texts or not {"responsible", "deadline"} & set(named):
        return None
    best = max(texts, key=lambda index: texts[index])
    if texts[best] < _LONG:
        return None
    return tuple("requirement" if index == best else role or "group" for index, role in enumerate(named))


def _misnamed(role: str, cells: Sequence[str], columns: Columns) -> str:
    """Take back the role of a column that holds offices or deadlines under another name, where none is so named."""
    if role == "contact" and not {"lead", "responsible"} & set(columns) and _mostly(cells, is_office):
        return ""
    if role == "progress" and "deadline" not in columns and _mostly(cells, _is_deadline):
        return ""
    return role


def _second(role: str, named: Sequence[str]) -> str:
    """A second column of offices, beside one that leads or is responsible, supports."""
    return "support" if role == "responsible" and {"lead", "responsible"} & set(named) else role


def _cells(index: int, body: Sequence[Sequence[Slot]]) -> list[str]:
    return [row[index].text for row in body if index < len(row) and row[index].state == "own"]


def _mostly(cells: Sequence[str], holds: Callable[[str], bool]) -> bool:
    return len(cells) >= _MIN_ROWS and sum(map(holds, cells)) >= _ENOUGH * len(cells)


def _length(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / max(1, len(cells))


def _is_deadline(text: str) -> bool:
    return read_deadline(text, _ANY_YEAR).kind is not Kind.UNKNOWN


_HOLDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("number", lambda text: bool(read_number_cell(text))),
    ("deadline", _is_deadline),
    ("responsible", are_names),
)
