"""Old formats through LibreOffice: what it saves reads like what it was given; skipped where it is not installed."""

import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document as WordDocument
from drawing import drawn
from openpyxl import Workbook

from gongkai_cli.documents import office
from gongkai_cli.documents.read import read
from gongkai_cli.model.problem import Refusal

OFFICE = office.program()
GRID = "第1段: 题目\n表1第1行| 合并 | < | 丙\n表1第2行| 甲 | 乙 | ^\n第2段: 末段\n"
SHEETS = "工作表“Sheet”第1行| 合并 | < | 3\n工作表“Sheet”第2行| 甲 | 乙 | ^\n"

needs_office = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def word(path: Path) -> Path:
    made = WordDocument()
    made.add_paragraph("题目")
    table = made.add_table(2, 3, "Table Grid")
    for place, text in (((1, 0), "甲"), ((1, 1), "乙"), ((0, 2), "丙"), ((0, 0), "合并")):
        table.cell(*place).text = text
    table.cell(0, 0).merge(table.cell(0, 1)).text = "合并"
    table.cell(0, 2).merge(table.cell(1, 2)).text = "丙"
    made.add_paragraph("末段")
    made.save(str(path))
    return path


def excel(path: Path) -> Path:
    made = Workbook()
    sheet = made.active
    assert sheet
    sheet.append(["合并", None, 3])  # type: ignore[union-attr]
    sheet.append(["甲", "乙"])  # type: ignore[union-attr]
    sheet.merge_cells("A1:B1")  # type: ignore[union-attr]
    sheet.merge_cells("C1:C2")  # type: ignore[union-attr]
    made.save(str(path))
    return path


def saved_as(source: Path, target: str) -> Path:
    """Let LibreOffice save a file in another format."""
    assert OFFICE
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"
    command = [
        OFFICE,
        profile,
        "--headless",
        "--convert-to",
        target,
        "--outdir",
        str(source.parent),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return source.with_suffix(f".{target.split(':', maxsplit=1)[0]}")


@needs_office
@pytest.mark.parametrize("target", ["doc", "rtf", "odt", "wps"])
def test_a_document_of_an_old_format_is_read(tmp_path: Path, target: str) -> None:
    path = saved_as(word(tmp_path / "文.docx"), "doc" if target == "wps" else target)
    path = path.rename(path.with_suffix(f".{target}"))
    document = read(path)
    assert drawn(document.blocks) == GRID
    assert document.remarks == ("先用 LibreOffice 转换，再读取",)


@needs_office
@pytest.mark.parametrize("target", ["xls", "ods", "et"])
def test_a_workbook_of_another_format_is_read(tmp_path: Path, target: str) -> None:
    path = saved_as(excel(tmp_path / "表.xlsx"), "xls" if target == "et" else target)
    document = read(path.rename(path.with_suffix(f".{target}")))
    assert drawn(document.blocks) == SHEETS
    assert document.remarks == ()


@needs_office
def test_a_printed_document_is_read(tmp_path: Path) -> None:
    assert drawn(read(saved_as(word(tmp_path / "文.docx"), "pdf")).blocks) == GRID


@needs_office
def test_a_locked_pdf_is_refused(tmp_path: Path) -> None:
    lock = '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"x"}}'
    path = saved_as(word(tmp_path / "文.docx"), f"pdf:writer_pdf_Export:{lock}")
    with pytest.raises(Refusal) as refusal:
        read(path)
    assert refusal.value.code == "document-locked"


@needs_office
def test_what_libreoffice_cannot_open_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "坏.rtf"
    path.write_bytes(b"{\\rtf1" + b"{" * 2000)
    with pytest.raises(Refusal) as refusal:
        read(path)
    assert refusal.value.code in {"document-torn", "document-empty"}


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for LibreOffice")
def test_a_conversion_that_never_ends_is_ended_with_all_its_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "soffice"
    script.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {tmp_path}/child\nwait\n", "utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: str(script))
    with pytest.raises(Refusal) as refusal:
        office.converted(b"x", "文.doc", "doc", seconds=1)
    assert refusal.value.code == "document-endless"
    child = int((tmp_path / "child").read_text("utf-8"))
    assert is_gone(child)


def is_gone(process: int) -> bool:
    """Whether a process has ended; one that nobody has waited for yet is a zombie."""
    state = Path(f"/proc/{process}/stat")
    try:
        return not state.exists() or state.read_text("utf-8").split()[2] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands in for LibreOffice")
def test_a_conversion_without_result_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "soffice"
    script.write_text("#!/bin/sh\nexit 0\n", "utf-8")
    script.chmod(0o755)
    monkeypatch.setattr(office, "program", lambda: str(script))
    with pytest.raises(Refusal) as refusal:
        office.converted(b"x", "文.doc", "doc")
    assert refusal.value.code == "document-torn"
