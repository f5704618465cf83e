from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.planimport.filled.day import days

WRITTEN = [  # as a clerk writes it, under a plan of 2021 → what it can mean
    ("2021-09-28", "2021-09-28"),
    ("2021.9.28", "2021-09-28"),
    ("2021/9/28", "2021-09-28"),
    ("2021年9月28日", "2021-09-28"),
    ("2021 年 9 月 28 日", "2021-09-28"),
    ("2021年9月28", "2021-09-28"),
    ("20210928", "2021-09-28"),
    ("２０２１．９．２８", "2021-09-28"),
    ("2021-9-28 00:00:00", "2021-09-28"),
    ("2021-09-28 15:30", "2021-09-28"),
    ("44467", "2021-09-28"),
    ("9月28日", "2021-09-28"),
    ("9月28", "2021-09-28"),
    ("9/28", "2021-09-28"),
    ("９月２８日", "2021-09-28"),
    ("3月31日", "2021-03-31 2022-03-31"),
    ("2月29日", ""),
    ("2021-02-29", ""),
    ("2021-13-01", ""),
    ("9.3", ""),  # 9.30 in a cell of numbers
    ("9月", ""),
    ("21.9.28", ""),
    ("2021.9", ""),
    ("9月20日至28日", ""),
    ("昨天", ""),
    ("", ""),
]


@pytest.mark.parametrize(("written", "read"), WRITTEN)
def test_a_day_is_read_as_it_was_meant_or_not_at_all(written: str, read: str) -> None:
    assert " ".join(map(str, days(written, 2021))) == read


@given(st.dates(date(2021, 1, 1), date(2022, 3, 31)))
def test_a_day_written_with_its_year_is_that_day(day: date) -> None:
    year, month, number = day.year, day.month, day.day
    serial = str((day - date(1899, 12, 30)) // timedelta(days=1))
    ways = (f"{year}.{month}.{number}", f"{year}/{month}/{number}", f"{year}年{month}月{number}日", serial)
    for written in (day.isoformat(), *ways):
        assert days(written, 2021) == [day]


@given(st.text(max_size=12), st.integers(1990, 2100))
def test_whatever_is_written_nothing_breaks(written: str, year: int) -> None:
    assert len(days(written, year)) <= 2
