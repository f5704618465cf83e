"""`gongkai report annual`: refuses what does not add up, stamps a draft, gives a published report back."""

import hashlib
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from msgspec.structs import replace

from golden import values3, values4
from gongkai_cli.cli.run import run
from gongkai_cli.documents.block import Paragraph
from gongkai_cli.documents.read import read
from gongkai_cli.model.annual import SECTIONS
from gongkai_cli.planimport.annual.draft import annual_from
from gongkai_cli.rules.annual.form import HEADINGS, NAMES
from gongkai_cli.rules.annual.values import values
from gongkai_cli.store.read import read_annual
from gongkai_cli.yamltext.write import file_text
from published import report_with

TITLE = "政府信息公开工作年度报告"


@pytest.fixture
def golden(workspace: Path) -> Path:
    report = report_with(2025, dict(zip(NAMES, ({}, values3(), values4()), strict=True)))
    (workspace / "data/annual/2025.yaml").write_text(file_text(report), "utf-8")
    wrong = replace(
        report, year=2024, table4=report_with(2024, {"表四": values4() | {("行政复议", "总计"): 1}}).table4
    )
    (workspace / "data/annual/2024.yaml").write_text(file_text(wrong), "utf-8")
    return workspace


def test_the_real_report_comes_back_with_its_sections_and_figures(workspace: Path) -> None:
    assert run(["report", "annual", "2019", "--html"]) == 0
    ((stored,), _) = read_annual(workspace)
    for suffix in ("docx", "html"):
        document = read(workspace / f"reports/2019-{TITLE}.{suffix}")
        again = annual_from(document).report
        assert [getattr(again, name) for name in SECTIONS] == [
            getattr(stored.value, name) for name in SECTIONS
        ]
        told = [(one.name, one.number, one.unit, one.text) for one in again.figures]
        assert told == [(one.name, one.number, one.unit, one.text) for one in stored.value.figures]
        texts = [block.text for block in document.blocks if isinstance(block, Paragraph)]
        assert [text for text in texts if text in HEADINGS.values()] == list(HEADINGS.values())
        assert texts.count("数据缺失") == 3


def test_a_report_that_does_not_add_up_is_refused_unless_as_a_draft(
    golden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["report", "annual", "2024"]) == 2
    assert "2024 年的年度报告有 1 处勾稽关系不成立，第一处：表四“行政复议”行" in capsys.readouterr().err
    assert not (golden / "reports").exists()
    assert run(["report", "annual", "2024", "--draft", "--html"]) == 0
    for suffix in ("docx", "html"):
        texts = [
            block.text
            for block in read(golden / f"reports/2024-{TITLE}.{suffix}").blocks
            if isinstance(block, Paragraph)
        ]
        assert any("草稿，不得公布" in text for text in texts)


def test_the_year_before_counts_too(golden: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "annual", "2025"]) == 2
    assert "上年结转535 ≠ 上年报告的结转下年度783" in capsys.readouterr().err


def test_the_same_report_has_the_same_bytes(golden: Path) -> None:
    (golden / "data/annual/2024.yaml").unlink()
    digests = set()
    for name in ("a", "b"):
        assert run(["report", "annual", "2025", "-o", f"{name}.docx", "--html"]) == 0
        digests.add(hashlib.sha256((golden / f"{name}.docx").read_bytes()).digest())
    assert len(digests) == 1
    assert (golden / "a.html").read_bytes() == (golden / "b.html").read_bytes()


def test_a_template_of_the_workspaces_own_must_keep_the_headings(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = workspace / "templates/annual.docx"
    redrawn = edited(own.read_bytes(), "数据缺失", "（数据缺失）")
    own.write_bytes(redrawn)
    assert run(["report", "annual", "2019"]) == 0
    own.write_bytes(edited(redrawn, "四、政府信息公开行政复议", "四、行政复议"))
    assert run(["report", "annual", "2019", "-o", "改.docx"]) == 2
    assert "读回的报告少了 1 处，第一处是“四、政府信息公开行政复议" in capsys.readouterr().err
    assert not (workspace / "改.docx").exists()


def edited(docx: bytes, old: str, new: str) -> bytes:
    """Change a text of a Word file."""
    stream = BytesIO()
    with ZipFile(BytesIO(docx)) as parts, ZipFile(stream, "w") as changed:
        for name in parts.namelist():
            data = parts.read(name)
            text = data.decode().replace(old, new).encode() if name == "word/document.xml" else data
            changed.writestr(name, text)
    return stream.getvalue()


def test_blank_cells_are_told(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "data/annual/2021.yaml").write_text(
        '年度: 2021\n单位: 示例局\n格式: "2021"\n表二:\n  行政许可: {本年处理决定数量: 3}\n', "utf-8"
    )
    assert run(["report", "annual", "2021"]) == 0
    shown = capsys.readouterr().err
    assert "表二有 9 格没有填，印成空白" in shown
    assert "有 3 处留待补充" in shown


def test_a_page_named_as_output_does_not_replace_the_word_file(workspace: Path) -> None:
    assert run(["report", "annual", "2019", "--html", "-o", "年报.html"]) == 0
    assert (workspace / "年报.docx").read_bytes()[:2] == b"PK"
    assert (workspace / "年报.html").read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    "arguments",
    [
        ["annual"],
        ["annual", "2018"],
        ["annual", "今年"],
        ["annual", "2019", "--office", "办公室"],
        ["annual", "2019", "--all"],
        ["annual", "2019", "--plan", "guangzhou-sports-2021"],
        ["year-end", "2021"],
        ["year-end", "--html", "--plan", "guangzhou-sports-2021"],
    ],
    ids=" ".join,
)
def test_wrong_use_is_refused(arguments: list[str], workspace: Path) -> None:
    assert run(["report", *arguments]) == 2
    assert not (workspace / "reports").exists()


def test_last_years_published_report_comes_into_the_workspace_with_its_tables(golden: Path) -> None:
    (golden / "gongkai.yaml").write_text("单位: 示例市教育局\n", "utf-8")
    (golden / "data/annual/2024.yaml").unlink()
    assert run(["report", "annual", "2025", "-o", "年报.docx"]) == 0
    ours = golden / "data/annual/2025.yaml"
    ours.unlink()
    assert run(["import", "年报.docx"]) == 0
    assert run(["annual", "check", "2025"]) == 0
    reports, problems = read_annual(golden)
    (again,) = [one.value for one in reports if one.value.year == 2025]
    assert problems == ()
    assert [values(table) for table in (again.table3, again.table4)] == [values3(), values4()]
    before = ours.read_bytes()
    assert run(["annual", "build", "2025"]) == 0
    assert ours.read_bytes() == before


def test_another_bodys_report_is_looked_at_but_not_kept(
    golden: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (golden / "data/annual/2024.yaml").unlink()
    assert run(["report", "annual", "2025", "--html", "-o", "年报.docx"]) == 0
    (golden / "data/annual/2025.yaml").unlink()
    assert run(["import", "年报.html", "--dry-run"]) == 0
    assert run(["import", "年报.html"]) == 2
    assert "这是示例市教育局的年度报告，工作区是广州市体育局的" in capsys.readouterr().err
    assert not (golden / "data/annual/2025.yaml").exists()
