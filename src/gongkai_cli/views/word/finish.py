"""Last touches a template cannot make: the signature block set right, the empty runs of tags taken away."""

from typing import Any
from unicodedata import east_asian_width

from docx.document import Document
from docx.oxml.ns import qn

from gongkai_cli.views.word.extract import paragraph_text

_PARAGRAPH, _RUN, _LOOKS, _TEXT, _VALUE = (qn(f"w:{name}") for name in ("p", "r", "rPr", "t", "val"))
_STYLE = f"{qn('w:pPr')}/{qn('w:pStyle')}"

_EDGE = 2
"""Characters between the signature and the right margin, and between the beginnings of its two lines."""

_CHARACTER = 320
"""Twips of a 三号 character, for programs that do not count characters."""


def finish(document: Document) -> None:
    """Tidy the rendered document in place."""
    _drop_empty_runs(document.element.body)
    _place_signature(document)


def _drop_empty_runs(body: Any) -> None:
    """Remove the runs that tags leave behind; a reader's cursor would find strange fonts in them."""
    for run in list(body.iter(_RUN)):
        if all(child.tag == _LOOKS or (child.tag == _TEXT and not child.text) for child in run):
            run.getparent().remove(run)


def _place_signature(document: Document) -> None:
    """Indent 署名 and 成文日期 against each other (GB/T 9704, a paper without a seal)."""
    for name, day in zip(_styled(document, "署名"), _styled(document, "成文日期"), strict=False):
        lead = _width(paragraph_text(name)) - _width(paragraph_text(day))
        _indent(name, _EDGE + max(0.0, _EDGE - lead))
        _indent(day, max(_EDGE, lead))


def _styled(document: Document, name: str) -> list[Any]:
    """The paragraphs in a style; asking each for its style would search all styles every time."""
    wanted = {style.style_id for style in document.styles if style.name == name}
    return [one for one in document.element.body.iterchildren(_PARAGRAPH) if _style_id(one) in wanted]


def _style_id(paragraph: Any) -> str | None:
    style = paragraph.find(_STYLE)
    return None if style is None else style.get(_VALUE)


def _indent(paragraph: Any, characters: float) -> None:
    indent = paragraph.get_or_add_pPr().get_or_add_ind()
    indent.set(qn("w:rightChars"), str(round(characters * 100)))
    indent.set(qn("w:right"), str(round(characters * _CHARACTER)))


def _width(text: str) -> float:
    return sum(1 if east_asian_width(mark) in "WF" else 0.5 for mark in text)
