"""Links that can be clicked: the filter `链接` of a template, and the relationships Word looks them up in."""

import re
from typing import Any
from urllib.parse import quote, urlsplit

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.rel import Relationships
from markupsafe import Markup

from gongkai_cli.views.word.clean import word_text

_SAFE = "%/:?#@!$&'()*+,;=~-._"
_WEB = re.compile(r"https?://\S+$", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9.-]+")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


class Links:
    """The addresses one document links to. Numbered here, because python-docx searches all of them for each."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}

    def run(self, text: Any) -> Markup:
        """Print an address as a link, anything else as plain text."""
        address = _address(str(text))
        words = Markup('<w:t xml:space="preserve">{}</w:t>').format(word_text(text))
        if not address:
            return Markup("<w:r>{}</w:r>").format(words)
        known = self._ids.setdefault(address, f"rIdLink{len(self._ids) + 1}")
        return Markup(
            '<w:hyperlink r:id="{}" w:history="1">'
            '<w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>{}</w:r></w:hyperlink>'
        ).format(known, words)

    def relate(self, relations: Relationships) -> None:
        """Enter the addresses used among a part's relationships."""
        for address, name in self._ids.items():
            relations.add_relationship(RELATIONSHIP_TYPE.HYPERLINK, address, name, is_external=True)


def _address(text: str) -> str:
    """A web address with nothing in it that Word calls a damaged file; empty if the text is none."""
    address = text.strip()
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return ""
    if not _WEB.match(address) or not host or not _HOST.fullmatch(host):
        return ""
    return quote(_STRAY_PERCENT.sub("%25", address), safe=_SAFE)
