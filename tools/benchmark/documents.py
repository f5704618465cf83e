"""Plan documents of any size, as text and as a Word table with merged cells."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

TITLE = "示例局2021年政务公开工作任务分解表"
_HEADINGS = ("序号", "工作任务", "具体要求", "牵头处室", "配合处室", "完成时限")
_PER_SECTION = 5
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STARTS, _GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def text(folder: Path, tasks: int) -> Path:
    """Write a plan of so many tasks as a table with tabs."""
    file = folder / f"text{tasks}.txt"
    rows = "\n".join("\t".join(row) for row in _rows(tasks))
    file.write_text(f"{TITLE}\n\n{rows}\n", "utf-8")
    return file


def word(folder: Path, tasks: int) -> Path:
    """Write a plan of so many tasks as a Word table whose sections, offices and deadlines are merged over rows."""
    file = folder / f"word{tasks}.docx"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("word/document.xml", document_xml(tasks))
    file.write_bytes(buffer.getvalue())
    return file


def document_xml(tasks: int) -> str:
    """Write the XML of such a Word document."""
    rows = "".join(f"<w:tr>{''.join(_cells(number, row))}</w:tr>" for number, row in enumerate(_rows(tasks)))
    return (
        f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>{TITLE}</w:t></w:r></w:p>'
        f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl></w:body></w:document>"
    )


def _rows(tasks: int) -> Iterator[tuple[str, ...]]:
    yield _HEADINGS
    for number in range(1, tasks + 1):
        section = (number - 1) // _PER_SECTION + 1
        yield (
            str(number),
            f"第{section}类事项公开",
            f"做好第{number}项政务公开工作，及时公开相关信息，接受群众监督。",
            f"处室{section % 9}",
            f"处室{number % 7}、各处室",
            "全年" if section % 2 else "年底前",
        )


def _cells(number: int, row: tuple[str, ...]) -> Iterator[str]:
    """Write a row's cells; all rows of a section but the first go on with the merged cells above."""
    starts = (number - 1) % _PER_SECTION == 0
    for column, said in enumerate(row):
        merged = number > 0 and column in {1, 3, 5}
        mark = (_STARTS if starts else _GOES_ON) if merged else ""
        shown = "" if merged and not starts else f"<w:r><w:t>{said}</w:t></w:r>"
        yield f'<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/>{mark}</w:tcPr><w:p>{shown}</w:p></w:tc>'
