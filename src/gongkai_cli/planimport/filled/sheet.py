"""A workbook that came back → the facts that say where it belongs, and its rows by column.

Columns are found by their headings, in any order; rows may have been sorted, taken out or added. What merged cells
cover downwards says what the cell says.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from gongkai_cli.documents.block import Document, Paragraph, Table
from gongkai_cli.lexicon.load import words
from gongkai_cli.lexicon.sheet import DAY, ID, NUMBER, STATUS, column_of
from gongkai_cli.model.problem import Refusal
from gongkai_cli.planimport.grid import Slot, grid

_ROW = re.compile(r"第(\d+)行$")


class Row(Struct, frozen=True):
    """A row that says something: its number as the program that filled it in counts, its texts by column."""

    number: int
    cells: dict[str, str]


class Filled(Struct, frozen=True):
    """A sheet that came back; `facts` are empty where the hidden sheet was lost."""

    facts: dict[str, str]
    rows: tuple[Row, ...]


def filled(document: Document) -> Filled:
    """Read a workbook. Refuses one in which no row has the headings of a sheet of ours."""
    facts: dict[str, str] = {}
    rows: list[Row] = []
    name, headed = "", False
    for block in document.blocks:
        if isinstance(block, Paragraph):
            name = block.text
        elif name == words("sheet")["表名"]["身份"]:
            facts |= _facts(block)
        else:
            lines = _lines(block)
            columns = next((found for _, line in lines if (found := _columns(line))), None)
            headed = headed or columns is not None
            rows += _rows(lines, columns or {})
    if not headed:
        raise Refusal("sheet-not-ours", file=document.name)
    return Filled(facts, tuple(rows))


def _facts(table: Table) -> dict[str, str]:
    """Read the hidden sheet: a name and what it is, one pair a row."""
    known = {heading: key for key, heading in words("sheet")["身份"].items()}
    pairs = [[slot.text.strip() for slot in line[:2]] for line in grid(table, 0)]
    return {known[pair[0]]: pair[1] for pair in pairs if len(pair) == 2 and pair[0] in known}


def _lines(table: Table) -> list[tuple[int, list[str]]]:
    """List the rows with their numbers; of a cell merged across, only its first column says something."""
    numbers = [int(found[1]) if (found := _ROW.search(row.locator)) else 0 for row in table.rows]
    return [(number, _texts(line)) for number, line in zip(numbers, grid(table, 0), strict=True)]


def _texts(line: list[Slot]) -> list[str]:
    before = [None, *(slot.key for slot in line)]
    return ["" if slot.key == left else slot.text.strip() for slot, left in zip(line, before, strict=False)]


def _columns(line: list[str]) -> dict[int, str] | None:
    """Read a row as the headings: column → name; None where what every record needs is not among them."""
    found = {place: column.name for place, text in enumerate(line) if (column := column_of(text))}
    names = set(found.values())
    return found if {DAY, STATUS} <= names and names & {NUMBER, ID} else None


def _rows(lines: list[tuple[int, list[str]]], columns: dict[int, str]) -> Iterator[Row]:
    """Yield what stands below headings, in which nothing is said twice."""
    for number, line in lines:
        cells = {name: line[place] for place, name in columns.items() if place < len(line) and line[place]}
        if cells and _columns(line) is None:
            yield Row(number, cells)
