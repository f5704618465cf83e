"""What the statutory annual report (政府信息公开工作年度报告) says, its three tables cell by cell in both forms."""

from collections.abc import Iterator, Sequence
from itertools import count

from gongkai_cli.rules.annual.form import HEADINGS, PRESENT, TRIAL, Cell, Printed, printed
from wordparts.measure import twips
from wordparts.page import upright
from wordparts.text import BORDERS, MARGINS, paragraph, row, run, tag
from wordparts.year_end import TO_FILL

WIDTHS: dict[str, tuple[float, ...]] = {
    "表二": (42, 38, 38, 38),
    "表三": (10, 17.3, 40.5, 14, *[12.3] * 4, 11, 14),
    "表四": (10.4,) * 15,
}
"""Millimetres of the columns: 156 in all, so that every table fits an upright page."""

_NARROW = MARGINS.replace('w:w="57"', 'w:w="40"')
_STYLES = {"band": "表头", "head": "表头", "stub": "表格正文", "note": "表格正文", "value": "表格居中"}
_TEXTS = {
    "overview": "总体情况",
    "proactive": "主动公开",
    "requests": "申请",
    "review_litigation": "复议诉讼",
    "problems": "问题",
    "other": "其他",
}
_TABLES = {"proactive": "表二", "requests": "表三", "review_litigation": "表四"}


def annual() -> str:
    """Write the body of the template."""
    return (
        paragraph("公文标题", "{{ 标题 }}")
        + tag("if 草稿")
        + paragraph("表题", run("〔{{ 草稿 }}〕", "toFill"))
        + tag("endif")
        + _each("引言")
        + "".join(_section(name) for name in HEADINGS)
        + upright(header=True)
    )


def draft_header() -> str:
    """Write the header: it says of a draft, on every page, that it is one."""
    return paragraph("表题", run("{{ 草稿 }}", "toFill"))


def _section(name: str) -> str:
    heading = paragraph("一级标题", HEADINGS[name])
    if name in _TABLES:
        return heading + _each(_TEXTS[name]) + _table_of_year(_TABLES[name])
    missing = tag("else") + paragraph("公文正文", run(TO_FILL, "toFill"))
    return heading + _each(_TEXTS[name], missing)


def _each(name: str, missing: str = "") -> str:
    return tag(f"for 段 in {name}") + paragraph("公文正文", "{{ 段 }}") + missing + tag("endfor")


def _table_of_year(name: str) -> str:
    return (
        tag(f"if {name} and 试行格式")
        + _table(TRIAL, name)
        + tag(f"elif {name}")
        + _table(PRESENT, name)
        + tag("else")
        + paragraph("公文正文", "数据缺失")
        + tag("endif")
        + paragraph("表后")
    )


# --- tables -------------------------------------------------------------------------------------------------


def _table(form: str, name: str) -> str:
    """Write a table; a number is printed by its place: `表三[0]` is the first."""
    layout, widths = printed(form, name), [twips(width) for width in WIDTHS[name]]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>{BORDERS}'
        f'<w:tblLayout w:type="fixed"/>{MARGINS if name == "表二" else _NARROW}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(_rows(layout, widths, _tags(name)))}</w:tbl>"
    )


def _tags(name: str) -> Iterator[str]:
    return (f"{{{{ {name}[{place}] }}}}" for place in count())


def _rows(layout: Printed, widths: Sequence[int], tags: Iterator[str]) -> Iterator[str]:
    """Write the rows; a cell that goes on from above is written again, empty, as Word wants it."""
    above: dict[int, tuple[Cell, int]] = {}
    for index, cells in enumerate(layout.rows):
        written, left, below, column = "", list(cells), {}, 0
        while left or column in above:
            goes_on = column in above
            cell, rows = above[column] if goes_on else (left[0], left.pop(0).rowspan)
            width = sum(widths[column : column + cell.colspan])
            text = next(tags) if cell.role == "value" else "" if goes_on else cell.text
            written += _cell(cell, width, text, goes_on=goes_on)
            below |= {column: (cell, rows - 1)} if rows > 1 else {}
            column += cell.colspan
        above = below
        yield row(written, head=index < layout.heads)


def _cell(one: Cell, width: int, text: str, *, goes_on: bool) -> str:
    merge = '<w:vMerge w:val="restart"/>' if one.rowspan > 1 else ""
    spanned = f'<w:gridSpan w:val="{one.colspan}"/>' if one.colspan > 1 else ""
    looks = f'<w:tcW w:w="{width}" w:type="dxa"/>{spanned}{"<w:vMerge/>" if goes_on else merge}'
    style = _STYLES["value"] if one.role == "stub" and one.rowspan > 1 else _STYLES[one.role]
    said = paragraph(style, text) if text else paragraph(style)
    return f'<w:tc><w:tcPr>{looks}<w:vAlign w:val="center"/></w:tcPr>{said}</w:tc>'
