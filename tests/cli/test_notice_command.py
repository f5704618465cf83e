"""Reminders and orders from the command line: who gets one, its number, what is put on record."""

import re
from pathlib import Path

import pytest

from gongkai_cli.cli.run import run

PLAN = ["--plan", "guangzhou-sports-2021", "--as-of", "2022-01-10"]
REGISTER = "data/ledger/guangzhou-sports-2021/督办.yaml"
NUMBER = re.compile(r"督办〔2022〕\d+号")


@pytest.fixture
def report(workspace: Path, capsys: pytest.CaptureFixture[str]):
    """Run `report`; returns the exit code, what it says, and what it notes."""

    def asked(*words: str, plan: list[str] = PLAN) -> tuple[int, list[str], list[str]]:
        code = run(["report", *words, *plan])
        said = capsys.readouterr()
        return code, said.out.splitlines(), said.err.splitlines()

    return asked


def register() -> list[str]:
    """The lines of the acts numbered this year."""
    return [line for line in Path(REGISTER).read_text("utf-8").splitlines() if "督办〔2022〕" in line]


def test_each_office_that_owes_something_gets_a_reminder_of_its_own(report) -> None:
    before = Path(REGISTER).read_bytes()
    code, said, noted = report("notice", "--all")
    assert code == 0
    assert said == [
        "已写入 reports/guangzhou-sports-2021-催办通知/催办通知-法规宣传处.docx",
        "已写入 reports/guangzhou-sports-2021-催办通知/催办通知-办公室.docx",
    ]
    assert noted == [
        f"督办〔2022〕1号（法规宣传处2项）：已登记到 {REGISTER}",
        f"督办〔2022〕2号（办公室2项）：已登记到 {REGISTER}",
    ]
    assert Path(REGISTER).read_bytes().startswith(before)
    assert [NUMBER.search(line)[0] for line in register()] == ["督办〔2022〕1号"] * 2 + [
        "督办〔2022〕2号"
    ] * 2
    assert "动作: 催办" in register()[0]
    assert "反馈时限: 2022-01-17" in register()[0]
    assert run(["check", "--as-of", "2022-01-10"]) == 0


def test_the_same_day_a_paper_is_printed_again_under_its_number(report) -> None:
    _, said, _ = report("notice", "--office", "法规宣传处")
    path = Path(said[0].removeprefix("已写入 "))
    first, acts = path.read_bytes(), register()
    code, _, noted = report("notice", "--office", "法规宣传处")
    assert (code, noted) == (0, ["督办〔2022〕1号（法规宣传处2项）：今天已经发过，照原编号重印，没有再登记"])
    assert (path.read_bytes(), register()) == (first, acts)
    code, _, noted = report("notice", "--office", "法规宣传处", "--reply-by", "2022-01-20")
    assert (code, register()) == (2, acts)
    assert "督办〔2022〕1号" in noted[0]


def test_a_draft_is_not_numbered_and_leaves_the_register_alone(report) -> None:
    before = Path(REGISTER).read_bytes()
    code, said, noted = report("order", "--all", "--draft")
    assert (code, len(said), noted) == (0, 2, [])
    assert Path(REGISTER).read_bytes() == before


def test_an_order_is_one_matter_and_goes_out_for_red_tasks_only(report) -> None:
    code, said, noted = report("notice", "--order", "29", "-o", "单.docx")
    assert (code, said, noted) == (0, ["已写入 单.docx"], [f"督办〔2022〕1号（第29项）：已登记到 {REGISTER}"])
    assert "任务: 29, 部门: 办公室, 动作: 督办" in register()[0]
    code, _, noted = report("notice", "--order", "15")
    assert code == 2
    assert noted[0].startswith("gongkai：第15项现在是已完成（本年度已持续落实），督办通知单只发给红灯任务")
    assert len(register()) == 1


def test_a_template_that_cannot_be_filled_costs_no_number(report) -> None:
    Path("templates/notice.docx").write_bytes(b"no document")
    before = Path(REGISTER).read_bytes()
    code, _, noted = report("notice", "--all")
    assert code == 2
    assert noted[0].startswith("gongkai：模板不是 Word 文档")
    assert Path(REGISTER).read_bytes() == before
    assert not Path("reports").exists()


def test_nothing_owed_is_said_and_nothing_written(report) -> None:
    code, said, _ = report("notice", "--office", "计划财务处")
    assert (code, said) == (0, ["截至2022年1月10日，计划财务处 没有要催办的事项，没有写文件。"])
    early = ["--plan", "shanghai-sports-2020", "--as-of", "2020-03-01"]
    assert report("notice", "--all", plan=early)[1] == [
        "截至2020年3月1日，shanghai-sports-2020 没有要催办的事项，没有写文件。"
    ]
    assert report("order", "--all", plan=early)[1] == [
        "截至2020年3月1日，shanghai-sports-2020 没有红灯任务，没有写文件。"
    ]
    assert not Path("reports").exists()
    assert not Path("data/ledger/shanghai-sports-2020").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["notice"], "用 --office 部门 写明催办谁，或用 --all"),
        (["order"], "用 --order 任务 写明督办哪一项"),
        (["notice", "--office", "没有处"], "没有“没有处”（--office）"),
        (["notice", "--order", "99"], "里没有任务 99"),
        (["notice", "--all", "--reply-by", "2022-01-01"], "反馈时限 2022-01-01 比 2022-01-10 还早"),
        (["notice", "--all", "--public"], "报告 notice 不用选项 --public"),
        (["notice", "--order", "29", "--office", "办公室"], "报告 order 不用选项 --office"),
        (["brief", "--draft"], "报告 brief 不用选项 --draft"),
        (["brief", "--office", "办公室"], "报告 brief 不用选项 --office"),
    ],
)
def test_what_makes_no_sense_is_said_in_a_line(report, words: list[str], told: str) -> None:
    before = Path(REGISTER).read_bytes()
    code, said, noted = report(*words)
    assert (code, said, len(noted)) == (2, [], 1)
    assert told in noted[0]
    assert Path(REGISTER).read_bytes() == before


def test_the_default_day_to_reply_by_skips_holidays(report) -> None:
    year = ["--plan", "guangzhou-sports-2021", "--as-of", "2022-01-28"]  # the spring festival follows
    report("order", "--all", plan=year)
    assert all("反馈时限: 2022-02-07" in line for line in register())


def test_looking_back_takes_last_years_plan(report) -> None:
    code, said, _ = report("lookback", plan=["--as-of", "2021-03-01"])
    assert (code, said) == (0, ["已写入 reports/shanghai-sports-2020-回头看报告.docx"])


def test_a_workspace_without_settings_has_its_papers_too(report) -> None:
    Path("gongkai.yaml").unlink()
    for kind in (["notice", "--all"], ["order", "--all"], ["brief"], ["lookback"]):
        assert report(*kind)[0] == 0
