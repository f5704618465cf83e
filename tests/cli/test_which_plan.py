from datetime import date
from pathlib import Path

import pytest

from gongkai_cli.cli.plans import address, plan_for, plans_for
from gongkai_cli.model.problem import Refusal


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two plans of 2020, one of 2021."""
    folder = tmp_path / "data" / "plans"
    folder.mkdir(parents=True)
    for plan, year in {"甲-2020": 2020, "乙-2020": 2020, "甲-2021": 2021}.items():
        (folder / f"{plan}.yaml").write_text(f"计划: {plan}\n年度: {year}\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("day", "plans"),
    [
        (date(2020, 1, 1), ["乙-2020", "甲-2020"]),
        (date(2020, 12, 31), ["乙-2020", "甲-2020"]),
        (date(2021, 1, 31), ["乙-2020", "甲-2020", "甲-2021"]),
        (date(2021, 2, 1), ["甲-2021"]),
        (date(2022, 1, 31), ["甲-2021"]),
        (date(2025, 6, 1), ["甲-2021"]),
    ],
)
def test_the_plans_of_a_day(root: Path, day: date, plans: list[str]) -> None:
    assert plans_for(root, None, day) == plans


def test_a_plan_whose_year_cannot_be_told_is_never_left_out(root: Path) -> None:
    (root / "data" / "plans" / "坏.yaml").write_text("计划: 坏\n", "utf-8")
    assert "坏" in plans_for(root, None, date(2021, 6, 1))


def test_the_only_plan_need_not_be_named(root: Path) -> None:
    assert plan_for(root, None, date(2021, 6, 1)) == "甲-2021"


@pytest.mark.parametrize(
    ("plan", "day", "code"),
    [
        (None, date(2020, 6, 1), "which-plan"),
        (None, date(2019, 6, 1), "no-plan-yet"),
        ("丙", date(2020, 6, 1), "no-such-plan"),
        ("../丙", date(2020, 6, 1), "bad-file-name"),
    ],
)
def test_refusals(root: Path, plan: str | None, day: date, code: str) -> None:
    with pytest.raises(Refusal) as told:
        plan_for(root, plan, day)
    assert told.value.code == code


def test_a_workspace_without_plans_says_how_to_begin(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as told:
        plans_for(tmp_path, None, date(2021, 1, 1))
    assert told.value.code == "no-plans"


@pytest.mark.parametrize(
    ("text", "option", "named"),
    [
        ("15", None, (None, "15")),
        ("１５", None, (None, "15")),
        ("p/2-3", None, ("p", "2-3")),
        ("15", "p", ("p", "15")),
        ("p/15", "p", ("p", "15")),
    ],
)
def test_a_task_is_named_alone_or_with_its_plan(
    text: str, option: str | None, named: tuple[str | None, str]
) -> None:
    assert address(text, option) == named
