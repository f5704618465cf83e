"""A Word table → the neutral one: plain tables in one quick pass, the others cell by cell."""

from collections.abc import Iterator

from lxml import etree

from gongkai_cli.documents.block import Cell, Row, Table
from gongkai_cli.documents.word.names import TC, THROUGH, TR, P, T, W, value

MERGING = GRID_SPAN, V_MERGE, GRID_BEFORE = tuple(
    f"{W}{name}" for name in ("gridSpan", "vMerge", "gridBefore")
)
_MAX_SPAN = 63  # Word's own limit of columns

Drawn = tuple[str, int, bool]
"""A cell as drawn: its text, the columns it covers, whether it goes on with the cell above."""


def plain_rows(table: etree._Element) -> list[list[Drawn]]:  # noqa: C901, PLR0912  # one loop, for speed
    """Read a table of plain paragraphs; a cell is put down when the next cell, row or the table's end is met.

    The one loop that runs for every piece of text of a document: names are local and calls few for its sake.
    """
    rows: list[list[Drawn]] = []
    row: list[Drawn] = []
    inside, text, span, goes_on = False, "", 1, False
    text_tag, paragraph_tag, cell_tag, row_tag, value_key = T, P, TC, TR, f"{W}val"
    for element in table.iter(text_tag, paragraph_tag, cell_tag, row_tag, *MERGING):
        tag = element.tag
        if tag == paragraph_tag:
            if text:
                text += "\n"
        elif tag == text_tag:
            text += element.text or ""
        elif tag == cell_tag:
            if inside:
                row.append(("" if goes_on else text.strip(), span, goes_on))
            inside, text, span, goes_on = True, "", 1, False
        elif tag == V_MERGE:
            goes_on = element.get(value_key) != "restart"
        elif tag == GRID_SPAN:
            span = count(element)
        elif tag == row_tag:
            if inside:
                row.append(("" if goes_on else text.strip(), span, goes_on))
            inside, row = False, []
            rows.append(row)
        else:
            row.append(("", count(element), False))
    if inside:
        row.append(("" if goes_on else text.strip(), span, goes_on))
    return rows


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
