import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from gongkai_cli.cli.run import run
from gongkai_cli.cli.session import Session
from gongkai_cli.model.problem import Refusal
from gongkai_cli.yamltext.read import load

LEDGERS = Path("data/ledger/guangzhou-sports-2021")
CAPSYS = pytest.CaptureFixture[str]
SKIPPED = ["", "", ""]  # effect, problem, next step


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person at the terminal answers, one question after the other."""
    given: list[str] = []
    monkeypatch.setattr(Session, "conversing", True)
    monkeypatch.setattr("builtins.input", lambda _question: given.pop(0))
    return given


def test_a_person_is_asked_for_what_is_missing(workspace: Path, answers: list[str]) -> None:
    answers += ["2", "9月18日", "推进", "2", "", "与媒体座谈", *SKIPPED, "", "1"]
    assert run(["record", "guangzhou-sports-2021/15", "--reporter", "演示"]) == 0
    assert not answers
    assert _last("法规宣传处") == {
        "日期": "2021-09-18", "任务": "15", "状态": "推进中", "进展": "与媒体座谈", "填报人": "演示",
    }  # fmt: skip


def test_a_choice_may_be_written_as_the_word(workspace: Path, answers: list[str]) -> None:
    answers += ["办公室", "", "推进中", "与媒体座谈", *SKIPPED, "", "", "是"]
    assert run(["record", "guangzhou-sports-2021/15"]) == 0
    assert _last("办公室")["状态"] == "推进中"


def test_nobody_is_asked_what_the_options_say(workspace: Path, answers: list[str]) -> None:
    said = ["--office", "局办公室", "--status", "持续推进", "--note", "照常"]
    assert run(["record", "guangzhou-sports-2021/15", *said]) == 0
    assert _last("办公室")["进展"] == "照常"


def test_a_correction_names_the_day_it_corrects(workspace: Path) -> None:
    first = ["record", "guangzhou-sports-2021/15", "--status", "推进中", "--note", "写错了"]
    assert run([*first, "--date", "2021-09-18"]) == 0
    assert run([*first[:5], "改对了", "--date", "2021-09-19", "--corrects", "2021-09-18"]) == 0
    assert _last("办公室")["更正"] == "2021-09-18"


def test_the_reporter_is_whom_git_names(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"COUNT": "1", "KEY_0": "user.name", "VALUE_0": "李四"}.items():
        monkeypatch.setenv(f"GIT_CONFIG_{name}", value)
    run(["record", "guangzhou-sports-2021/15", "--status", "推进中", "--note", "照常"])
    assert _last("办公室")["填报人"] == "李四"


def test_without_git_the_record_names_no_reporter(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    run(["record", "guangzhou-sports-2021/15", "--status", "推进中", "--note", "照常"])
    assert "填报人" not in _last("办公室")


def test_evidence_stays_where_the_record_could_not_be_written(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "通知.txt"
    paper.write_text("通知")
    before = (LEDGERS / "办公室.yaml").read_bytes()

    def refused(*_: object) -> None:
        raise Refusal("locked", seconds=1)

    monkeypatch.setattr("gongkai_cli.store.ledgers.append_record", refused)
    said = ["--status", "推进中", "--note", "照常", "--evidence", str(paper)]
    assert run(["record", "guangzhou-sports-2021/15", *said]) == 2
    assert (LEDGERS / "办公室.yaml").read_bytes() == before
    assert paper.read_text() == "通知"


def test_a_record_reads_no_other_ledger(workspace: Path) -> None:
    (LEDGERS / "法规宣传处.yaml").write_text("读不懂: [", "utf-8")
    assert run(["record", "guangzhou-sports-2021/17", "--status", "推进中", "--note", "照常"]) == 0


def test_a_task_is_chosen_from_ones_own(workspace: Path, answers: list[str], capsys: CAPSYS) -> None:
    answers += ["法规宣传处", "一百", "29", "", "2", "征求意见", *SKIPPED, "", "1"]
    assert run(["record", "--plan", "guangzhou-sports-2021", "--reporter", "演示"]) == 0
    assert not answers
    out, err = capsys.readouterr()
    assert "法规宣传处的任务" in out
    assert "没有任务 一百" in err
    assert _last("法规宣传处")["任务"] == "29"


def test_what_is_owed_stands_first(workspace: Path, answers: list[str], capsys: CAPSYS) -> None:
    answers += ["全部", "52", "", "3", "照常", *SKIPPED[:2], "", "", "0"]
    run(["record", "--office", "办公室", "--plan", "guangzhou-sports-2021"])
    listed = capsys.readouterr().out.split("本期")[-1].splitlines()
    owed = [row.rstrip().endswith(("未到期", "未报", "退回")) for row in listed if re.match(r"\d+ ", row)]
    assert owed == sorted(owed, reverse=True)
    assert set(owed) == {True, False}


def test_of_several_plans_the_bodys_own_is_meant(workspace: Path, answers: list[str]) -> None:
    answers += ["1", "29", "", "3", "照常", "", "", "", "", "1"]
    assert run(["record"]) == 0
    assert not answers
    assert _last("法规宣传处")["任务"] == "29"


def test_a_task_sent_back_is_shown_with_the_reason(
    workspace: Path, answers: list[str], capsys: CAPSYS
) -> None:
    answers += ["", "3", "补报", *SKIPPED, "", "", "0"]
    run(["record", "guangzhou-sports-2021/39"])
    assert "退回" in capsys.readouterr().out.partition("未启动")[0]


def test_the_clones_own_office_needs_no_option(workspace: Path, answers: list[str]) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "config", "gongkai.office", "青少年体育处"], check=True)
    said = ["record", "guangzhou-sports-2021/1", "--status", "推进中", "--note", "已配合"]
    assert run(said) == 0
    assert _last("青少年体育处")["进展"] == "已配合"
    assert run([*said, "--office", "办公室"]) == 0
    assert _last("办公室")["进展"] == "已配合"


def test_the_clones_own_office_says_nothing_of_another_bodys_plan(workspace: Path) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "config", "gongkai.office", "办公室"], check=True)
    assert run(["record", "panyu-2021/3", "--status", "推进中", "--note", "照常"]) == 0
    assert Path("data/ledger/panyu-2021/各镇(街).yaml").is_file()


def test_an_office_without_a_part_in_the_task_is_hinted_at(workspace: Path, capsys: CAPSYS) -> None:
    said = ["--status", "推进中", "--note", "照常", "--dry-run", "--office"]
    assert run(["record", "guangzhou-sports-2021/16", *said, "计划财务处"]) == 0
    assert "责任单位里没有计划财务处" in capsys.readouterr().err
    assert run(["record", "guangzhou-sports-2021/16", *said, "办公室"]) == 0
    assert capsys.readouterr().err == ""


def test_without_a_terminal_nothing_waits(workspace: Path, capsys: CAPSYS) -> None:
    assert run(["record"]) == 2
    assert "没有写“任务”" in capsys.readouterr().err
    assert run(["record", "guangzhou-sports-2021/15"]) == 2
    assert "没有写状态" in capsys.readouterr().err


def test_links_are_pasted_and_files_dropped_in(
    workspace: Path, answers: list[str], tmp_path: Path, capsys: CAPSYS
) -> None:
    (tmp_path / "会议 纪要.docx").write_bytes(b"x")
    dropped = str(tmp_path / "会议 纪要.docx").replace(" ", "\\ ")
    answers += ["1", "", "2", "", "与媒体座谈", *SKIPPED]
    answers += ["第一场 https://a.example/1，https://a.example/2", "没有.png", dropped]
    answers += ["发布会实录\nhttps://a.example/3", "https://u:p@a.example/", "", "1"]
    assert run(["record", "guangzhou-sports-2021/15"]) == 0
    assert not answers
    evidence = _last("办公室")["佐证材料"]
    assert [(one.get("标题"), one.get("链接") or one["文件"]) for one in evidence] == [
        ("第一场", "https://a.example/1"),
        (None, "https://a.example/2"),
        ("会议 纪要", "evidence/2021/会议 纪要.docx"),
        ("发布会实录", "https://a.example/3"),
    ]
    err = capsys.readouterr().err
    assert "找不到这个文件" in err
    assert "用户名或密码" in err


@pytest.mark.parametrize("stopped_at", range(9))
def test_stopping_leaves_nothing_behind(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stopped_at: int
) -> None:
    monkeypatch.setattr(Session, "conversing", True)
    (tmp_path / "图.png").write_bytes(b"x")
    before = {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}
    given = iter(["1", "", "2", "与媒体座谈", *SKIPPED, str(tmp_path / "图.png"), ""][:stopped_at])

    def answered(_question: str) -> str:
        try:
            return next(given)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr("builtins.input", answered)
    assert run(["record", "guangzhou-sports-2021/15"]) == 130
    assert {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()} == before


def test_a_dry_run_asks_and_writes_nothing(workspace: Path, answers: list[str], capsys: CAPSYS) -> None:
    before = (LEDGERS / "办公室.yaml").read_bytes()
    answers += ["1", "", "2", "与媒体座谈", *SKIPPED, ""]
    assert run(["record", "guangzhou-sports-2021/15", "--dry-run"]) == 0
    assert not answers
    assert "将添加到" in capsys.readouterr().out
    assert (LEDGERS / "办公室.yaml").read_bytes() == before


def test_what_is_not_confirmed_is_not_written(workspace: Path, answers: list[str], capsys: CAPSYS) -> None:
    before = (LEDGERS / "办公室.yaml").read_bytes()
    answers += ["1", "", "2", "与媒体座谈", *SKIPPED, "", "", "0"]
    assert run(["record", "guangzhou-sports-2021/15"]) == 0
    assert not answers
    assert "没有登记" in capsys.readouterr().err
    assert (LEDGERS / "办公室.yaml").read_bytes() == before


def test_a_status_that_cannot_be_filed_is_asked_again(
    workspace: Path, answers: list[str], capsys: CAPSYS
) -> None:
    answers += ["1月5日", "5", "6", "", "没有这项业务", "", "1"]
    assert run(["record", "guangzhou-sports-2021/49", "--office", "办公室"]) == 0
    assert not answers
    assert "才到期" in capsys.readouterr().err
    assert (_last("办公室")["状态"], _last("办公室")["原因"]) == ("不涉及", "没有这项业务")


def test_a_late_task_and_a_counted_one_are_asked_for_more(workspace: Path, answers: list[str]) -> None:
    answers += ["", "4", "局长办公会听取汇报", "已部署", "议题顺延", "几", "1", "", "1"]
    assert run(["record", "guangzhou-sports-2021/45"]) == 0
    assert not answers
    last = _last("办公室")
    assert (last["原因"], last["计数"]) == ("议题顺延", {"听取政务公开工作汇报": "1"})


def test_a_day_that_cannot_be_filed_is_asked_again(
    workspace: Path, answers: list[str], capsys: CAPSYS
) -> None:
    answers += ["2月30日", "2021-9-30", "2023-01-01", "2021.9.18", "2", "与媒体座谈", *SKIPPED, "", "1"]
    assert run(["record", "guangzhou-sports-2021/15", "--office", "办公室", "--reporter", "演示"]) == 0
    assert not answers
    out, err = capsys.readouterr()
    assert ["“2月30日”不是日期" in err, "还没有到" in err, "不在 2021 年度的计划之内" in err] == [True] * 3
    assert _last("办公室")["日期"] == "2021-09-18"
    assert out.count("    进展: 与媒体座谈") == 1


def test_blanks_around_a_text_go_and_blanks_alone_are_no_text(workspace: Path, capsys: CAPSYS) -> None:
    said = ["record", "guangzhou-sports-2021/15", "--status", "推进中", "--office", "办公室"]
    assert run([*said, "--note", "  照常 ", "--effect", "   "]) == 0
    assert (_last("办公室")["进展"], "成效" in _last("办公室")) == ("照常", False)


def test_in_january_the_last_window_is_proposed(
    workspace: Path, answers: list[str], monkeypatch: pytest.MonkeyPatch, capsys: CAPSYS
) -> None:
    monkeypatch.setenv("GONGKAI_TODAY", "2022-01-06")
    task = ["record", "guangzhou-sports-2021/52"]
    answers += ["", "2", "1", "起草年度报告", *SKIPPED, "", "1"]
    assert run(task) == 0
    assert _last("办公室")["报送期"] == "第四季度"
    assert run([*task, "--status", "推进中", "--note", "起草"]) == 0
    assert "如为第四季度填报请加 --window 第四季度" in capsys.readouterr().err
    assert "报送期" not in _last("办公室")


def test_a_record_without_progress_is_hinted_at(workspace: Path, capsys: CAPSYS) -> None:
    assert run(["record", "guangzhou-sports-2021/52", "--status", "推进中", "--dry-run"]) == 0
    assert "没有写进展" in capsys.readouterr().err


def _last(office: str) -> dict[str, Any]:
    ledger = load((LEDGERS / f"{office}.yaml").read_text("utf-8"))
    assert isinstance(ledger, dict)
    record: dict[str, Any] = ledger["记录"][-1]
    return record
