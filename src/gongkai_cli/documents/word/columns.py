"""The columns of a Word table as a reader sees them.

Borders moved by hand, and programs that round, leave rules a hair's breadth apart; a reader takes them for one.
"""

from itertools import accumulate, pairwise

from lxml import etree

from gongkai_cli.documents.word.names import W
from gongkai_cli.documents.word.table import Drawn

_HAIR = 57  # twentieths of a point, a millimetre: no column is as narrow


def straight(rows: list[list[Drawn]], table: etree._Element) -> list[list[Drawn]]:
    """Return the rows with the spans they seem to have; as they are where no two rules are that close."""
    columns = _columns(table)
    straightened: list[list[Drawn]] = []
    for row in rows if columns else ():
        rules = list(accumulate((span for _, span, _ in row), initial=0))
        if rules[-1] >= len(columns):
            return rows
        spans = [columns[end] - columns[start] for start, end in pairwise(rules)]
        if 0 in spans:  # a cell stands in it: a column after all
            return rows
        straightened.append(
            [(text, span, goes_on) for (text, _, goes_on), span in zip(row, spans, strict=True)]
        )
    return straightened or rows


def _columns(table: etree._Element) -> list[int]:
    """Return for each rule of the table's grid the column it begins, [] where all columns are wide enough."""
    widths = [column.get(f"{W}w", "") for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    wide = [not width.isdigit() or int(width) > _HAIR for width in widths]
    return [] if all(wide) else list(accumulate(wide, initial=0))
