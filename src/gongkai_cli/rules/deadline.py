"""The words of a deadline (完成时限) → what they mean.

Words the grammar does not know are `unknown`, never guessed.
"""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from msgspec import UNSET, Struct

from gongkai_cli.model.deadline import Deadline, Kind
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.grammar import Parts, understood
from gongkai_cli.rules.period import Period, months, quarter, ten_days
from gongkai_cli.rules.spelling import plain
from gongkai_cli.rules.workdays import NOTHING, Overlay, add_workdays, is_unsettled, overlay_of

FIRST_READING, OTHER_READING = "上月末", "当月末"  # of `9月前`: by the end of August, of September
_EVERY = {"月": 1, "季": 3, "季度": 3, "半年": 6, "年": 12}


class Reckoning(Struct, frozen=True):
    """How a workspace reckons days: what it takes `9月前` to mean, the holidays it lists itself."""

    month_before: str = FIRST_READING
    overlay: Overlay = NOTHING


USUAL = Reckoning()


def reckoning_of(workspace: Workspace) -> Reckoning:
    """Return how a workspace reckons, by its settings and its calendar.yaml."""
    return Reckoning(workspace.config.thresholds.month_before, overlay_of(workspace.calendar))


class Asked(Struct, frozen=True):
    """A deadline's words and what they are read against."""

    text: str
    year: int
    issued: date | None
    reckoning: Reckoning


@lru_cache(maxsize=4096)
def read_deadline(
    text: str, year: int, *, issued: date | None = None, reckoning: Reckoning = USUAL
) -> Deadline:
    """Read a deadline of a plan of `year` issued on `issued`, as the workspace reckons days."""
    words = plain(text)
    if not words:
        return Deadline(text=text, kind=Kind.UNSPECIFIED)
    found = understood(words)
    if found:
        means, said = found
        try:
            return _MEANINGS[means](Asked(text, year, issued, reckoning), said)
        except (ValueError, OverflowError):
            pass  # 2月30日, 13月: words of a date that is none
    return Deadline(text=text, kind=Kind.UNKNOWN)


def deadline_of(plan: Plan, task: Task, reckoning: Reckoning = USUAL) -> Deadline:
    """Read a task's printed deadline as its plan means it."""
    issued = None if plan.issued is UNSET else plan.issued
    return read_deadline(task.deadline, plan.year, issued=issued, reckoning=reckoning)


def _end(asked: Asked, said: Parts) -> Deadline:
    return Deadline(text=asked.text, kind=Kind.BY_DATE, due=_stretch(asked, said).end)


def _before(asked: Asked, said: Parts) -> Deadline:
    stretch = _stretch(asked, said)
    if asked.reckoning.month_before == OTHER_READING:
        return Deadline(text=asked.text, kind=Kind.BY_DATE, due=stretch.end)
    return Deadline(text=asked.text, kind=Kind.BY_DATE, due=stretch.eve(), latest=stretch.end)


def _through(asked: Asked, said: Parts) -> Deadline:
    first_year = int(said.get("from_year", asked.year))
    start = date(first_year, int(said["from_month"]), int(said.get("from_day", "1")))
    end = _stretch(Asked(asked.text, first_year, asked.issued, asked.reckoning), said).end
    if end < start:
        raise ValueError(asked.text)
    return Deadline(text=asked.text, kind=Kind.BY_DATE, due=end)


def _stretch(asked: Asked, said: Parts) -> Period:
    year = _year(asked, said)
    if "quarter" in said:
        return quarter(year, int(said["quarter"]))
    if "half" in said:
        return months(year, 1, 6) if said["half"] == "上" else months(year, 7, 12)
    if "month" not in said:
        return months(year, 1, 12)
    month = int(said["month"])
    if "ten" in said:
        return ten_days(year, month, said["ten"])
    if "day" in said:
        day = date(year, month, int(said["day"]))
        return Period(day, day)
    return months(year, month, month)


def _year(asked: Asked, said: Parts) -> int:
    return int(said.get("year", asked.year)) + ("next" in said)


def _every(asked: Asked, said: Parts) -> Deadline:
    step = _EVERY[said["every"]]
    stretches = (months(asked.year, last - step + 1, last) for last in range(step, 13, step))
    ends = (_day_of(one.end, said) for one in stretches)
    dues = tuple(end for end in ends if not asked.issued or end >= asked.issued)
    return Deadline(text=asked.text, kind=Kind.RECURRING, dues=dues)


def _day_of(end: date, said: Parts) -> date:
    """The day named of a month; its last where it is shorter (每月30日 in February)."""
    day = int(said.get("day", "31"))
    if day > 31:
        raise ValueError(day)
    return end.replace(day=min(day, end.day))


def _ongoing(asked: Asked, said: Parts) -> Deadline:
    if _year(asked, said) != asked.year:
        raise ValueError(asked.text)  # 2022年全年 in a plan of 2021 is no running task of that plan
    return Deadline(text=asked.text, kind=Kind.ONGOING)


def _dispatch(asked: Asked, said: Parts) -> Deadline:
    return Deadline(text=asked.text, kind=Kind.DISPATCH, dispatcher=said.get("who", ""))


def _relative(asked: Asked, said: Parts) -> Deadline:
    if not asked.issued:
        return Deadline(text=asked.text, kind=Kind.RELATIVE)
    overlay = asked.reckoning.overlay
    due = _after(asked.issued, said, overlay)
    provisional = "workdays" in said and is_unsettled(asked.issued, due, overlay)
    return Deadline(text=asked.text, kind=Kind.RELATIVE, due=due, provisional=provisional)


def _after(start: date, said: Parts, overlay: Overlay) -> date:
    """Count on from a day, which itself is not counted."""
    if "workdays" in said:
        return add_workdays(start, int(said["workdays"]), overlay)
    if "months" in said:
        return _months_later(start, int(said["months"]))
    return start + timedelta(days=int(said.get("days", "0")), weeks=int(said.get("weeks", "0")))


def _months_later(start: date, count: int) -> date:
    years, month = divmod(start.month - 1 + count, 12)
    last = months(start.year + years, month + 1, month + 1).end
    return last.replace(day=min(start.day, last.day))


def _only(kind: Kind) -> Callable[[Asked, Parts], Deadline]:
    return lambda asked, _said: Deadline(text=asked.text, kind=kind)


_MEANINGS: dict[str, Callable[[Asked, Parts], Deadline]] = {
    "end": _end,
    "before": _before,
    "through": _through,
    "every": _every,
    "ongoing": _ongoing,
    "dispatch": _dispatch,
    "relative": _relative,
    "conditional": _only(Kind.CONDITIONAL),
    "done": _only(Kind.DONE),
    "unspecified": _only(Kind.UNSPECIFIED),
}
