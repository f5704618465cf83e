"""A .docx from its parts: the same parts give the same bytes on every machine."""

import io
from collections.abc import Mapping, Sequence
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from gongkai_cli.views.word.chart.workbook import KIND as WORKBOOK
from wordparts import chart
from wordparts.page import HEADER, footer_xml, header_xml, settings_xml
from wordparts.styles import W, fonts_xml, styles_xml

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DAY = "2021-01-01T00:00:00Z"

_KINDS = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    "word/footer1.xml": f"{_WORD}.footer+xml",
    "word/footer2.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}


def package(body: str, title: str, charts: Sequence[str] = (), header: str = "") -> bytes:
    """Pack the body of a document and the kinds of chart it holds, in the order of their numbers, or its header.

    Not compressed, because two zlibs compress the same text differently.
    """
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_STORED) as docx:
        parts = {**_parts(body, title, len(charts)), **chart.parts(charts)}
        for name, part in (_with_header(parts, header) if header else parts).items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            docx.writestr(entry, part if isinstance(part, bytes) else _DECLARATION + part)
    return stream.getvalue()


def _parts(body: str, title: str, charts: int) -> dict[str, str]:
    return {
        "[Content_Types].xml": _content_types(charts),
        "_rels/.rels": _relations(
            {
                f"{_OFFICE}/officeDocument": "word/document.xml",
                f"{_PACKAGE}/relationships/metadata/core-properties": "docProps/core.xml",
                f"{_OFFICE}/extended-properties": "docProps/app.xml",
            }
        ),
        "word/document.xml": f'<w:document {W} xmlns:r="{_OFFICE}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": _document_relations(charts),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": settings_xml(),
        "word/fontTable.xml": fonts_xml(),
        "word/footer1.xml": footer_xml("right"),
        "word/footer2.xml": footer_xml("left"),
        "docProps/core.xml": _core(title),
        "docProps/app.xml": f'<Properties xmlns="{_OFFICE.replace("relationships", "extended-properties")}"/>',
    }


def _with_header(parts: dict[str, str | bytes], header: str) -> dict[str, str | bytes]:
    """Add the header: the sections refer to it behind the footers."""
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    kind = f'<Override PartName="/word/header1.xml" ContentType="{_WORD}.header+xml"/></Types>'
    target = f'<Relationship Id="rId{HEADER}" Type="{_OFFICE}/header" Target="header1.xml"/></Relationships>'
    return parts | {
        types: str(parts[types]).replace("</Types>", kind),
        relations: str(parts[relations]).replace("</Relationships>", target),
        "word/header1.xml": header_xml(header),
    }


def _content_types(charts: int) -> str:
    all_kinds = _KINDS | {f"word/charts/chart{number}.xml": chart.KIND for number in range(1, charts + 1)}
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in all_kinds.items()
    )
    books = f'<Default Extension="xlsx" ContentType="{WORKBOOK}"/>' if charts else ""
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{books}'
        f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>'
    )


def _document_relations(charts: int) -> str:
    """Number the parts in this order: the sections refer to the footers as rId4 and rId5, the charts come after."""
    return _relations(
        {
            f"{_OFFICE}/styles": "styles.xml",
            f"{_OFFICE}/settings": "settings.xml",
            f"{_OFFICE}/fontTable": "fontTable.xml",
            f"{_OFFICE}/footer": "footer1.xml",
            f"{_OFFICE}/footer#even": "footer2.xml",
        }
        | {f"{_OFFICE}/chart#{number}": f"charts/chart{number}.xml" for number in range(1, charts + 1)}
    )


def _relations(targets: Mapping[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{kind.partition("#")[0]}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{title}</dc:title>'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{_DAY}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{_DAY}</dcterms:modified></cp:coreProperties>'
    )
