"""Put the cells of a short row under the right columns.

A row that lost a cell (a merged or dropped one) is fitted by what its cells hold: the order stays, each cell goes
where it fits best, and where nothing tells them apart the cells stay as far left as they stood.
"""

from collections.abc import Callable, Sequence

from gongkai_cli.model.deadline import Kind
from gongkai_cli.planimport.columns import Columns
from gongkai_cli.planimport.grid import Slot
from gongkai_cli.planimport.offices.names import are_names
from gongkai_cli.planimport.ordinal import ITEM, read_number_cell, read_ordinal
from gongkai_cli.rules.deadline import read_deadline

Seen = Sequence[frozenset[str]]
"""For each column the texts that its full rows hold."""

_ABSENT = Slot("", (), "absent")
_SHORT = 12
_CLEARLY = 1.5
_ANY_YEAR = 2000


def seen_texts(body: Sequence[Sequence[Slot]], width: int) -> Seen:
    """Collect what full rows hold, column by column."""
    full = [row for row in body if len(row) >= width]
    return [frozenset(row[index].text for row in full if row[index].text) for index in range(width)]


def align(row: Sequence[Slot], columns: Columns, seen: Seen) -> list[Slot]:
    """Return the row with one slot a column; columns without a cell are absent."""
    width = len(columns)
    if len(row) >= width:
        return list(row[:width])
    as_it_stands = sum(_fit(slot.text, columns[index], seen[index]) for index, slot in enumerate(row))
    score, chosen = _best(row, columns, seen)
    if score < as_it_stands + _CLEARLY:
        chosen = tuple(range(len(row)))
    placed = dict(zip(chosen, row, strict=True))
    return [placed.get(index, _ABSENT) for index in range(width)]


def _best(row: Sequence[Slot], columns: Columns, seen: Seen) -> tuple[float, tuple[int, ...]]:
    """Choose the increasing columns with the best total fit, and that fit; of equals the leftmost."""
    best: dict[int, tuple[float, tuple[int, ...]]] = {-1: (0.0, ())}
    for slot in row:
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for index, role in enumerate(columns):
            before = [best[last] for last in best if last < index]
            if before:
                score, chosen = max(before, key=_preference)
                following[index] = (score + _fit(slot.text, role, seen[index]), (*chosen, index))
        best = following
    return max(best.values(), key=_preference)


def _preference(entry: tuple[float, tuple[int, ...]]) -> tuple[float, tuple[int, ...]]:
    return entry[0], tuple(-index for index in entry[1])


def _fit(text: str, role: str, seen: frozenset[str]) -> float:
    if not text.strip():
        return 0.0
    if text in seen:
        return 3.0
    judge = _JUDGES.get(role)
    return judge(text) if judge else 0.0


def _fits_number(text: str) -> float:
    return 2.0 if read_number_cell(text) else -3.0


def _fits_names(text: str) -> float:
    if are_names(text):
        return 1.5
    return -2.0 if len(text) > _SHORT * 3 else -0.5


def _fits_deadline(text: str) -> float:
    return 2.0 if read_deadline(text, _ANY_YEAR).kind is not Kind.UNKNOWN else -1.0


def _fits_requirement(text: str) -> float:
    ordinal = read_ordinal(text)
    if (ordinal and ordinal.level < ITEM) or read_number_cell(text):
        return -1.0
    if text.rstrip().endswith("。"):
        return 1.0
    if are_names(text) or read_deadline(text, _ANY_YEAR).kind is not Kind.UNKNOWN:
        return -1.0
    return 1.0 if len(text) > _SHORT else 0.2


def _fits_group(text: str) -> float:
    ordinal = read_ordinal(text)
    if ordinal and ordinal.level < ITEM:
        return 1.0
    return -1.0 if text.rstrip().endswith("。") else 0.0


_JUDGES: dict[str, Callable[[str], float]] = {
    "number": _fits_number,
    "lead": _fits_names,
    "support": _fits_names,
    "responsible": _fits_names,
    "implementing": _fits_names,
    "deadline": _fits_deadline,
    "requirement": _fits_requirement,
    "group": _fits_group,
}
