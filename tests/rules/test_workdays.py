"""Working days against the golden days of the request deadlines; the day of receipt is not counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.rules.workdays import Overlay, add_workdays, is_provisional, is_workday, workdays_between

GOLDEN = """
received    +7          +15         +20         +40
2020-01-10  2020-01-20  2020-02-07  2020-02-14  2020-03-13
2021-01-20  2021-01-29  2021-02-09  2021-02-22  2021-03-22
2021-09-13  2021-09-23  2021-10-09  2021-10-15  2021-11-12
2025-12-15  2025-12-24  2026-01-06  2026-01-13  2026-02-10
2026-01-26  2026-02-04  2026-02-14  2026-02-28  2026-03-27
2026-09-07  2026-09-16  2026-09-28  2026-10-10  2026-11-06
"""
ROWS = [[date.fromisoformat(day) for day in line.split()] for line in GOLDEN.strip().splitlines()[1:]]
IN_A_YEAR = {2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248}


@pytest.mark.parametrize(
    ("received", "due", "count"),
    [(r[0], d, n) for r in ROWS for d, n in zip(r[1:], (7, 15, 20, 40), strict=True)],
)
def test_counts_on_as_the_golden_table(received: date, due: date, count: int) -> None:
    assert add_workdays(received, count) == due
    assert workdays_between(received, due) == count
    assert workdays_between(due, received) == -count


@pytest.mark.parametrize(("year", "count"), IN_A_YEAR.items())
def test_knows_the_working_days_of_a_year(year: int, count: int) -> None:
    assert workdays_between(date(year - 1, 12, 31), date(year, 12, 31)) == count


def test_a_workspace_may_know_days_better() -> None:
    overlay = Overlay(off=frozenset({date(2021, 9, 14)}), on=frozenset({date(2021, 9, 12)}))
    assert is_workday(date(2021, 9, 12), overlay)
    assert not is_workday(date(2021, 9, 14), overlay)
    assert add_workdays(date(2021, 9, 13), 1, overlay) == date(2021, 9, 15)


def test_is_provisional_where_the_holidays_of_a_year_are_not_known() -> None:
    assert is_workday(date(2101, 2, 18))
    assert not is_workday(date(2101, 2, 19))
    assert is_provisional(date(2101, 2, 18))
    assert is_provisional(date(2101, 2, 18), Overlay(off=frozenset({date(2101, 1, 1)})))
    assert not is_provisional(
        date(2101, 2, 18), Overlay(off=frozenset({date(2101, 1, 1), date(2101, 10, 1)}))
    )
    assert not is_provisional(date(2021, 2, 18))


@given(st.dates(date(2010, 1, 1), date(2040, 1, 1)), st.integers(1, 60))
def test_counting_back_gives_the_count(start: date, count: int) -> None:
    end = add_workdays(start, count)
    assert is_workday(end)
    assert workdays_between(start, end) == count
    assert workdays_between(start, end - timedelta(days=1)) == count - 1
