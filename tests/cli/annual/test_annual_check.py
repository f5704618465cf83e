"""`gongkai annual check` of a workspace's reports and of published ones: each wrong cell is named."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from golden import values3, values4
from gongkai_cli.cli.run import run
from gongkai_cli.rules.annual.form import NAMES
from published import KINDS, published, report_with

SAMPLED = sorted(values3())[::9]
"""Every ninth cell: all are tried where the identities are proven."""


def tables(changes: dict[tuple[str, ...], int] | None = None, form: str = "2021"):
    return dict(zip(NAMES, ({}, values3(form) | (changes or {}), values4()), strict=True))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder that is no workspace."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


@pytest.mark.parametrize("kind", KINDS)
def test_somebody_elses_report_that_adds_up_is_found_right(
    folder: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / f"年报.{kind}").write_bytes(published(report_with(2025, tables()), kind))
    assert run(["annual", "check", f"年报.{kind}"]) == 0
    shown = capsys.readouterr().out
    assert "√ T3-ROW    25 项" in shown
    assert "没有发现问题" in shown
    assert "表二没有数，无从核对" in shown


@pytest.mark.parametrize("path", SAMPLED, ids="·".join)
def test_every_wrong_cell_of_a_document_is_named(
    folder: Path, path: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    right = values3()[path]
    report = report_with(2025, tables({path: right + 1}))
    (folder / "年报.html").write_bytes(published(report, "html"))
    assert run(["annual", "check", "年报.html"]) == 1
    shown = capsys.readouterr().out
    assert f"多半是“{'·'.join(path)}”这一格写错了：现在是 {right + 1}，改成 {right} 就都平了" in shown


def test_both_sides_are_shown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = report_with(2025, tables({("本年新收政府信息公开申请数量", "自然人"): 13613}))
    (folder / "年报.docx").write_bytes(published(report, "docx"))
    assert run(["annual", "check", "年报.docx"]) == 1
    assert (
        "错误：表三“自然人”列：本年新收13613 + 上年结转535 ≠ 办理结果总计13364 + 结转下年度783（T3-BAL）"
        in capsys.readouterr().out
    )


def test_two_years_are_held_against_each_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for year in (2024, 2025):
        (folder / f"{year}.html").write_bytes(published(report_with(year, tables()), "html"))
    assert run(["annual", "check", "2024.html", "2025.html"]) == 1
    shown = capsys.readouterr().out
    assert "上年结转535 ≠ 上年报告的结转下年度783（T3-CARRY）" in shown
    assert "提示：表四“行政诉讼" not in shown


def test_the_text_is_held_against_the_tables(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = replace(report_with(2025, tables()), overview="全年收到政府信息公开申请12件，答复13810件。")
    (folder / "年报.html").write_bytes(published(report, "html"))
    assert run(["annual", "check", "年报.html"]) == 0
    shown = capsys.readouterr().out
    assert "提示：表三“本年新收政府信息公开申请数量”行：文中收到申请12 ≠" in shown
    assert "办结申请" not in shown


def test_text_in_a_number_cell_is_an_error_with_its_place(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = published(report_with(2025, tables()), "html").decode().replace(">376<", ">若干<")
    (folder / "年报.html").write_text(page, "utf-8")
    assert run(["annual", "check", "年报.html"]) == 1
    assert (
        "错误：表四“行政复议”行“结果维持”列（表2第4行）写的是“若干”，不是数，没有读入"
        in capsys.readouterr().out
    )


def test_the_report_as_data(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = report_with(2025, tables({("予以公开", "自然人"): 1}))
    (folder / "年报.html").write_bytes(published(report, "html"))
    assert run(["annual", "check", "年报.html", "--json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)
    assert told["errors"] == 2
    assert told["suspects"] == [
        {"table": "表三", "path": ["予以公开", "自然人"], "number": 1, "expected": 5345}
    ]
    assert {one["rule"] for one in told["breaks"]} == {"T3-SUM", "T3-ROW"}


def test_the_workspaces_own_reports_are_checked_by_year_or_file(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for which in ([], ["2019"], ["data/annual/2019.yaml"]):
        assert run(["annual", "check", *which]) == 0
        assert "表二、表三、表四没有数，无从核对" in capsys.readouterr().out


def test_what_differs_from_the_register_is_a_hint(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["request", "add", "--channel", "当面", "--applicant", "自然人", "--arrived", "2021-09-06"])
    run(["annual", "build", "2021"])
    run(["request", "add", "--channel", "当面", "--applicant", "自然人", "--arrived", "2021-09-07"])
    capsys.readouterr()
    assert run(["annual", "check", "2021"]) == 0
    assert "表三与申请登记不一致：本年新收政府信息公开申请数量·自然人 1（登记 2）" in "".join(
        capsys.readouterr().out.split("\n        ")
    ).replace("\n      ", "")


@pytest.mark.parametrize("which", [["2018"], ["没有.docx"], []])
def test_what_is_not_there_is_refused(folder: Path, which: list[str]) -> None:
    assert run(["annual", "check", *which]) == 2


def test_a_document_that_is_no_report_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "通知.txt").write_text("关于开会的通知\n请于明日开会。\n", "utf-8")
    assert run(["annual", "check", "通知.txt"]) == 2
