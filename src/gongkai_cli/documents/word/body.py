"""The body of a Word document → blocks, in one walk whose time grows with the document."""

from collections.abc import Iterator

from lxml import etree

from gongkai_cli.documents.block import Block, Cell, Paragraph, Row, Table
from gongkai_cli.documents.word.names import MC, W, value
from gongkai_cli.documents.word.numbering import Lists
from gongkai_cli.documents.word.paragraph import boxes_of, text_of

_P, _TBL, _TR, _TC = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc"))
_GRID_SPAN, _V_MERGE, _GRID_BEFORE = (f"{W}{name}" for name in ("gridSpan", "vMerge", "gridBefore"))
_THROUGH = frozenset(
    {
        *(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo")),
        f"{MC}AlternateContent",
        f"{MC}Choice",
    }
)
_ALONE = (1, False)
_PLAIN = 2  # an ordinary cell holds its properties and one paragraph
_MAX_SPAN = 63  # Word's own limit of columns

_RICH = (
    *(f"{W}{name}" for name in ("br", "cr", "tab", "sym", "noBreakHyphen", "numPr", "pStyle")),
    *(f"{W}{name}" for name in ("del", "moveFrom", "instrText", "txbxContent")),
    f"{MC}AlternateContent",
)
_STRING = etree.XPath("string()", smart_strings=False)


class _Marks:
    """What is out of the ordinary, gathered in one pass so that an ordinary cell costs next to nothing.

    `rich`: cells whose text is more than the text of one paragraph; `merging`: cell → columns it covers, whether it
    goes on with the cell above; `skipped`: row → columns left out before its first cell; `gone`: deleted rows.
    """

    def __init__(self, root: etree._Element) -> None:
        self.rich: set[etree._Element] = set()
        self.merging: dict[etree._Element, tuple[int, bool]] = {}
        self.skipped: dict[etree._Element, int] = {}
        self.gone: set[etree._Element] = set()
        for element in root.iter(*_RICH, _GRID_SPAN, _V_MERGE, _GRID_BEFORE):
            self._note(element)

    def _note(self, element: etree._Element) -> None:
        parent = element.getparent()
        if element.tag == _GRID_BEFORE:
            self.skipped[_above(parent, _TR)] = _count(element)
        elif element.tag in {_GRID_SPAN, _V_MERGE}:
            cell = _above(parent, _TC)
            span, goes_on = self.merging.get(cell, (1, False))
            is_span = element.tag == _GRID_SPAN
            self.merging[cell] = (
                (_count(element), goes_on) if is_span else (span, value(element) != "restart")
            )
        elif element.tag == f"{W}del" and parent is not None and parent.tag == f"{W}trPr":
            self.gone.add(_above(parent, _TR))
        else:
            self.rich.update(above for above in element.iterancestors(_TC))


def _above(element: etree._Element | None, tag: str) -> etree._Element:
    while element is not None and element.tag != tag:
        element = element.getparent()
    return element  # type: ignore[return-value]  # cells and rows only stand in cells and rows


def _count(element: etree._Element) -> int:
    said = value(element)
    return max(1, min(int(said), _MAX_SPAN)) if said.isdigit() else 1


class Body:
    """Walks a body, counting tables and paragraphs as a reader would."""

    def __init__(self, root: etree._Element, lists: Lists) -> None:
        self.lists = lists
        self.marks = _Marks(root)
        self.tables = 0
        self.paragraphs = 0
        self.nested: list[etree._Element] = []

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """Give the paragraphs and tables below an element."""
        for child in parent:
            if child.tag == _P:
                yield from self._paragraph(child)
            elif child.tag == _TBL:
                yield from self._table(child)
            elif child.tag in _THROUGH:
                yield from self.blocks(child)

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        self.paragraphs += 1
        text = self._text(element)
        if text.strip():
            yield Paragraph(text.strip(), f"第{self.paragraphs}段")
        for box in boxes_of(element):
            yield from self.blocks(box)

    def _text(self, element: etree._Element) -> str:
        label = self.lists.label(element.find(f"{W}pPr"))
        return label + text_of(element)

    def _table(self, element: etree._Element) -> Iterator[Block]:
        self.tables += 1
        number, outer, self.nested = self.tables, self.nested, []
        found = (row for row in _children(element, _TR) if row not in self.marks.gone)
        rows = [self._row(row, f"表{number}第{place}行") for place, row in enumerate(found, 1)]
        nested, self.nested = self.nested, outer
        yield Table(tuple(_merged(rows)))
        for inner in nested:
            yield from self._table(inner)

    def _row(self, element: etree._Element, locator: str) -> tuple[list[tuple[Cell, bool]], str]:
        skipped = self.marks.skipped.get(element)
        cells = [(Cell("", colspan=skipped), False)] if skipped else []
        for cell in _children(element, _TC):
            span, goes_on = self.marks.merging.get(cell, _ALONE)
            cells.append((Cell("" if goes_on else self._cell_text(cell), colspan=span), goes_on))
        return cells, locator

    def _cell_text(self, element: etree._Element) -> str:
        if len(element) <= _PLAIN and element not in self.marks.rich:
            return str(_STRING(element)).strip()
        return "\n".join(self._lines(element)).strip()

    def _lines(self, parent: etree._Element) -> Iterator[str]:
        for child in parent:
            if child.tag == _P:
                yield self._text(child)
                for box in boxes_of(child):
                    yield from self._lines(box)
            elif child.tag == _TBL:
                self.nested.append(child)
            elif child.tag in _THROUGH:
                yield from self._lines(child)


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Give the rows of a table or the cells of a row, also those inside content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _THROUGH:
            yield from _children(child, tag)


def _merged(rows: list[tuple[list[tuple[Cell, bool]], str]]) -> Iterator[Row]:
    """Turn `goes on with the cell above` into row spans, from the last row up."""
    below: dict[int, int] = {}
    result: list[Row] = []
    for cells, locator in reversed(rows):
        kept: list[Cell] = []
        here: dict[int, int] = {}
        column = 0
        for cell, goes_on in cells:
            height = below.get(column, 0) + 1
            if goes_on:
                here[column] = height
            else:
                kept.append(Cell(cell.text, height, cell.colspan))
            column += cell.colspan
        result.append(Row(tuple(kept), locator))
        below = here
    return reversed(result)
