"""Cells placed on a grid → a table. A row or column in which no cell begins is none, whatever spans were written."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple

from gongkai_cli.documents.block import Cell, Row, Table
from gongkai_cli.model.problem import Refusal

MAX_PLACES = 5_000_000


class Placed(NamedTuple):
    """A cell and the place of its upper left corner, counted from 0."""

    row: int
    column: int
    text: str
    height: int = 1
    width: int = 1


def table(cells: Iterable[Placed], locate: Callable[[int], str], name: str) -> Table | None:
    """Make a table of cells that do not overlap; None if all are blank. Refuses one larger than any plan."""
    placed = sorted(cells)
    if not any(cell.text for cell in placed):
        return None
    rows = sorted({cell.row for cell in placed})
    columns = sorted({cell.column for cell in placed})
    ensure_size(len(rows), len(columns), name)
    return Table(
        tuple(
            Row(tuple(_cell(cell, rows, columns) for cell in group), locate(row))
            for row, group in groupby(placed, key=lambda cell: cell.row)
        )
    )


def ensure_size(rows: int, columns: int, name: str) -> None:
    """Refuse a table of more places than a person could have filled."""
    if rows * columns > MAX_PLACES:
        raise Refusal("document-table", file=name, rows=rows, columns=columns)


def _cell(cell: Placed, rows: list[int], columns: list[int]) -> Cell:
    if cell.height == cell.width == 1:
        return Cell(cell.text)
    height = bisect_left(rows, cell.row + cell.height) - bisect_left(rows, cell.row)
    width = bisect_left(columns, cell.column + cell.width) - bisect_left(columns, cell.column)
    return Cell(cell.text, height, width)
