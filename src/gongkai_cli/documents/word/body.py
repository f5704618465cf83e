"""The body of a Word document → blocks, in one walk whose time grows with the document."""

from collections.abc import Iterator

from lxml import etree

from gongkai_cli.documents.block import Block, Paragraph
from gongkai_cli.documents.word.columns import straight
from gongkai_cli.documents.word.marks import Marks
from gongkai_cli.documents.word.names import TBL, TC, THROUGH, TR, P, W
from gongkai_cli.documents.word.numbering import Lists
from gongkai_cli.documents.word.paragraph import boxes_of, text_of
from gongkai_cli.documents.word.table import Drawn, children, gap, merged, merging, plain_rows


class Body:
    """Walks a body, counting tables, paragraphs and list items as a reader would."""

    def __init__(self, root: etree._Element, lists: Lists) -> None:
        self.lists = lists
        self.marks = Marks(root, lists=bool(lists.levels))
        self.tables = 0
        self.paragraphs = 0
        self.nested: list[etree._Element] = []

    def blocks(self, parent: etree._Element) -> Iterator[Block]:
        """Give the paragraphs and tables below an element."""
        for child in parent:
            if child.tag == P:
                yield from self._paragraph(child)
            elif child.tag == TBL:
                yield from self._table(child)
            elif child.tag in THROUGH:
                yield from self.blocks(child)

    def _paragraph(self, element: etree._Element) -> Iterator[Block]:
        self.paragraphs += 1
        text = self._text(element)
        if text.strip():
            yield Paragraph(text.strip(), f"第{self.paragraphs}段")
        for box in boxes_of(element):
            yield from self.blocks(box)

    def _text(self, element: etree._Element) -> str:
        return self.lists.label(element.find(f"{W}pPr")) + text_of(element)

    def _table(self, element: etree._Element) -> Iterator[Block]:
        self.tables += 1
        name, outer, self.nested = f"表{self.tables}", self.nested, []
        if element in self.marks.rich:
            rows = [self._row(row) for row in children(element, TR) if row not in self.marks.gone]
        else:
            rows = plain_rows(element)
        nested, self.nested = self.nested, outer
        yield merged(straight(rows, element), name)
        for inner in nested:
            yield from self._table(inner)

    def _row(self, element: etree._Element) -> list[Drawn]:
        cells = gap(element)
        for cell in children(element, TC):
            span, goes_on = merging(cell)
            cells.append(("" if goes_on else "\n".join(self._lines(cell)).strip(), span, goes_on))
        return cells

    def _lines(self, parent: etree._Element) -> Iterator[str]:
        for child in parent:
            if child.tag == P:
                yield self._text(child)
                for box in boxes_of(child):
                    yield from self._lines(box)
            elif child.tag == TBL:
                self.nested.append(child)
            elif child.tag in THROUGH:
                yield from self._lines(child)
