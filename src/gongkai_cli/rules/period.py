"""Stretches of days that offices count by: ten days, months, quarters, halves, years."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from msgspec import Struct

_TENS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}


class Period(Struct, frozen=True):
    """A stretch of days, both ends included."""

    start: date
    end: date

    def eve(self) -> date:
        """Return the day before it begins."""
        return self.start - timedelta(days=1)


def months(year: int, first: int, last: int) -> Period:
    """From the first day of one month to the last day of another of the same year."""
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def ten_days(year: int, month: int, part: str) -> Period:
    """上旬, 中旬 or 下旬 of a month."""
    first, last = _TENS[part]
    return Period(date(year, month, first), date(year, month, min(last, monthrange(year, month)[1])))


def quarter(year: int, number: int) -> Period:
    """One of the four quarters of a year."""
    return months(year, 3 * number - 2, 3 * number)


def year_end(year: int) -> date:
    """31 December; of the nearest year there is where a plan's year is no year of the calendar."""
    return date(min(max(year, MINYEAR), MAXYEAR), 12, 31)
