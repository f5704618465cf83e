"""Where sections end in a template: on paragraphs that stay.

A section ends with a paragraph that carries its properties (`w:sectPr`). LibreOffice saves an empty one as part of the
paragraph before it, and so does who deletes it in Word; if that is a tag (`{%p endif %}`), rendering takes it away with
the section, and wide tables would be printed on upright pages.
"""

import re
from typing import Any

from lxml import etree

from gongkai_cli.views.word.extract import paragraph_text
from gongkai_cli.views.word.ooxml import query, w

_ENDING = query("/*/w:body/w:p[w:pPr/w:sectPr]")
_TAG = re.compile(r"\s*\{%p\s+(?P<word>\w+)")
_OPENING = ("if", "for")


def free_sections(root: Any) -> None:
    """Give each section that ends with a tag an empty paragraph of its own, outside of what the tag encloses."""
    for paragraph in _ENDING(root):
        tag = _TAG.match(paragraph_text(paragraph))
        if tag:
            place = paragraph.addprevious if tag["word"] in _OPENING else paragraph.addnext
            place(_ended(paragraph))


def _ended(paragraph: Any) -> Any:
    """Take the section's properties out of a paragraph into an empty one of the same style."""
    looks, own = paragraph.find(w("pPr")), etree.Element(w("p"))
    section, style = looks.find(w("sectPr")), looks.find(w("pStyle"))
    kept = etree.SubElement(own, w("pPr"))
    if style is not None:
        etree.SubElement(kept, w("pStyle"), {w("val"): style.get(w("val"))})
    kept.append(section)
    return own
