"""Files that Word and Excel save as “Strict Open XML” read as the ordinary ones do."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx import Document as WordDocument
from openpyxl import Workbook

from gongkai_cli.documents.read import read

_ORDINARY = re.compile(rb"http://schemas\.openxmlformats\.org/(\w+)/2006/(\w+)")


def strict(data: bytes) -> bytes:
    """Give every part the namespaces and relationship types of ISO/IEC 29500-1."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as was, zipfile.ZipFile(made, "w") as now:
        for name in was.namelist():
            kept = name == "[Content_Types].xml" or "package" in name
            part = was.read(name)
            now.writestr(name, part if kept else _ORDINARY.sub(_renamed, part))
    return made.getvalue()


def _renamed(found: re.Match[bytes]) -> bytes:
    return found[0] if found[1] == b"package" else b"http://purl.oclc.org/ooxml/%b/%b" % (found[1], found[2])


def document() -> bytes:
    made, data = WordDocument(), io.BytesIO()
    made.add_paragraph("某局2024年政务公开工作要点")
    made.add_table(2, 2).cell(1, 0).merge(
        made.tables[0].cell(1, 1)
    ).text = "http://purl.oclc.org/ooxml/是文字"
    made.save(data)
    return data.getvalue()


def workbook() -> bytes:
    made, data = Workbook(), io.BytesIO()
    assert made.active
    made.active.append(["序号", "工作任务"])
    made.active.append([1, "公开预算"])
    made.save(data)
    return data.getvalue()


@pytest.mark.parametrize(("name", "data"), [("表.docx", document()), ("表.xlsx", workbook())])
def test_strict_open_xml_is_read_as_any_other(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    ordinary = read(tmp_path / name)
    (tmp_path / name).write_bytes(strict(data))
    assert b"purl.oclc.org" in zipfile.ZipFile(io.BytesIO(strict(data))).read(
        "word/document.xml" if name.endswith("docx") else "xl/workbook.xml"
    )
    assert read(tmp_path / name).blocks == ordinary.blocks
