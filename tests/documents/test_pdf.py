"""PDF with a text layer: tables over pages, rows cut in two, paragraphs from their lines; drawn by the writers."""

import re
import sys
from pathlib import Path

import pytest
from drawing import drawn

from gongkai_cli.documents.pdf import read as reader
from gongkai_cli.documents.pdf.lines import Line, cell_text, joined
from gongkai_cli.documents.read import read
from gongkai_cli.model.problem import Refusal
from writers.page import page
from writers.pdf import pdf
from writers.pdf_file import pdf_file

LONG = "公布各级河长名单、职责和监督电话，公布河湖整改情况，逐项说明进展，接受社会监督，按季通报。"
ROWS = [
    "一、加强公开 | < | < | <",
    f"1 | 供水信息 | {LONG} | 供水处",
    "2 | ^ | 提前公布计划停水的时间、范围和原因。 | 供水处",
    *(f"{number} | 河湖信息 | {LONG} | 河长办" for number in range(3, 9)),
    "9 | 应急信息 | 公布防汛预案。 | 应急处",
]
HEADING = "序号 | 工作任务 | 具体要求 | 责任处室"


def written(folder: Path, data: bytes) -> Path:
    path = folder / "表.pdf"
    path.write_bytes(data)
    return path


def test_a_table_over_pages_is_one_table(tmp_path: Path) -> None:
    lines = (f"| {row} |" for row in (HEADING, *ROWS))
    text = "\n".join(["@ pdf", "@ 短页 表头重复 页码 断行", "工作任务分解表", *lines]) + "\n"
    found = drawn(
        read(written(tmp_path, pdf(page(text.replace(f"| {HEADING} |", f"| {HEADING} |\n|---|"))))).blocks
    )
    rows = [re.sub(r"^表1第\d+行\| ", "", line) for line in found.splitlines() if line.startswith("表")]
    assert HEADING in rows[1:]
    assert [row for row in rows if row != HEADING] == ROWS
    assert "第2段: — 1 —\n第3段: — 2 —\n" in found


def test_lines_that_the_width_broke_are_one_paragraph(tmp_path: Path) -> None:
    lines = [
        "云河市2024年政务公开工作要点",
        f"1.{LONG * 3}",
        "责任单位：办公室",
        f"2.{LONG * 3}",
        "责任单位：办公室",
    ]
    data = pdf(page("\n".join(["@ pdf", *lines]) + "\n"))
    assert drawn(read(written(tmp_path, data)).blocks) == "".join(
        f"第{number}段: {line}\n" for number, line in enumerate(lines, 1)
    )


def line(text: str, x1: float) -> Line:
    return Line(text, 0, x1, 0, 10, 10)


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([("公布名录和评定", 70), ("结果。", 30)], "公布名录和评定结果。"),
        ([("办公室", 30), ("法规处", 30)], "办公室\n法规处"),
        ([("1.公布名录评定", 70), ("2.公布结果", 50)], "1.公布名录评定\n2.公布结果"),
        ([("于6月底前完成", 65), ("2024年度的", 50)], "于6月底前完成2024年度的"),
        ([("open data", 60), ("platform", 50)], "open data platform"),
        ([("公布名录和评", 60), ("定”。再", 40)], "公布名录和评定”。再"),
    ],
)
def test_line_ends_of_a_cell_stay_unless_its_width_made_them(
    lines: list[tuple[str, float]], text: str
) -> None:
    assert cell_text([line(*said) for said in lines], 80, 5) == text


def test_words_keep_their_blank_and_characters_have_none() -> None:
    assert joined("open", "data") == "open data"
    assert joined("公开", "预算") == "公开预算"
    assert joined("第3", "季度") == "第3季度"


def test_pages_without_text_are_told_or_refused(tmp_path: Path) -> None:
    text = "BT /F1 12 Tf 50 700 Td <653F52A1516C5F00> Tj ET"
    document = read(written(tmp_path, pdf_file([text, "", ""])))
    assert drawn(document.blocks) == "第1段: 政务公开\n"
    assert document.remarks == ("第 2、3 页没有文字层（可能是扫描件），这几页没有读",)
    assert refused(written(tmp_path, pdf_file(["", ""]))) == "pdf-without-text"


def test_characters_written_aslant_are_told(tmp_path: Path) -> None:
    text = "BT /F1 12 Tf 50 700 Td <653F52A1516C5F00> Tj 0.7 0.7 -0.7 0.7 200 300 Tm <6C345370> Tj ET"
    document = read(written(tmp_path, pdf_file([text])))
    assert drawn(document.blocks) == "第1段: 政务公开\n"
    assert document.remarks == ("有 2 个竖写或斜写的字没有读（多半是水印或印章），请对照原文",)


def test_more_pages_than_any_plan_are_refused(tmp_path: Path) -> None:
    assert refused(written(tmp_path, pdf_file([""] * (reader.MAX_PAGES + 1)))) == "pdf-pages"


def test_without_the_extra_the_command_that_installs_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    with pytest.raises(Refusal) as refusal:
        reader.read(b"%PDF-1.4", "表.pdf")
    assert (refusal.value.code, refusal.value.about["extra"]) == ("document-extra", "pdf")


def refused(path: Path) -> str:
    with pytest.raises(Refusal) as refusal:
        read(path)
    return refusal.value.code
