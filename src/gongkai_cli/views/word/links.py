"""Links that can be clicked: the filter `链接` of a template."""

import re
from urllib.parse import quote, urlsplit

from markupsafe import Markup

from gongkai_cli.views.word.clean import word_text
from gongkai_cli.views.word.relations import Relations

_SAFE = "%/:?#@!$&'()*+,;=~-._"
_WEB = re.compile(r"https?://\S+$", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9.-]+")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


_PLAIN = Markup('<w:r><w:t xml:space="preserve">{}</w:t></w:r>')
_LINK = Markup(
    '<w:hyperlink r:id="{}" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>'
    '<w:t xml:space="preserve">{}</w:t></w:r></w:hyperlink>'
)


def link(relations: Relations, address: object, text: object = "") -> Markup:
    """Print a web address as a link, under its own words or others; anything else as plain text."""
    target = _address(str(address))
    words = word_text(text or address)
    if not target:
        return _PLAIN.format(words)
    return _LINK.format(relations.add("hyperlink", target, external=True), words)


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
