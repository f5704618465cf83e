import pytest

from gongkai_cli.cli.run import run
from gongkai_cli.lexicon.load import words
from gongkai_cli.rules.checks import CHECKS


def test_a_check_is_explained_by_its_manual_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "future-date"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("future-date（错误）\n\n日期在将来。\n")
    assert "\n改法：" in told


def test_any_other_message_is_explained_by_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "full-width-colon"]) == 0
    assert "“…”后面是全角冒号“：”" in capsys.readouterr().out
    assert run(["explain", "no-git"]) == 0
    assert capsys.readouterr().out.startswith("no-git（拒绝）\n")


@pytest.mark.parametrize("written", ["Future-Date", " future-date", "ｆｕｔｕｒｅ－ｄａｔｅ"])
def test_a_code_may_be_written_otherwise(written: str) -> None:
    assert run(["explain", written]) == 0


def test_an_unknown_code_is_answered_by_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "future-dates"]) == 2
    assert "是不是“future-date”？" in capsys.readouterr().err


def test_without_a_code_all_checks_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {one.CODE for one in CHECKS} <= {line.split()[0] for line in lines}


def test_every_message_has_a_page() -> None:
    for code in words("messages"):
        assert run(["explain", code]) == 0
