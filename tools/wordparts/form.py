"""Forms: a table of labels and what is filled in beside them."""

from wordparts.measure import twips
from wordparts.text import BORDERS, MARGINS, cell, paragraph

LABEL, FIELD = 26, 52
"""Millimetres of a label and of the field beside it; two of each fill the width of the text."""

_LEAST = 8
"""Millimetres of a row that holds one line."""


def form(*rows: str) -> str:
    """Write a form of label, field, label, field."""
    widths = [twips(LABEL), twips(FIELD)] * 2
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{BORDERS}'
        f'<w:tblLayout w:type="fixed"/>{MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def pair(*labelled: tuple[str, str], style: str = "表单标签") -> str:
    """Write a row of two labels, each with its field."""
    return _row(
        "".join(_label(label, style) + cell(twips(FIELD), _filled(text)) for label, text in labelled), _LEAST
    )


def wide(label: str, content: str, height: float = _LEAST, style: str = "表单标签") -> str:
    """Write a row of one label, its field as wide as the rest; `content` is text or ready paragraphs."""
    return _row(_label(label, style) + cell(twips(LABEL + 2 * FIELD), _filled(content), span=3), height)


def _row(cells: str, height: float) -> str:
    """A row as high as its text, and at least so many millimetres."""
    least = f'<w:trHeight w:val="{twips(height)}" w:hRule="atLeast"/>'
    return f'<w:tr><w:trPr><w:cantSplit/>{least}<w:jc w:val="center"/></w:trPr>{cells}</w:tr>'


def _label(text: str, style: str) -> str:
    return cell(twips(LABEL), paragraph(style, text))


def _filled(content: str) -> str:
    return content if content.startswith("<w:p") else paragraph("表单正文", content)
