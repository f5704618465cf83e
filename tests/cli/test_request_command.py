"""`gongkai request` at the counter: what is refused, what is asked, how a case is found."""

from pathlib import Path

import pytest

from gongkai_cli.cli.run import run
from gongkai_cli.cli.session import Session

ADD = ["request", "add", "--channel", "当面", "--applicant", "自然人", "--arrived"]
FILE = "data/requests/2021.yaml"


def said(capsys: pytest.CaptureFixture[str]) -> str:
    shown = capsys.readouterr()
    return shown.out + shown.err


REFUSED = {
    ("request", "add", "--channel", "电话", "--applicant", "自然人"): "“电话”不在可选的词里",
    ("request", "add", "--applicant", "自然人"): "没有写 --channel；可写：当面、邮寄、平信、互联网、传真",
    (*ADD, "2021-09-31"): "“2021-09-31”不是日期",
    (*ADD, "2021-09-21"): "没有登记：“到达”写的是 2021-09-21，今天按 2021-09-20 算，还没有到；",
    (*ADD, "2021-09-06", "--number", "2021-001"): "编号 2021-001 已经用过了",
    (*ADD, "2020-12-31", "--number", "2021-001"): f"编号 2021-001 已经用过了（{FILE}）",
    ("request", "show", "7"): "没有编号为“7”的申请",
    ("request", "step", "1"): "没有写 步骤；可写：确认、登记、补正",
    ("request", "step", "1", "收费", "--basis", "按件", "--quantity", "-1"): "“-1”不是整数，或者小于 0",
    ("request", "step", "1", "延期", "--days", "21"): "延期 21 个工作日超出了 1—20 的范围",
    ("request", "step", "1", "补正", "--date", "2021-09-01"): "早于上一步（2021-09-06）",
    ("request", "step", "1", "确认"): "“当面”的申请以到达之日为收到之日，不用确认",
    ("request", "step", "1", "诉讼"): "没有写 --suit；可写：未经复议直接起诉、复议后起诉",
    ("request", "step", "1", "归档"): "还没有答复，不能先有“归档”",
    ("request", "answer", "1", "公开"): "对得上几种办理结果",
    ("request", "answer", "1", "同意"): "没有“同意”这种办理结果",
    ("request", "answer", "1", "予以公开", "--delivered", "2021-09-01"): "“送达”写的是 2021-09-01，早于",
    ("request", "answer", "1"): "没有写 结果；可写：予以公开",
}


@pytest.mark.parametrize(
    ("arguments", "line"), REFUSED.items(), ids=lambda one: one if isinstance(one, str) else ""
)
def test_what_cannot_be_is_not_registered(
    arguments: tuple[str, ...], line: str, workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*ADD, "2021-09-06"]) == 0
    before = (workspace / FILE).read_bytes()
    capsys.readouterr()
    assert run(arguments) == 2
    assert line in said(capsys)
    assert (workspace / FILE).read_bytes() == before


def test_a_case_is_found_by_its_last_number_where_no_other_has_it(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for arrived in ("2020-09-07", "2021-09-06", "2021-09-07"):
        assert run([*ADD, arrived]) == 0
    assert run(["request", "show", "2"]) == 0
    assert run(["request", "show", "1"]) == 2
    assert "编号“1”不止一件" in said(capsys)
    assert run(["request", "show", "2020-001"]) == 0


def test_what_was_done_late_is_told_and_still_registered(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*ADD, "2021-09-06"]) == 0
    assert run(["request", "step", "1", "补正", "--date", "2021-09-18"]) == 0
    assert "提示：补正告知应当在 2021-09-15 前，实际到 2021-09-18" in said(capsys)


def test_a_confirmation_comes_later_and_starts_the_clock(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add = ["request", "add", "--channel", "互联网", "--applicant", "自然人", "--arrived", "2021-09-10"]
    assert run(add) == 0
    assert "确认后请登记“确认”" in said(capsys)
    assert run(["request", "answer", "1", "予以公开"]) == 2
    assert "还没有收到之日" in said(capsys)
    confirm = ["request", "step", "1", "确认", "--date", "2021-09-13"]
    assert run([*confirm, "--note", "电话确认"]) == 2
    assert run(confirm) == 0
    assert "应于 2021-10-15 前答复" in said(capsys)
    assert "    到达: 2021-09-10\n    确认: 2021-09-13\n" in (workspace / FILE).read_text("utf-8")
    assert run(confirm) == 2
    assert "申请 2021-001 的“确认”已经写了 2021-09-13" in said(capsys)


def test_a_case_is_entered_on_the_platform_later(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = workspace / "gongkai.yaml"
    config.write_text(config.read_text("utf-8").replace("预警: {", "预警: {申请录入工作日: 2, "), "utf-8")
    assert run([*ADD, "2021-09-14"]) == 0
    assert "录入平台（没有写“登记”）应当在 2021-09-16 前" in said(capsys)
    assert run(["request", "step", "1", "登记", "--date", "2021-09-16"]) == 0
    assert "提示" not in said(capsys)
    assert "    登记: 2021-09-16\n" in (workspace / FILE).read_text("utf-8")


def test_a_dry_run_writes_nothing(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*ADD, "2021-09-06", "--dry-run"]) == 0
    assert not (workspace / FILE).exists()
    assert "将登记到 data/requests/2021.yaml：\n  - 编号: 2021-001\n" in said(capsys)


def test_a_person_at_a_terminal_is_asked(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = iter(["4", "1", "预算公开情况"])
    monkeypatch.setattr(Session, "conversing", True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    assert run(["request", "add", "--confirmed", "2021-09-20"]) == 0
    text = (workspace / FILE).read_text("utf-8")
    assert "    渠道: 互联网\n" in text
    assert "    申请人: 自然人\n    内容: 预算公开情况\n" in text


def test_what_is_overdue_ends_with_1(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["request", "due"]) == 0
    assert "没有要到期的申请" in said(capsys)
    assert run([*ADD, "2021-09-06"]) == 0
    assert run(["request", "due", "--as-of", "2021-10-09"]) == 0
    assert run(["request", "due", "--as-of", "2021-10-10"]) == 1
    assert "已超期 1 件，请立即答复" in said(capsys)


def test_holidays_of_the_workspace_count(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "calendar.yaml").write_text("放假: [2021-09-24]\n依据: 测试\n", "utf-8")
    assert run([*ADD, "2021-09-06"]) == 0
    assert "应于 2021-10-11 前答复" in said(capsys)


def test_a_year_without_a_calendar_says_so(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GONGKAI_TODAY", "2098-10-01")
    assert run([*ADD, "2098-09-26"]) == 0
    assert run(["request", "list"]) == 0
    assert said(capsys).count("暂定") == 2
    assert run(["request", "step", "1", "收费", "--basis", "按量", "--quantity", "31"]) == 0
    assert run(["request", "list"]) == 0
    assert said(capsys).count("暂定") == 2
    assert run(["request", "step", "1", "缴费", "--amount", "10", "--dry-run"]) == 0
    assert said(capsys).count("暂定") == 1


def test_a_hint_of_a_year_without_a_calendar_says_so(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GONGKAI_TODAY", "2098-12-01")
    assert run([*ADD, "2098-09-26"]) == 0
    capsys.readouterr()
    assert run(["request", "step", "1", "补正", "--date", "2098-10-31", "--by", "2098-11-10"]) == 0
    assert "提示：补正告知应当在 2098-10-07（暂定：放假安排未公布） 前，实际到 2098-10-31" in said(capsys)
    assert run(["request", "step", "1", "收到补正", "--date", "2098-11-01"]) == 0
    assert run(["request", "step", "1", "延期", "--date", "2098-12-01"]) == 0
    assert "提示：答复期限 2098-11-28（暂定：放假安排未公布） 已满" in said(capsys)


def test_a_broken_register_is_told_with_its_line(workspace: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace / "data/requests").mkdir()
    (workspace / FILE).write_text("年度: 2021\n申请:\n  - 编号: 1\n", "utf-8")
    assert run(["request", "list"]) == 2
    assert "data/requests/2021.yaml:3" in said(capsys)
