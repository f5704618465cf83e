"""Page, sections and page numbers: upright and lying A4, `— 1 —` outside on odd and even pages."""

from wordparts.measure import LINE, twips
from wordparts.styles import W, style_id

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

HEADER = 6
"""The number of the header, behind the footers; a document that has one holds no charts."""

_HEADERS = "".join(f'<w:headerReference w:type="{kind}" r:id="rId{HEADER}"/>' for kind in ("default", "even"))
_FOOTERS = '<w:footerReference w:type="default" r:id="rId4"/><w:footerReference w:type="even" r:id="rId5"/>'


def upright(*, header: bool = False) -> str:
    """Write the section of the text: margins 37, 26, 35, 28 mm, so that 156 × 225 mm are left."""
    size = f'<w:pgSz w:w="{twips(210)}" w:h="{twips(297)}"/>'
    section = _section(size, {"top": 37, "right": 26, "bottom": 35, "left": 28}, footer=25)
    return section.replace(_FOOTERS, _HEADERS + _FOOTERS) if header else section


def lying() -> str:
    """Write the section of the ledger: the page turned a quarter, 225 mm wide."""
    size = f'<w:pgSz w:w="{twips(297)}" w:h="{twips(210)}" w:orient="landscape"/>'
    return _section(size, {"top": 28, "right": 37, "bottom": 26, "left": 35}, footer=16)


def _section(size: str, margins: dict[str, float], footer: float) -> str:
    sides = " ".join(f'w:{side}="{twips(length)}"' for side, length in margins.items())
    return (
        f'<w:sectPr>{_FOOTERS}<w:type w:val="nextPage"/>{size}'
        f'<w:pgMar {sides} w:header="{twips(15)}" w:footer="{twips(footer)}" w:gutter="0"/>'
        f'<w:docGrid w:type="lines" w:linePitch="{LINE}"/></w:sectPr>'
    )


def footer_xml(side: str) -> str:
    """Write a footer whose page number stands one character in from `left` or `right`."""
    indent = f'<w:ind w:{side}Chars="100" w:{side}="280"/>'
    field = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    return (
        f'<w:ftr {W} {R}><w:p><w:pPr><w:pStyle w:val="{style_id("页码")}"/>{indent}<w:jc w:val="{side}"/></w:pPr>'
        f"{field}</w:p></w:ftr>"
    )


def header_xml(content: str) -> str:
    """Write a header of these paragraphs."""
    return f"<w:hdr {W} {R}>{content}</w:hdr>"


def settings_xml() -> str:
    """Write `word/settings.xml`: odd and even footers, Chinese punctuation, Word 2013 and later layout."""
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )
