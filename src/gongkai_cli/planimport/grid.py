"""A table's cells with spans → a grid in which every place says what stands there and where it came from."""

from typing import NamedTuple

from gongkai_cli.documents.block import Table
from gongkai_cli.planimport.item import Key, State


class Slot(NamedTuple):
    """One place of the grid: its text, the cell it belongs to, and whether that cell begins here.

    `width` is how many columns the cell covers; a place covered from the left has the state `covered` too.
    """

    text: str
    key: Key
    state: State
    width: int = 1


def grid(table: Table, block: int) -> list[list[Slot]]:
    """Lay the cells out; rows keep the length they have (a row that lost a cell is shorter)."""
    rows: list[list[Slot]] = []
    above: dict[int, tuple[Slot, int]] = {}
    for index, row in enumerate(table.rows):
        line: list[Slot] = []
        below: dict[int, tuple[Slot, int]] = {}
        cells = [
            (Slot(c.text, (block, index, n), _state(c.text), c.colspan), c) for n, c in enumerate(row.cells)
        ]
        while cells or len(line) in above:
            column = len(line)
            if column in above:
                slot, left = above[column]
                line.append(slot)
                if left > 1:
                    below[column] = (slot, left - 1)
                continue
            slot, cell = cells.pop(0)
            for offset in range(cell.colspan):
                line.append(slot if offset == 0 else slot._replace(state="covered"))
                if cell.rowspan > 1:
                    below[column + offset] = (slot._replace(state="covered"), cell.rowspan - 1)
        rows.append(line)
        above = below
    return rows


def _state(text: str) -> State:
    return "own" if text.strip() else "blank"
