"""Working days: the calendar library's holidays, overlaid by those a workspace lists itself (calendar.yaml).

Outside the library's years weekends alone count, and the answer is provisional.
"""

from datetime import MAXYEAR, date, timedelta

from msgspec import Struct

from gongkai_cli.model.calendar import Calendar

_DAY = timedelta(days=1)
_NATIONAL_DAY = (10, 1)
_EVE = 25  # December's days from which the next year's list may reach back


class Overlay(Struct, frozen=True):
    """Days the workspace knows better: free days (放假) and make-up working days (上班)."""

    off: frozenset[date] = frozenset()
    on: frozenset[date] = frozenset()


NOTHING = Overlay()


def overlay_of(calendar: Calendar) -> Overlay:
    """Take the days of a workspace's own calendar."""
    return (
        Overlay(frozenset(calendar.off), frozenset(calendar.on)) if calendar.off or calendar.on else NOTHING
    )


def is_workday(day: date, overlay: Overlay = NOTHING) -> bool:
    """Say whether offices work on this day."""
    if day in overlay.off or day in overlay.on:
        return day in overlay.on
    said = _library_says(day)
    return day.weekday() < 5 if said is None else said


def is_provisional(day: date, overlay: Overlay = NOTHING) -> bool:
    """Say whether the holidays of this day are not settled yet: of a year not published, or of its eve.

    A year's list may still move the last days of the year before (2019's made Saturday 2018-12-29 a working day).
    """
    unsettled = day.month == 12 and day.day >= _EVE and not _is_known(day.year + 1, overlay)
    return unsettled or not _is_known(day.year, overlay)


def is_unsettled(start: date, end: date, overlay: Overlay = NOTHING) -> bool:
    """Say whether any day of a stretch is provisional: its ends, or the end of a year within it."""
    days = (start, end, *(date(year, 12, 31) for year in range(start.year, end.year)))
    return any(is_provisional(day, overlay) for day in days)


def add_workdays(start: date, count: int, overlay: Overlay = NOTHING) -> date:
    """Return the `count`-th working day after a day, which itself is not counted."""
    day = start
    for _ in range(count):
        day += _DAY
        while not is_workday(day, overlay):
            day += _DAY
    return day


def workdays_between(start: date, end: date, overlay: Overlay = NOTHING) -> int:
    """Count the working days after `start` up to and with `end`; below zero where `end` comes first."""
    if end < start:
        return -workdays_between(end, start, overlay)
    days = (start + _DAY * step for step in range(1, (end - start).days + 1))
    return sum(is_workday(day, overlay) for day in days)


def _is_known(year: int, overlay: Overlay) -> bool:
    """Whether a year's list is in: the workspace's own is whole only if it has 1 October, which every list has."""
    holiday = date(min(year, MAXYEAR), *_NATIONAL_DAY)
    return holiday in overlay.off or _library_says(holiday) is not None


def _library_says(day: date) -> bool | None:
    import chinese_calendar  # noqa: PLC0415  27 ms that only commands which count working days should pay

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None
