"""Evidence found later is put to the record it proves; everything else of the task stays as it stood."""

from pathlib import Path

import msgspec
import pytest

from gongkai_cli.cli.run import run
from gongkai_cli.yamltext.read import load

TASK = "guangzhou-sports-2021/48"
LEDGER = Path("data/ledger/guangzhou-sports-2021/办公室.yaml")
DAY = ["--date", "2022-01-10", "--reporter", "演示"]


def last() -> dict[str, object]:
    ledger = load(LEDGER.read_text("utf-8"))
    assert isinstance(ledger, dict)
    record: dict[str, object] = ledger["记录"][-1]
    return record


def shown(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    capsys.readouterr()
    assert run(["show", TASK, "--json", "--as-of", "2022-01-11"]) == 0
    told: dict[str, object] = msgspec.json.decode(capsys.readouterr().out)["task"]
    return told


@pytest.fixture(autouse=True)
def _january(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_TODAY", "2022-01-10")


def test_a_link_found_later_changes_neither_window_nor_status(capsys: pytest.CaptureFixture[str]) -> None:
    before = shown(capsys)
    bytes_before = LEDGER.read_bytes()
    assert run(["evidence", "add", TASK, "报道 后来找到的 https://a.example/1", *DAY]) == 0
    after = shown(capsys)
    assert LEDGER.read_bytes().startswith(bytes_before)
    assert {key: before[key] for key in ("status", "light", "filing", "reason")} == {
        key: after[key] for key in ("status", "light", "filing", "reason")
    }
    assert last()["更正"] == "2021-09-10"
    assert after["evidence"] == before["evidence"] + 1  # type: ignore[operator]


def test_what_the_record_said_is_said_again() -> None:
    ledger = load(LEDGER.read_text("utf-8"))
    assert isinstance(ledger, dict)
    old = next(one for one in ledger["记录"] if (one["任务"], one["日期"]) == ("48", "2021-09-10"))
    assert run(["evidence", "add", TASK, "https://a.example/1", *DAY]) == 0
    new = last()
    more = [*old.get("佐证材料", []), {"类型": "其他", "链接": "https://a.example/1"}]
    assert new == old | {"日期": "2022-01-10", "更正": "2021-09-10", "佐证材料": more}


def test_evidence_may_be_added_again_and_again_to_one_record() -> None:
    for number in range(3):
        assert run(["evidence", "add", TASK, f"https://a.example/{number}", "--of", "2021-09-10", *DAY]) == 0
    links = [one.get("链接") for one in last()["佐证材料"]]  # type: ignore[attr-defined]
    assert links[-3:] == [f"https://a.example/{number}" for number in range(3)]


def test_what_the_record_has_already_is_not_added_twice(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evidence", "add", TASK, "https://a.example/1", *DAY]) == 0
    before = LEDGER.read_bytes()
    assert run(["evidence", "add", TASK, "报道 https://a.example/1", *DAY]) == 2
    assert "已经有这些佐证" in capsys.readouterr().err
    assert LEDGER.read_bytes() == before


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (["guangzhou-sports-2021/21", "https://a.example/1", "--office", "办公室"], "还没有登记过任务 21"),
        ([TASK, "https://a.example/1", "--of", "2021-09-11"], "在 2021-09-11 没有任务 48 的记录"),
        ([TASK, "https://u:p@a.example/1"], "用户名或密码"),
        ([TASK, "没有.png"], "找不到这个文件"),
        ([TASK], "没有写“佐证”"),
        ([TASK, "https://a.example/1", "--office", "人事处"], "不认识部门“人事处”"),
    ],
)
def test_what_cannot_be_added_is_told_in_one_line(
    said: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = LEDGER.read_bytes()
    assert run(["evidence", "add", *said, *DAY]) == 2
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
    assert LEDGER.read_bytes() == before


def test_a_dry_run_writes_neither_record_nor_file(tmp_path: Path) -> None:
    paper = tmp_path / "签到表.txt"
    paper.write_text("签到", "utf-8")
    before = LEDGER.read_bytes()
    assert run(["evidence", "add", TASK, str(paper), *DAY, "--dry-run"]) == 0
    assert LEDGER.read_bytes() == before
    assert not Path("evidence/2021/签到表.txt").exists()
