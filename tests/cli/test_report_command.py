import re
import subprocess
from pathlib import Path

import pytest
from docx import Document
from docx.opc.coreprops import CoreProperties

from gongkai_cli.cli.run import run
from gongkai_cli.documents.office import program
from gongkai_cli.model.problem import Refusal
from gongkai_cli.views.word.registry import KINDS, title_of

AUTHOR = ("-c", "user.name=演示", "-c", "user.email=demo@example.com")

REPORT = ["report", "year-end", "--plan", "guangzhou-sports-2021", "--as-of", "2022-01-10", "-o"]


def test_a_template_of_the_workspace_is_filled_in_a_process_of_its_own(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run([*REPORT, "自带.docx"]) == 0
    own = Path("templates/year-end.docx")
    own.write_bytes(_commented(own.read_bytes(), b"ours"))
    monkeypatch.setattr("gongkai_cli.views.word.report.render", None)  # not in this process
    assert run([*REPORT, "自制.docx"]) == 0
    assert Path("自制.docx").read_bytes() == Path("自带.docx").read_bytes()


def test_a_template_that_is_no_document_leaves_the_report_as_it_was(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("templates/year-end.docx").write_bytes(b"no document")
    Path("总结.docx").write_bytes(b"old")
    assert run([*REPORT, "总结.docx"]) == 2
    assert capsys.readouterr().err.startswith("gongkai：模板不是 Word 文档")
    assert Path("总结.docx").read_bytes() == b"old"


def _commented(archive: bytes, comment: bytes) -> bytes:
    """Give a zip archive a comment: other bytes, the same document."""
    assert archive.endswith(b"\0\0")
    return archive[:-2] + len(comment).to_bytes(2, "little") + comment


def report(*arguments: str) -> int:
    return run(["report", *arguments, "--plan", "guangzhou-sports-2021", "--as-of", "2021-10-12"])


def properties(file: str) -> CoreProperties:
    return Document(file).core_properties


def test_the_properties_say_the_plan_the_filter_and_that_there_is_no_repository(workspace: Path) -> None:
    assert (
        report("ledger", "--office", "局办公室", "--window", "第三季度", "--public", "-o", "台账.docx") == 0
    )
    found = properties("台账.docx")
    assert found.subject == "guangzhou-sports-2021，数据截至2021-10-12"
    assert found.keywords == "办公室；第三季度；公开版"
    assert found.comments == "数据版本：无（不在 git 仓库里）"


def test_the_properties_say_the_commit_and_whether_more_was_changed(workspace: Path) -> None:
    for arguments in (["init", "-q"], ["add", "data"], ["commit", "-q", "-m", "初始"]):
        subprocess.run(["git", *AUTHOR, *arguments], cwd=workspace, check=True)
    assert report("ledger", "-o", "一.docx") == 0
    assert report("ledger", "-o", "二.docx") == 0
    assert Path("一.docx").read_bytes() == Path("二.docx").read_bytes()
    commit = (
        subprocess.run(["git", "rev-parse", "HEAD"], check=True, capture_output=True).stdout.decode().strip()
    )
    assert (
        properties("一.docx").comments == f"数据版本：{commit}，另有未提交的改动"
    )  # templates were not added
    subprocess.run(["git", *AUTHOR, "add", "gongkai.yaml", "evidence", "templates"], check=True)
    subprocess.run(["git", *AUTHOR, "commit", "-q", "-m", "其余"], check=True)
    assert report("ledger", "-o", "三.docx") == 0
    assert properties("三.docx").comments.startswith("数据版本：")
    assert "未提交" not in properties("三.docx").comments


def test_a_public_edition_tells_on_the_screen_too_what_it_left_out(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report("ledger", "--public", "-o", "台账.docx") == 0
    err = capsys.readouterr().err
    assert re.fullmatch(r"公开版略去未标明主动公开或未经保密审查的佐证材料[1-9]\d*件。\n", err)


def test_the_quarter_is_the_one_that_ended_last(workspace: Path) -> None:
    assert report("quarter") == 0
    made = Path("reports/guangzhou-sports-2021-第三季度-季度推进落实情况报告.docx")
    assert "2021年第三季度" in Document(made).paragraphs[0].text


def test_an_option_a_kind_has_no_use_for_is_refused(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert report("year-end", "--window", "第三季度") == 2
    assert capsys.readouterr().err == (
        "gongkai：报告 year-end 不用选项 --window；去掉这个选项，或换一种报告\n"
    )


def test_last_years_plan_and_the_coordinators_words_come_from_the_workspace(workspace: Path) -> None:
    plan = Path("data/plans/guangzhou-sports-2021.yaml").read_text("utf-8")
    earlier = plan.replace("guangzhou-sports-2021", "guangzhou-sports-2020").replace(
        "年度: 2021", "年度: 2020"
    )
    Path("data/plans/guangzhou-sports-2020.yaml").write_text(earlier, "utf-8")
    Path("data/annual").mkdir(exist_ok=True)
    words = "年度: 2021\n格式: '2021'\n落实情况总结:\n  特色亮点: 建成专栏。\n"
    Path("data/annual/2021.yaml").write_text(words, "utf-8")
    assert report("year-end", "-o", "总结.docx") == 0
    text = [one.text for one in Document("总结.docx").paragraphs]
    assert text[text.index("三、特色亮点") + 1] == "建成专栏。"
    assert "逐项核查有明确责任主体和时限要求的任务" in text[text.index("四、上年度“回头看”及整改情况") + 1]


def test_an_annual_file_that_does_not_parse_stops_the_report(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("data/annual").mkdir(exist_ok=True)
    Path("data/annual/2021.yaml").write_text("年度: 2021\n格式: '2021'\n亮点: 建成专栏。\n", "utf-8")
    assert report("year-end", "-o", "总结.docx") == 2
    assert "data/annual/2021.yaml:3:1" in capsys.readouterr().err
    assert not Path("总结.docx").exists()


@pytest.mark.skipif(program() is None, reason="LibreOffice is not installed")
def test_a_pdf_lies_beside_the_report(workspace: Path) -> None:
    assert report("ledger", "--office", "计划财务处", "-o", "台账.docx", "--pdf") == 0
    assert Path("台账.pdf").read_bytes().startswith(b"%PDF-")


def test_without_libreoffice_the_report_is_there_and_the_pdf_is_said_to_be_missing(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("gongkai_cli.documents.office.program", lambda: None)
    assert report("ledger", "-o", "台账.docx", "--pdf") == 2
    assert Path("台账.docx").exists()
    assert "没有装 LibreOffice" in capsys.readouterr().err


def test_the_help_names_every_kind(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["report", "--help"])
    told = capsys.readouterr().out.partition("种类：\n")[2].partition("\n\n")[0]
    assert dict(line.split() for line in told.splitlines()) == {kind: title_of(kind) for kind in KINDS}


def test_a_pdf_that_cannot_be_made_leaves_the_report(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(data: bytes, name: str) -> bytes:
        raise Refusal("document-torn", file=name)

    monkeypatch.setattr("gongkai_cli.documents.office.program", lambda: "soffice")
    monkeypatch.setattr("gongkai_cli.documents.office.to_pdf", fails)
    assert report("ledger", "-o", "台账.docx", "--pdf") == 2
    assert Path("台账.docx").exists()
    assert "没能把它存成 PDF" in capsys.readouterr().err
