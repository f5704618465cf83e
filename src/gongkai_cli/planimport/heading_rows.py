"""The rows of a table that are a chapter or section heading and no task."""

import re
from collections.abc import Sequence

from gongkai_cli.lexicon.numerals import NUMERAL
from gongkai_cli.planimport.columns import Columns, role_of
from gongkai_cli.planimport.grid import Slot
from gongkai_cli.planimport.headings import level_of
from gongkai_cli.planimport.ordinal import read_number_cell, read_ordinal
from gongkai_cli.planimport.wording import squeezed

_MAX_HEADING = 80
_MAX_BARE_HEADING = 24
_CHINESE_NUMBER = re.compile(rf"[（(]?{NUMERAL}{{1,3}}[）)]?[、.．]?")
_NOTE = re.compile(r"[:：]|^[(（]?(?:注|备注|说明|附注)")
_TOTAL = re.compile(r"(?:合|总|小)计.*|共计.*|以上.*")


def heading_slots(row: Sequence[Slot], columns: Columns) -> tuple[Slot, ...]:
    """Return the cells of a row that is a heading by itself, in order; () for any other row.

    One cell alone is a heading by its ordinal wherever it stands, without one where it spans the table or stands
    before the requirement's column; `一 | 村务公开` is a heading over two cells.
    """
    filled = [slot for slot in row if slot.state == "own"]
    if not filled or any(
        slot.state == "covered" and slot.key not in {one.key for one in filled} for slot in row
    ):
        return ()  # the rest of the row is merged with the row above: a task, not a heading
    if len({squeezed(slot.text) for slot in filled}) == 1 and len(filled) > 2 and level_of(filled[0].text):
        return tuple(filled)  # a merged cell that a conversion repeated in each column
    if len(filled) == 1:
        return tuple(filled) if _is_heading(filled[0], row, columns) else ()
    return tuple(filled) if _is_numbered_heading(filled, row, columns) else ()


def is_total(row: Sequence[Slot]) -> bool:
    """Whether a row adds up the others (合计) and is no task."""
    first = next((slot for slot in row if slot.state == "own"), None)
    return (
        first is not None
        and bool(_TOTAL.fullmatch(squeezed(first.text)))
        and len(first.text) <= _MAX_BARE_HEADING
    )


def _is_heading(alone: Slot, row: Sequence[Slot], columns: Columns) -> bool:
    if len(alone.text) > _MAX_HEADING or _TOTAL.fullmatch(squeezed(alone.text)):
        return False
    if level_of(alone.text):
        return True
    if read_ordinal(alone.text) or role_of(alone.text) or read_number_cell(alone.text):
        return False
    if _NOTE.search(alone.text):
        return False
    spans = alone.width >= max(2, len(columns) - 1) or len(row) == 1
    return spans or (
        _stands_first(alone, row, columns) and len(alone.text) <= _MAX_BARE_HEADING and "。" not in alone.text
    )


def _stands_first(alone: Slot, row: Sequence[Slot], columns: Columns) -> bool:
    index = next(place for place, slot in enumerate(row) if slot.key == alone.key)
    return index == 0 and index < len(columns) and columns[index] not in {"requirement", "group"}


def _is_numbered_heading(filled: Sequence[Slot], row: Sequence[Slot], columns: Columns) -> bool:
    """Whether a row is a Chinese number and a heading's words, and all else is blank."""
    if len(filled) != 2 or len(row) < len(columns):
        return False
    places = [index for index, slot in enumerate(row) if slot.state == "own"]
    return columns[places[0]] == "number" and bool(_CHINESE_NUMBER.fullmatch(squeezed(filled[0].text)))
