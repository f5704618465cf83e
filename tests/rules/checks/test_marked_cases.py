from pathlib import Path

import pytest
from marked_cases import CASES, expected, found, lay, places, tell

from gongkai_cli.lexicon.load import message, words


@pytest.mark.parametrize("case", found(), ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_tells_just_the_problems_marked_in_the_case(case: Path, tmp_path: Path) -> None:
    lay(case, tmp_path)
    told = tell(case, tmp_path)
    assert places(told) == expected(case)
    assert all(message(problem.code, problem.about) for problem, _ in told)


@pytest.mark.parametrize("case", found(), ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_bad_case_shows_its_code_and_a_good_one_nothing(case: Path) -> None:
    codes = {code for *_, code in expected(case)}
    assert (case.parent.name in codes) if case.name.startswith("bad") else not codes


def test_every_problem_has_a_case() -> None:
    elsewhere = {"unreadable", "stray-link", "stray-suffix", "stray-ledger"}  # need a disk: tests/store
    told = {code for case in found() for *_, code in expected(case)}
    entries = words("messages").items()
    codes = {code for code, entry in entries if "级别" in entry and "用于" not in entry}
    assert codes - told - elsewhere == set()


def test_every_check_has_a_good_case_too() -> None:
    from gongkai_cli.rules.checks import CHECKS

    assert [one.CODE for one in CHECKS if not list((CASES / one.CODE).glob("good*"))] == []
