"""Last touches a template cannot make: the signature block set right, the empty runs of tags taken away."""

from collections.abc import Iterator, Mapping
from typing import Any
from unicodedata import east_asian_width

from lxml import etree

from gongkai_cli.views.word.extract import paragraph_text
from gongkai_cli.views.word.ooxml import NAMES, query, w

_PARAGRAPH, _TEXT, _LOOKS, _CELL = w("p"), w("t"), w("rPr"), w("tc")
_RUN_STYLE, _VALUE = w("rStyle"), w("val")
_DRAWING = f"{{{NAMES['wp']}}}docPr"
_LAST_SECTION = query("/*/w:body/w:sectPr[preceding-sibling::*[1][self::w:p]/w:pPr/w:sectPr]")
_SECTION_BEFORE = query("preceding-sibling::*[1]/w:pPr/w:sectPr")
_STYLE = query("//w:style[w:name/@w:val=$name]/@w:styleId")
_STYLED = query("/*/w:body/w:p[w:pPr/w:pStyle/@w:val=$style]")
_LINK = "Hyperlink"
_STYLES = "word/styles.xml"
_AFTER_INDENT = tuple(
    w(name)
    for name in (
        *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
)

_EDGE = 2
"""Characters between the signature and the right margin, and between the beginnings of its two lines."""

_CHARACTER = 320
"""Twips of a 三号 character, for programs that do not count characters."""


def finish(root: Any, parts: Mapping[str, bytes]) -> None:
    """Tidy a rendered part in place; `parts` of the document hold its styles."""
    _drop_empty_runs(root)
    _mend_cells(root)
    _drop_empty_section(root)
    _number_drawings(root)
    _restyle_links(root, parts)
    _place_signature(root, parts)


def _drop_empty_runs(root: Any) -> None:
    """Remove the runs that tags leave behind; a reader's cursor would find strange fonts in them."""
    for run in {one.getparent() for one in root.iter(_TEXT) if not one.text}:
        if all(child.tag == _LOOKS or (child.tag == _TEXT and not child.text) for child in run):
            run.getparent().remove(run)


def _mend_cells(root: Any) -> None:
    """Give each cell that a tag left empty the paragraph Word asks for."""
    for cell in [one for one in root.iter(_CELL) if one.find(_PARAGRAPH) is None]:
        etree.SubElement(cell, _PARAGRAPH)


def _drop_empty_section(root: Any) -> None:
    """Take away a last section that tags left empty, which would be a blank page."""
    for own in _LAST_SECTION(root):
        (before,) = _SECTION_BEFORE(own)
        own.getparent().replace(own, before)


def _number_drawings(root: Any) -> None:
    """Give each drawing a number of its own: a loop repeats the template's."""
    for number, drawing in enumerate(root.iter(_DRAWING), 1):
        drawing.set("id", str(number))


def _restyle_links(root: Any, parts: Mapping[str, bytes]) -> None:
    """Give links the style Word calls Hyperlink by the id it has here: programs that save a file number styles anew."""
    links = [one for one in root.iter(_RUN_STYLE) if one.get(_VALUE) == _LINK]
    if links and _STYLES in parts:
        for style in _STYLE(etree.fromstring(parts[_STYLES]), name=_LINK)[:1]:
            for link in links:
                link.set(_VALUE, style)


def _place_signature(root: Any, parts: Mapping[str, bytes]) -> None:
    """Indent 署名 and 成文日期 against each other (GB/T 9704, a paper without a seal)."""
    for name, day in zip(_styled(root, parts, "署名"), _styled(root, parts, "成文日期"), strict=False):
        lead = _width(paragraph_text(name)) - _width(paragraph_text(day))
        _indent(name, _EDGE + max(0.0, _EDGE - lead))
        _indent(day, max(_EDGE, lead))


def _styled(root: Any, parts: Mapping[str, bytes], name: str) -> Iterator[Any]:
    """The paragraphs in a style, which paragraphs name by its id."""
    if _STYLES in parts:
        for style in _STYLE(etree.fromstring(parts[_STYLES]), name=name):
            yield from _STYLED(root, style=style)


def _indent(paragraph: Any, characters: float) -> None:
    """Set the indent at the right. A styled paragraph has properties; in them order matters."""
    looks = paragraph.find(w("pPr"))
    indent = looks.find(w("ind"))
    if indent is None:
        indent = looks.makeelement(w("ind"))
        later = next((one for one in looks if one.tag in _AFTER_INDENT), None)
        looks.append(indent) if later is None else later.addprevious(indent)
    indent.set(w("rightChars"), str(round(characters * 100)))
    indent.set(w("right"), str(round(characters * _CHARACTER)))


def _width(text: str) -> float:
    return sum(1 if east_asian_width(mark) in "WF" else 0.5 for mark in text)
