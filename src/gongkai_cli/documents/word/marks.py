"""What is out of the ordinary in a Word document, found before it is read: other tables then cost next to nothing."""

from lxml import etree

from gongkai_cli.documents.word.names import TBL, THROUGH, TR, W

_LISTED = frozenset({f"{W}numPr", f"{W}pStyle"})
_RICH = (
    *(f"{W}{name}" for name in ("br", "cr", "tab", "sym", "noBreakHyphen", "del", "moveFrom", "txbxContent")),
    *_LISTED,
    *THROUGH,
    TBL,
)


class Marks:
    """The tables that hold more than plain paragraphs, and the rows that were struck out.

    `rich`: tables with lists, changes, controls, breaks or tables within them; `lists` says whether the document
    numbers any paragraph, else its styles are of no matter.
    """

    def __init__(self, root: etree._Element, *, lists: bool) -> None:
        self.rich: set[etree._Element] = set()
        self.gone: set[etree._Element] = set()
        for element in root.iter(*(tag for tag in _RICH if lists or tag not in _LISTED)):
            self.rich.update(element.iterancestors(TBL))
            if element.tag == f"{W}del":
                self.gone.update(element.iterancestors(TR) if _marks_row(element) else ())


def _marks_row(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == f"{W}trPr"
