"""Sheets as their filled cells → tables: what is empty around them is trimmed, what is hidden is told."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct, field

from gongkai_cli.documents.block import Block, Paragraph, Reading, Table
from gongkai_cli.documents.remarks import remark
from gongkai_cli.documents.spans import Placed, ensure_size, table
from gongkai_cli.model.problem import Refusal

Place = tuple[int, int]
Merge = tuple[int, int, int, int]  # first row, first column, last row, last column


class Sheet(Struct):
    """A sheet while it is read: the cells that say something, rows and columns counted from 0."""

    name: str
    hidden: bool = False
    cells: dict[Place, str] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)


def reading(sheets: Sequence[Sheet], name: str, remarks: Iterable[str] = ()) -> Reading:
    """Give the sheets' tables, each under its name where there are several. Refuses a workbook that is empty."""
    filled = [(sheet, _table(sheet, name)) for sheet in sheets]
    told = [(sheet, found) for sheet, found in filled if found]
    if not told:
        raise Refusal("document-empty", file=name)
    blocks: list[Block] = []
    for sheet, found in told:
        if len(told) > 1:
            blocks.append(Paragraph(sheet.name, _called(sheet)))
        blocks.append(found)
    hidden = (line for sheet, _ in told for line in _hidden(sheet))
    return Reading(tuple(blocks), (*remarks, *hidden))


def _table(sheet: Sheet, name: str) -> Table | None:
    rows, columns = _rows(sheet), sorted({column for _, column in sheet.cells})
    ensure_size(len(rows), len(columns), name)
    placed = _placed(sheet, rows, columns)
    return table(placed, lambda row: f"{_called(sheet)}第{row + 1}行", name)


def _rows(sheet: Sheet) -> list[int]:
    """Return the rows that say something, and one of the empty ones in each gap between them."""
    filled = sorted({row for row, _ in sheet.cells})
    gaps = [row + 1 for row, following in pairwise(filled) if following > row + 1]
    return sorted(filled + gaps)


def _placed(sheet: Sheet, rows: list[int], columns: list[int]) -> Iterator[Placed]:
    spans, covered = _spans(sheet, rows, columns)
    for row in rows:
        for column in columns:
            if (row, column) not in covered:
                height, width = spans.get((row, column), (1, 1))
                yield Placed(row, column, sheet.cells.get((row, column), ""), height, width)


def _spans(
    sheet: Sheet, rows: list[int], columns: list[int]
) -> tuple[dict[Place, tuple[int, int]], set[Place]]:
    """Return what merged cells span and the places they cover; one that overlaps another is no merged cell."""
    spans: dict[Place, tuple[int, int]] = {}
    covered: set[Place] = set()
    for top, left, bottom, right in sheet.merges:
        down = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
        across = columns[bisect_left(columns, left) : bisect_right(columns, right)]
        if not down or not across or down[0] != top or across[0] != left or (top, left) in covered:
            continue
        area = {(row, column) for row in down for column in across} - {(top, left)}
        if not area or not area.isdisjoint(covered) or not area.isdisjoint(spans):
            continue
        covered |= area
        spans[top, left] = (bottom - top + 1, right - left + 1)
    return spans, covered


def _called(sheet: Sheet) -> str:
    return f"工作表“{sheet.name}”"


def _hidden(sheet: Sheet) -> Iterator[str]:
    """Tell what of a sheet a person does not see."""
    if sheet.hidden:
        yield remark("hidden-sheet", sheet=sheet.name)
    said_rows, said_columns = {row for row, _ in sheet.cells}, {column for _, column in sheet.cells}
    rows = [row for row in sheet.hidden_rows if row in said_rows]
    columns = [column for column in sheet.hidden_columns if column in said_columns]
    if rows:
        which = _runs([str(row + 1) for row in rows], rows)
        yield remark("hidden-rows", sheet=sheet.name, count=len(rows), which=which)
    if columns:
        which = _runs([letters(column) for column in columns], columns)
        yield remark("hidden-columns", sheet=sheet.name, count=len(columns), which=which)


def _runs(names: list[str], numbers: list[int]) -> str:
    """Name numbers that follow each other as a run: 3、5-8."""
    runs = []
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        places = [place for place, _ in group]
        first, last = names[places[0]], names[places[-1]]
        runs.append(first if first == last else f"{first}-{last}")
    return "、".join(runs)


def letters(column: int) -> str:
    """Name a column as Excel does: A, Z, AA."""
    name, left = "", column + 1
    while left:
        left, digit = divmod(left - 1, 26)
        name = chr(65 + digit) + name
    return name
