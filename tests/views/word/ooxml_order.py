"""The order in which WordprocessingML wants the children of its property elements (ECMA-376, wml.xsd).

Word calls a file damaged that has them otherwise; LibreOffice and python-docx say nothing.
"""

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr",
}
_RANKS = {W + name: {W + one: rank for rank, one in enumerate(said.split())} for name, said in _ORDER.items()}
_FIRST = {W + "p": W + "pPr", W + "r": W + "rPr", W + "tc": W + "tcPr"}


def out_of_order(root: etree._Element) -> Iterator[str]:
    """Name every element whose children stand in another order than the schema's."""
    for parent in root.iter(*_RANKS):
        known = _RANKS[parent.tag]
        ranks = [known.get(child.tag, len(known)) for child in parent]
        if ranks != sorted(ranks):
            yield f"{etree.QName(parent).localname}: {[etree.QName(child).localname for child in parent]}"
    for parent in root.iter(*_FIRST):
        late = [child for child in parent[1:] if child.tag == _FIRST[parent.tag]]
        if late:
            yield f"{etree.QName(late[0]).localname} is not first"


def empty_cells(root: etree._Element) -> int:
    """Count the table cells that do not end with a paragraph: Word does not open such a file."""
    return sum(len(cell) == 0 or cell[-1].tag != W + "p" for cell in root.iter(W + "tc"))
