"""A page as a .docx file. Ways: 文本框 (the first paragraph is a text box), 套表 (all stands in a layout table)."""

import re
from html import escape

from writers.package import content_types, packed, relations
from writers.page import Cell, Page, Sheet, Table, bare, look_of, placed

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_WIDTH = 9000
_TOKENS = re.compile(r"\{\+(?P<ins>.*?)\+\}|\{-(?P<gone>.*?)-\}|\{=(?P<held>.*?)=\}|(?P<text>[^{]+|\{)")
_CHANGE = 'w:id="1" w:author="校对" w:date="2023-01-01T00:00:00Z"'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def docx(page: Page) -> bytes:
    """Write a page as a Word document."""
    body = _Body(page.ways)
    held = "".join(body.block(block) for block in page.blocks if not isinstance(block, Sheet))
    if "套表" in page.ways:
        grid = f'<w:tblGrid><w:gridCol w:w="{_WIDTH}"/></w:tblGrid>'
        held = f"<w:tbl><w:tblPr/>{grid}<w:tr><w:tc>{held}<w:p/></w:tc></w:tr></w:tbl>"
    return packed(
        {
            "[Content_Types].xml": content_types(
                {
                    "word/document.xml": f"{_MAIN}.document.main+xml",
                    "word/numbering.xml": f"{_MAIN}.numbering+xml",
                }
            ),
            "_rels/.rels": relations({"rId1": "officeDocument|word/document.xml"}, _KIND),
            "word/_rels/document.xml.rels": relations({"rId1": "numbering|numbering.xml"}, _KIND),
            "word/numbering.xml": body.numbering(),
            "word/document.xml": f"<w:document {_W}><w:body>{held}<w:sectPr/></w:body></w:document>",
        }
    )


class _Body:
    """Writes blocks one after the other, gathering the lists they use."""

    def __init__(self, ways: frozenset[str]) -> None:
        self.boxes = 1 if "文本框" in ways else 0
        self.looks: list[str] = []
        self.counting_on: list[str] = []

    def block(self, block: str | Table) -> str:
        if isinstance(block, Table):
            return self._table(block) + "<w:p/>"
        if self.boxes:
            self.boxes -= 1
            return _boxed(self._paragraph(block))
        return self._paragraph(block)

    def numbering(self) -> str:
        """Write the lists: one of several levels, and one for each number that counts on."""
        levels = "".join(_level(depth, look) for depth, look in enumerate(self.looks))
        held = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        held += "".join(
            f'<w:abstractNum w:abstractNumId="{number}">{_level(0, look)}</w:abstractNum>'
            for number, look in enumerate(self.counting_on, 1)
        )
        held += "".join(
            f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
            for number in range(len(self.counting_on) + 1)
        )
        return f"<w:numbering {_W}>{held}</w:numbering>"

    def _paragraph(self, text: str) -> str:
        return f"<w:p>{self._list(text)}{_runs(bare(text))}</w:p>"

    def _list(self, text: str) -> str:
        look, counts_on = look_of(text)
        if not look:
            return ""
        known = self.counting_on if counts_on else self.looks
        if look not in known:
            known.append(look)
        depth = 0 if counts_on else known.index(look)
        number = known.index(look) + 2 if counts_on else 1
        return f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'

    def _table(self, table: Table) -> str:
        columns = max(one.column + one.cell.columns for one in placed(table))
        size = _WIDTH // columns
        rows = "".join(self._row(table, place, size) for place in range(len(table.rows)))
        grid = f'<w:gridCol w:w="{size}"/>' * columns
        return (
            f"<w:tbl><w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr>"
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, table: Table, place: int, size: int) -> str:
        cells = sorted(
            (one.column, one.row < place, one.cell)
            for one in placed(table)
            if one.row <= place < one.row + one.cell.rows
        )
        held = "".join(self._cell(cell, size, goes_on=goes_on) for _, goes_on, cell in cells)
        marks = "<w:tblHeader/>" if place < table.header else ""
        marks += f"<w:del {_CHANGE}/>" if place in table.hidden else ""
        return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{held}</w:tr>"

    def _cell(self, cell: Cell, size: int, *, goes_on: bool) -> str:
        marks = f'<w:tcW w:w="{size * cell.columns}" w:type="dxa"/>'
        marks += f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        if cell.rows > 1:
            marks += "<w:vMerge/>" if goes_on else '<w:vMerge w:val="restart"/>'
        texts = [""] if goes_on else cell.text.split("¶")
        return f"<w:tc><w:tcPr>{marks}</w:tcPr>{''.join(map(self._paragraph, texts))}</w:tc>"


def _level(depth: int, look: str) -> str:
    chinese = "一" in look
    form = "chineseCounting" if chinese else "decimal"
    shown = escape(look.replace("一" if chinese else "1", f"%{depth + 1}"))
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{shown}"/></w:lvl>'
    )


def _runs(text: str) -> str:
    return "".join(_marked(found) for found in _TOKENS.finditer(text))


def _marked(found: re.Match[str]) -> str:
    if found["ins"] is not None:
        return f"<w:ins {_CHANGE}>{_run(found['ins'])}</w:ins>"
    if found["gone"] is not None:
        return f"<w:del {_CHANGE}>{_run(found['gone'], 'delText')}</w:del>"
    if found["held"] is not None:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{_run(found['held'])}</w:sdtContent></w:sdt>"
    return _run(found["text"])


def _run(text: str, tag: str = "t") -> str:
    """Write a run; as Word does it, it is cut in the middle now and then."""
    half = len(text) // 2 if len(text) > 12 else len(text)
    return "".join(
        "<w:r>"
        + "<w:br/>".join(
            f'<w:{tag} xml:space="preserve">{escape(line, quote=False)}</w:{tag}>' for line in part.split("⏎")
        )
        + "</w:r>"
        for part in (text[:half], text[half:])
        if part
    )


def _boxed(paragraph: str) -> str:
    """Anchor a paragraph in a text box, with the fallback that Word writes for old programs."""
    box = f"<w:txbxContent>{paragraph}</w:txbxContent>"
    return (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline>"
        '<wp:extent cx="5000000" cy="500000"/><wp:docPr id="1" name="标题框"/><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:cNvSpPr txBox='1'/><wps:spPr/><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:rect><v:textbox>{box}</v:textbox></v:rect></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
