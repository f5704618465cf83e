"""What a file's properties say of it: title, body, and which state of which data it was made from."""

from datetime import date
from xml.sax.saxutils import escape

from lxml import etree
from msgspec import Struct

from gongkai_cli.views.word.clean import clean
from gongkai_cli.views.word.package import add_override
from gongkai_cli.views.word.relations import PACKAGE, Relations

_PART, _ROOT = "docProps/core.xml", "_rels/.rels"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_KIND = "application/vnd.openxmlformats-package.core-properties+xml"
_LIMIT = 255
"""Characters Word keeps of a property."""

_XML = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<cp:coreProperties xmlns:cp="{_CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject><dc:creator>{author}</dc:creator>"
    "<cp:keywords>{keywords}</cp:keywords><dc:description>{description}</dc:description>"
    "<cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
)


class Imprint(Struct, frozen=True, kw_only=True):
    """The title, whose it is, plan and day (`subject`), the filter (`keywords`), the state of the data (`description`).

    `day` stands for the time the file was made: the same input gives the same bytes.
    """

    title: str
    author: str
    subject: str
    day: date
    keywords: str = ""
    description: str = ""


def sign(parts: dict[str, bytes], imprint: Imprint) -> None:
    """Write the properties in place of the template's."""
    names = ("title", "author", "subject", "keywords", "description")
    said = {name: escape(clean(getattr(imprint, name))[:_LIMIT]) for name in names}
    part = _declared(parts)
    parts[part] = _XML.format(**said, moment=f"{imprint.day.isoformat()}T00:00:00Z").encode()


def _declared(parts: dict[str, bytes]) -> str:
    """Name the part of the properties, and declare one where the template has none."""
    for one in etree.fromstring(parts[_ROOT]):
        if (one.get("Type") or "").endswith("/core-properties"):
            return (one.get("Target") or "").removeprefix("/")
    relations = Relations(parts[_ROOT])
    relations.add("metadata/core-properties", _PART, family=PACKAGE)
    parts[_ROOT] = relations.xml() or b""
    add_override(parts, _PART, _KIND)
    return _PART
