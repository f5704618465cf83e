"""What a clerk may have forgotten."""

from datetime import date

import pytest
from msgspec import UNSET

from gongkai_cli.model.plan import Plan, Window
from gongkai_cli.model.record import Record
from gongkai_cli.rules.hints import hints

THIRD = Window(name="第三季度", start=date(2021, 7, 1), end=date(2021, 9, 30), due=date(2021, 10, 8))
FOURTH = Window(name="第四季度", start=date(2021, 10, 1), end=date(2021, 12, 31), due=date(2022, 1, 10))
PLAN = Plan(id="p", title="计划", year=2021, windows=(THIRD, FOURTH), tasks=())
BARE = Plan(id="p", title="计划", year=2021, tasks=())


def told(plan: Plan, day: date, **more: object) -> list[str]:
    said = {"status": "推进中", "progress": "做了", "day": day, "task": "1"} | more
    return [one.about.get("window", one.code) for one in hints(Record(**said), plan)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("day", "window"),
    [
        (date(2022, 1, 6), ["第四季度"]),
        (date(2022, 2, 1), ["第四季度"]),
        (date(2021, 12, 31), []),
        (date(2021, 10, 1), []),
        (date(2021, 6, 30), []),
    ],
)
def test_a_day_outside_all_windows_is_told_with_the_one_to_file(day: date, window: list[str]) -> None:
    assert told(PLAN, day) == window
    assert told(BARE, day) == []


def test_a_window_named_or_a_correction_needs_no_hint() -> None:
    assert told(PLAN, date(2022, 1, 6), window="第四季度") == []
    assert told(PLAN, date(2022, 1, 6), corrects=date(2021, 12, 1)) == []
    assert told(PLAN, date(2022, 1, 6), corrects=UNSET) == ["第四季度"]


@pytest.mark.parametrize(
    ("status", "hint"),
    [("推进中", True), ("持续推进", True), ("已完成", True), ("未启动", False), ("不涉及", False)],
)
def test_work_in_hand_without_progress_is_told(status: str, hint: bool) -> None:
    assert told(PLAN, date(2021, 8, 1), status=status, progress="") == ["no-progress"] * hint
