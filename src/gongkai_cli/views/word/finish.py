"""Last touches a template cannot make: the signature block set right, the empty runs of tags taken away."""

from typing import Any
from unicodedata import east_asian_width

from docx.document import Document
from docx.oxml.ns import qn

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
    for run in list(body.iter(qn("w:r"))):
        if all(child.tag == qn("w:rPr") or (child.tag == qn("w:t") and not child.text) for child in run):
            run.getparent().remove(run)


def _place_signature(document: Document) -> None:
    """Indent 署名 and 成文日期 against each other (GB/T 9704, a paper without a seal)."""
    for name, day in zip(_styled(document, "署名"), _styled(document, "成文日期"), strict=False):
        lead = _width(name.text) - _width(day.text)
        _indent(name, _EDGE + max(0.0, _EDGE - lead))
        _indent(day, max(_EDGE, lead))


def _styled(document: Document, style: str) -> list[Any]:
    return [one for one in document.paragraphs if one.style is not None and one.style.name == style]


def _indent(paragraph: Any, characters: float) -> None:
    indent = paragraph._p.get_or_add_pPr().get_or_add_ind()  # noqa: SLF001  python-docx knows no indent in characters
    indent.set(qn("w:rightChars"), str(round(characters * 100)))
    indent.set(qn("w:right"), str(round(characters * _CHARACTER)))


def _width(text: str) -> float:
    return sum(1 if east_asian_width(mark) in "WF" else 0.5 for mark in text)
