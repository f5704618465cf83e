"""A Word table → the neutral one: plain tables in one quick pass, the others cell by cell."""

from collections.abc import Iterator

from lxml import etree

from gongkai_cli.documents.block import Cell, Row, Table
from gongkai_cli.documents.word.names import TC, THROUGH, TR, P, T, W, value

MERGING = GRID_SPAN, V_MERGE, GRID_BEFORE = tuple(
    f"{W}{name}" for name in ("gridSpan", "vMerge", "gridBefore")
)
_BEGINS = frozenset({TC, TR})
_MAX_SPAN = 63  # Word's own limit of columns

Drawn = tuple[str, int, bool]
"""A cell as drawn: its text, the columns it covers, whether it goes on with the cell above."""


def plain_rows(table: etree._Element) -> list[list[Drawn]]:
    """Read a table of plain paragraphs; a cell is put down when the next cell, row or the table's end is met."""
    rows: list[list[Drawn]] = [[]]
    inside, text, span, goes_on = False, "", 1, False
    for element in table.iter(T, P, TC, TR, *MERGING):
        tag = element.tag
        if tag == T:
            text += element.text or ""
        elif tag == P:
            text += "\n"
        elif tag in _BEGINS:
            if inside:
                rows[-1].append(("" if goes_on else text.strip(), span, goes_on))
            inside, text, span, goes_on = tag == TC, "", 1, False
            if tag == TR:
                rows.append([])
        elif tag == GRID_SPAN:
            span = count(element)
        elif tag == V_MERGE:
            goes_on = value(element) != "restart"
        else:
            rows[-1].append(("", count(element), False))
    if inside:
        rows[-1].append(("" if goes_on else text.strip(), span, goes_on))
    return rows[1:]


def merging(cell: etree._Element) -> tuple[int, bool]:
    """How many columns a cell covers, and whether it goes on with the cell above."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        return 1, False
    span, merge = properties.find(GRID_SPAN), properties.find(V_MERGE)
    return (1 if span is None else count(span)), merge is not None and value(merge) != "restart"


def gap(row: etree._Element) -> list[Drawn]:
    """Begin a row: with the columns it leaves out, if it does."""
    skipped = row.find(f"{W}trPr/{GRID_BEFORE}")
    return [] if skipped is None else [("", count(skipped), False)]


def count(element: etree._Element) -> int:
    """Read a number of columns, within Word's own limit."""
    said = value(element)
    return max(1, min(int(said), _MAX_SPAN)) if said.isdigit() else 1


def children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Give the rows of a table or the cells of a row, also those inside content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in THROUGH:
            yield from children(child, tag)


def merged(rows: list[list[Drawn]], name: str) -> Table:
    """Turn `goes on with the cell above` into row spans, from the last row up."""
    below: dict[int, int] = {}
    result: list[Row] = []
    for place in range(len(rows), 0, -1):
        kept: list[Cell] = []
        here: dict[int, int] = {}
        column = 0
        for text, span, goes_on in rows[place - 1]:
            height = below.get(column, 0) + 1
            if goes_on and place > 1:
                here[column] = height
            else:
                kept.append(Cell(text, height, span))
            column += span
        result.append(Row(tuple(kept), f"{name}第{place}行"))
        below = here
    return Table(tuple(reversed(result)))
