"""The text of a paragraph as Word shows it: insertions accepted, deletions gone, soft line breaks as line ends."""

from collections.abc import Iterator

from lxml import etree

from gongkai_cli.documents.word.names import MC, W

_SKIPPED = frozenset(
    f"{W}{name}"
    for name in (
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "delInstrText",
        "pPr",
        "rPr",
        "sdtPr",
        "txbxContent",
    )
)
_MARKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}noBreakHyphen": "-", f"{W}ptab": " "}


def text_of(paragraph: etree._Element) -> str:
    """Return the paragraph's own text; what stands in its text boxes is read by `boxes_of`."""
    return "".join(_pieces(paragraph))


def boxes_of(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Give the text boxes anchored in a paragraph, each once (a fallback repeats what is there already)."""
    for box in paragraph.iter(f"{W}txbxContent"):
        if not any(above.tag == f"{MC}Fallback" for above in box.iterancestors()):
            yield box


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == f"{W}t":
            yield child.text or ""
        elif tag in _MARKS:
            yield _MARKS[tag]
        elif tag == f"{W}sym":
            yield _symbol(child)
        elif tag == f"{MC}AlternateContent":
            choice = child.find(f"{MC}Choice")
            yield from _pieces(choice if choice is not None else child)
        elif tag not in _SKIPPED:
            yield from _pieces(child)


def _symbol(element: etree._Element) -> str:
    code = element.get(f"{W}char", "")
    try:
        return chr(int(code, 16))
    except ValueError:
        return ""
