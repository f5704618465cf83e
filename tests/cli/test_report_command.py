from pathlib import Path

import pytest

from gongkai_cli.cli.run import run

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
