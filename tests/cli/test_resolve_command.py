"""`git resolve` as a person meets it: what it asks, what it leaves, what it refuses."""

import subprocess
from pathlib import Path

import pytest

from gongkai_cli.cli.run import run
from gongkai_cli.cli.session import Session

LEDGER = "data/ledger/guangzhou-sports-2021/计划财务处.yaml"


def record(day: int, said: str) -> str:
    return f"  - 日期: 2021-09-{day:02}\n    任务: 7\n    状态: 推进中\n    进展: {said}\n    填报人: 演示\n"


def torn(ours: str, base: str, theirs: str) -> str:
    return f"<<<<<<< HEAD\n{ours}||||||| 1f2e3d\n{base}=======\n{theirs}>>>>>>> office/计划财务处\n"


@pytest.fixture
def ledger(workspace: Path) -> Path:
    """A ledger with a record changed in two ways, one taken away here and changed there, and additions."""
    path = workspace / LEDGER
    changed = torn(record(10, "甲一"), record(10, "甲"), record(10, "甲二"))
    gone = torn("", record(11, "乙"), record(11, "乙改"))
    added = torn(record(13, "本方"), "", record(12, "对方"))
    path.write_text(f"{path.read_text('utf-8')}{changed}{gone}{added}", "utf-8")
    return path


def _answers(monkeypatch: pytest.MonkeyPatch, *given: str) -> None:
    left = list(given)
    monkeypatch.setattr(Session, "conversing", True)
    monkeypatch.setattr("builtins.input", lambda _question: left.pop(0))


def _added(path: Path) -> str:
    """What stands behind the records of the demonstration workspace."""
    text = path.read_text("utf-8")
    return text[text.rindex("    任务: 40\n") :].partition("填报人: 演示\n")[2]


def test_each_conflict_is_asked_in_words(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _answers(monkeypatch, "2", "1")
    assert run(["git", "resolve"]) == 0
    shown = capsys.readouterr().out
    assert "任务7 2021-09-10 的记录两边改得不一样：进展“甲一”↔“甲二”" in shown
    assert "  1 留本方的\n  2 留对方的\n  3 两条都留\n  4 先不定\n" in shown
    assert "任务7 2021-09-11 的记录本方删了，对方改过：进展“乙”↔“乙改”" in shown
    assert "  1 留本方的（删去）\n  2 留对方的\n  3 先不定\n" in shown
    assert _added(ledger) == record(10, "甲二") + record(12, "对方") + record(13, "本方")
    assert run(["check", "data/ledger", "--as-of", "2022-02-01"]) == 0


def test_what_is_put_off_stays_marked_and_the_rest_is_done(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _answers(monkeypatch, "先不定", "2")
    assert run(["git", "resolve", LEDGER]) == 1
    assert "还有 1 处要人来定" in capsys.readouterr().out
    left = torn(record(10, "甲一"), record(10, "甲"), record(10, "甲二"))
    for name, label in (("HEAD", "本方版本"), ("1f2e3d", "原来的内容"), ("office/计划财务处", "对方版本")):
        left = left.replace(name, label)
    assert _added(ledger) == left + record(11, "乙改") + record(12, "对方") + record(13, "本方")


@pytest.mark.parametrize(
    ("keep", "kept"),
    [("ours", record(10, "甲一")), ("theirs", record(10, "甲二") + record(11, "乙改"))],
)
def test_a_choice_for_all_needs_no_asking(
    ledger: Path, keep: str, kept: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["git", "resolve", "--keep", keep]) == 0
    assert _added(ledger) == kept + record(12, "对方") + record(13, "本方")
    count = ledger.read_text("utf-8").count("  - 日期:")
    assert f"合并后 {count} 条" in capsys.readouterr().out


def test_both_cannot_be_kept_of_what_is_only_one(ledger: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["git", "resolve", "--keep", "both"]) == 1
    text = ledger.read_text("utf-8")
    assert record(10, "甲一") + record(10, "甲二") in text
    assert text.count("<<<<<<<") == 1
    assert "本方删了，对方改过" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("command", "finish", "turned"),
    [("merge", "git commit", False), ("rebase", "git rebase --continue", True)],
)
def test_an_unfinished_merge_is_told_that_the_file_is_resolved(
    workspace: Path, capsys: pytest.CaptureFixture[str], command: str, finish: str, *, turned: bool
) -> None:
    path = workspace / LEDGER
    whole = path.read_text("utf-8")
    _git("init", "-q", "-b", "main")
    for branch, said in (("main", ""), ("office", record(12, "对方")), ("main", record(13, "本方"))):
        if said:
            _git("switch", "-q", *(("-c",) if branch == "office" else ()), branch)
        path.write_text(whole + said, "utf-8")
        _git("add", "data")
        _git("commit", "-qm", "改")
    assert "CONFLICT" in _git(command, "office")
    assert run(["git", "resolve"]) == 0
    out, err = capsys.readouterr()
    assert f"{LEDGER}：已标为解决（git add）\n全部解决以后，请运行 {finish}\n" in out
    assert ("“本方”是取回来的" in err) is turned
    assert path.read_text("utf-8") == whole + record(12, "对方") + record(13, "本方")
    assert _git("diff", "--name-only", "--diff-filter=U") == ""


def _git(*arguments: str) -> str:
    names = ("-c", "user.name=演示", "-c", "user.email=yanshi@example.com")
    return subprocess.run(("git", *names, *arguments), capture_output=True, text=True, check=False).stdout


def test_an_interrupted_question_changes_nothing(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_question: str) -> str:
        raise KeyboardInterrupt

    before = ledger.read_bytes()
    monkeypatch.setattr(Session, "conversing", True)
    monkeypatch.setattr("builtins.input", interrupted)
    assert run(["git", "resolve"]) == 130
    assert ledger.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<<<<<<< HEAD\n  - 日期：甲\n    任务: 1\n=======\n>>>>>>> x\n", "本方版本第 29 行有误"),
        ("<<<<<<< HEAD\n  - 日期：甲\n=======\n>>>>>>> x\n", "不是一条一条写的台账"),
        ("<<<<<<< HEAD\n  - 日期: 甲\n>>>>>>> x\n", "分不清两边的内容"),
    ],
)
def test_a_file_that_cannot_be_merged_is_left_alone(
    ledger: Path, text: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger.write_text(ledger.read_text("utf-8").partition("<<<<<<<")[0] + text, "utf-8")
    before = ledger.read_bytes()
    assert run(["git", "resolve", "--keep", "ours"]) == 1
    assert said in capsys.readouterr().err
    assert ledger.read_bytes() == before


def test_a_conflict_in_which_both_sides_say_the_same_is_none(
    ledger: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    whole = ledger.read_text("utf-8").partition("<<<<<<<")[0]
    ledger.write_text(whole + torn(record(10, "甲"), "", record(10, "甲")), "utf-8")
    assert run(["git", "resolve"]) == 0
    assert capsys.readouterr().out == f"{LEDGER}：两边一样，没有要定的了\n"
    assert ledger.read_text("utf-8") == whole + record(10, "甲")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("", "没有留下的合并冲突\n= 0"),
        ("gongkai.yaml", "gongkai.yaml：没有动它（里面没有“<<<<<<<”这样的冲突标记）\n= 1"),
        ("--keep mine", "gongkai：--keep 不能写“mine”；可写：ours、theirs、both\n= 2"),
    ],
)
@pytest.mark.usefixtures("workspace")
def test_says_so_where_there_is_nothing_to_do(
    arguments: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = run(["git", "resolve", *arguments.split()])
    assert "".join(capsys.readouterr()) + f"= {code}" == said
