from pathlib import Path

import pytest

from gongkai_cli.cli.run import run
from gongkai_cli.cli.session import Session
from gongkai_cli.model.problem import Refusal
from gongkai_cli.yamltext.read import load

LEDGERS = Path("data/ledger/guangzhou-sports-2021")
SKIPPED = ["", "", ""]  # effect, problem, next step


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the person at the terminal answers, one question after the other."""
    given: list[str] = []
    monkeypatch.setattr(Session, "conversing", True)
    monkeypatch.setattr("builtins.input", lambda _question: given.pop(0))
    return given


def test_a_person_is_asked_for_what_is_missing(workspace: Path, answers: list[str]) -> None:
    answers += ["2", "推进", "2", "", "与媒体座谈", *SKIPPED, "", "1"]
    assert run(["record", "guangzhou-sports-2021/15", "--reporter", "演示"]) == 0
    assert not answers
    assert _last("法规宣传处") == {
        "日期": "2021-09-20", "任务": "15", "状态": "推进中", "进展": "与媒体座谈", "填报人": "演示",
    }  # fmt: skip


def test_a_choice_may_be_written_as_the_word(workspace: Path, answers: list[str]) -> None:
    answers += ["办公室", "推进中", "与媒体座谈", *SKIPPED, "", "", "是"]
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


def _last(office: str) -> dict[str, str]:
    ledger = load((LEDGERS / f"{office}.yaml").read_text("utf-8"))
    assert isinstance(ledger, dict)
    record: dict[str, str] = ledger["记录"][-1]
    return record
