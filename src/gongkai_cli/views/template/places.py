"""The paragraphs of a .docx as a person finds them again: which part, which paragraph, or which row of which table."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree
from msgspec import Struct

from gongkai_cli.views.word.extract import MARKS
from gongkai_cli.views.word.ooxml import query, w
from gongkai_cli.views.word.package import text_parts

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = w("txbxContent")
_SAFE = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
_STYLES = query("w:pPr/w:pStyle/@w:val | w:r/w:rPr/w:rStyle/@w:val")


class Place(Struct, frozen=True):
    """Where a paragraph stands: `number` counts the paragraphs outside tables, `table` and `row` from 1 (0: none).

    `part` names the part of the file, `kind` is the tag of its root (`document`, `hdr`, `ftr`, `footnotes` …); `cell`
    tells the cells of a row apart; `boxed`: in a text box.
    """

    part: str
    kind: str
    number: int
    table: int = 0
    row: int = 0
    cell: int = 0
    boxed: bool = False


class Paragraph(Struct, frozen=True):
    """One paragraph: its place, its words, and the ids of the styles it refers to."""

    place: Place
    text: str
    styles: tuple[str, ...] = ()


def paragraphs(parts: Mapping[str, bytes]) -> Iterator[Paragraph]:
    """Go through every paragraph tags may stand in, those of headers, footers and text boxes too."""
    for name in text_parts(dict(parts)):
        yield from _of_part(name, etree.fromstring(parts[name], _SAFE))


def _of_part(name: str, root: "etree._Element") -> Iterator[Paragraph]:
    tables = {table: number for number, table in enumerate(root.iter(w("tbl")), 1)}
    kind = etree.QName(root).localname
    counted: Counter[str] = Counter()
    for paragraph in root.iter(w("p")):
        above = list(paragraph.iterancestors())
        if any(one.tag == _FALLBACK for one in above):
            continue  # the same text box once more, for programs before 2010
        row = next((one for one in above if one.tag == w("tr")), None)
        boxed = any(one.tag == _BOX for one in above)
        counted["p"] += row is None and not boxed
        yield Paragraph(
            Place(name, kind, counted["p"], *_cell(row, above, tables), boxed=boxed),
            _text(paragraph),
            tuple(map(str, _STYLES(paragraph))),
        )


def _cell(row: Any, above: list[Any], tables: Mapping[Any, int]) -> tuple[int, int, int]:
    """Count table, row and cell; zeros outside tables."""
    if row is None:
        return 0, 0, 0
    table = row.getparent()
    cell = next((one for one in above if one.tag == w("tc")), row)
    rows, cells = list(table.iter(w("tr"))), [row, *row.iter(w("tc"))]
    return tables.get(table, 0), rows.index(row) + 1, cells.index(cell)


def _text(paragraph: "etree._Element") -> str:
    """The words of a paragraph without those of the text boxes anchored in it."""
    own = (one for one in paragraph.iter(w("t"), *MARKS) if next(one.iterancestors(w("p"))) is paragraph)
    return "".join(MARKS.get(one.tag) or one.text or "" for one in own)
