"""Word documents are transcribed as Word shows them; the XML of a case and the expected blocks side by side."""

import io
import zipfile
from pathlib import Path

import mammoth
import pytest
from docx import Document as WordDocument
from drawing import drawn
from lxml import etree

from gongkai_cli.documents.block import Table
from gongkai_cli.documents.html.read import read as read_html
from gongkai_cli.documents.read import read
from gongkai_cli.documents.word.read import blocks
from gongkai_cli.model.problem import Refusal

CASES = sorted((Path(__file__).parents[1] / "cases" / "documents" / "docx").glob("*.xml"))
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def package(case: etree._Element) -> bytes:
    """Put the parts of a case into a package."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in case:
            local = etree.QName(part).localname
            if local == "body":
                document = etree.Element(f"{{{W}}}document")
                document.append(part)
                archive.writestr("word/document.xml", etree.tostring(document, encoding="utf-8"))
            else:
                archive.writestr(f"word/{local}.xml", etree.tostring(part, encoding="utf-8"))
    return data.getvalue()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_document_is_transcribed_as_drawn(case: Path) -> None:
    data = package(etree.fromstring(case.read_bytes(), etree.XMLParser(remove_blank_text=True)))
    assert drawn(blocks(data, case.name)) == case.with_suffix(".grid").read_text("utf-8")


def merged_document() -> bytes:
    """Make a document with python-docx whose table is merged every which way."""
    made = WordDocument()
    made.add_paragraph("题目")
    table = made.add_table(8, 6)
    for row in range(8):
        for column in range(6):
            table.cell(row, column).text = f"{row}-{column}"
    for first, last in (
        ((0, 0), (0, 5)),
        ((1, 0), (4, 0)),
        ((2, 2), (3, 4)),
        ((5, 1), (7, 2)),
        ((6, 4), (6, 5)),
    ):
        table.cell(*first).merge(table.cell(*last)).text = f"{first}"
    made.add_paragraph("末段")
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def test_another_reader_sees_the_same_table() -> None:
    """Mammoth turns the document into a page; the page's table is the document's."""
    data = merged_document()
    page = mammoth.convert_to_html(io.BytesIO(data)).value
    assert blocks(data, "表.docx") == read_html(page.encode(), "表.html").blocks


def test_a_locked_and_a_torn_document_are_refused(tmp_path: Path) -> None:
    data = merged_document()
    for name, content in (("torn.docx", data[:3000]), ("none.docx", b"PK\3\4")):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(Refusal) as refusal:
            read(tmp_path / name)
        assert refusal.value.code == "document-torn"


def test_merged_rows_are_read_once_each() -> None:
    made = WordDocument()
    table = made.add_table(30, 3)
    table.cell(0, 1).merge(table.cell(29, 1)).text = "合并"
    data = io.BytesIO()
    made.save(data)
    found = blocks(data.getvalue(), "表.docx")[0]
    assert isinstance(found, Table)
    assert [len(row.cells) for row in found.rows] == [3] + [2] * 29
    assert found.rows[0].cells[1].rowspan == 30
