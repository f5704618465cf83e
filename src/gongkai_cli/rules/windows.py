"""Reporting windows (报送期): a plan's own, else the quarters; and which of them a record is for."""

from collections.abc import Iterable
from datetime import date

from msgspec import UNSET
from msgspec.structs import replace

from gongkai_cli.model.plan import Plan, Window
from gongkai_cli.model.problem import Refusal
from gongkai_cli.rules.ledger import Word
from gongkai_cli.rules.period import quarter, year_end
from gongkai_cli.rules.reasons import quarter_name


def windows_of(plan: Plan) -> tuple[Window, ...]:
    """Return the plan's windows, else the quarters of its year, without those that ended before it was issued."""
    windows = sorted(plan.windows, key=lambda window: window.end) or quarters(plan.year)
    return tuple(window for window in windows if plan.issued is UNSET or window.end >= plan.issued)


def quarters(year: int) -> tuple[Window, ...]:
    """Return the four quarters of a year as windows, each to be filed by its end."""
    periods = enumerate((quarter(year_end(year).year, number) for number in range(1, 5)), 1)
    return tuple(
        Window(name=quarter_name(number), start=period.start, end=period.end, due=period.end)
        for number, period in periods
    )


def last_closed(windows: Iterable[Window], as_of: date) -> Window | None:
    """Return the latest window that has ended."""
    return max(
        (window for window in windows if window.end < as_of), key=lambda window: window.end, default=None
    )


def current(windows: Iterable[Window], as_of: date) -> Window | None:
    """Return the window to be filed next of those that have begun; past them all, the last."""
    begun = sorted(
        (one for one in windows if one.start <= as_of), key=lambda window: (window.due, window.end)
    )
    return next((one for one in begun if as_of <= one.due), begun[-1] if begun else None)


def window_named(plan: Plan, name: str) -> Window:
    """Find a window by its name; refuses others."""
    windows = windows_of(plan)
    for window in windows:
        if window.name == name:
            return window
    known = "、".join(window.name for window in windows)
    raise Refusal("no-such-choice", option="--window", value=name, known=known)


def to_report(plan: Plan, as_of: date) -> Window | None:
    """Return the window a report of this day is about: of those that have begun, the one that ends nearest.

    On 20 September it is the third quarter, which still runs, on 12 October too.
    """
    begun = [window for window in windows_of(plan) if window.start <= as_of]
    return min(begun, key=lambda window: abs(window.end - as_of), default=None)


def owed(windows: Iterable[Window], dues: Iterable[date]) -> tuple[Window, ...]:
    """Stretch the windows in which a recurring deadline falls due over those before them that ask nothing."""
    found: list[Window] = []
    start: date | None = None
    days = tuple(dues)
    for window in windows:
        start = start or window.start
        if any(window.start <= day <= window.end for day in days):
            found.append(replace(window, start=start))
            start = None
    return tuple(found)


def window_of(word: Word, plan: Plan) -> Window | None:
    """Return the one window of the plan a record is for: the one it names, else the first to end around its day."""
    around = (one for one in plan.windows if one.start <= word.filed <= one.end)
    return _named(word, plan) or min(around, key=lambda window: window.end, default=None)


def speaks_of(word: Word, period: Window, plan: Plan) -> bool:
    """Say whether a record tells of a period: by the window it names, else by the day it was filed."""
    named = _named(word, plan)
    start, end = (named.start, named.end) if named else (word.filed, word.filed)
    return start <= period.end and period.start <= end


def _named(word: Word, plan: Plan) -> Window | None:
    windows = plan.windows or quarters(plan.year)
    return next((one for one in windows if one.name == word.window), None) if word.window else None
