"""Which light a task shows on a day, and why. It measures the task, not the paperwork."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.model.deadline import Kind
from gongkai_cli.model.plan import Window
from gongkai_cli.model.status import Light, Status
from gongkai_cli.rules.period import year_end
from gongkai_cli.rules.progress import Case, done_since, reason_given
from gongkai_cli.rules.reasons import day_in_words, say
from gongkai_cli.rules.windows import last_closed, owed, quarters, speaks_of, windows_of


class Lit(Struct, frozen=True):
    """A light, the reason in words, how many days the task is past its due day, and who said nothing of late."""

    light: Light
    reason: str
    days_late: int = 0
    silent: tuple[str, ...] = ()


def light(case: Case, status: Status, task_days: int) -> Lit:
    """Light a task; yellow comes `task_days` before its due day."""
    if status in {Status.DONE, Status.NOT_APPLICABLE}:
        return Lit(Light.DONE, _settled_reason(case, status))
    lit = _not_done(case) if status is Status.NOT_DONE else _MEASURES[case.deadline.kind](case, task_days)
    if case.deadline.kind in _BY_YEAR_END:
        return replace(lit, reason=say("year-end", reason=lit.reason))
    return replace(lit, reason=say("provisional", reason=lit.reason)) if case.deadline.provisional else lit


def late_by(case: Case, day: date) -> int:
    """Count the days a day lies past the task's (latest) due day; 0 where there is none or it is not past."""
    deadline = case.deadline
    due = year_end(case.plan.year) if deadline.kind in _BY_YEAR_END else deadline.latest or deadline.due
    return max((day - due).days, 0) if due else 0


def _settled_reason(case: Case, status: Status) -> str:
    if status is Status.NOT_APPLICABLE:
        reason = case.task.not_applicable or reason_given(case, status)
        return say("not-applicable-because", reason=reason) if reason else say("not-applicable")
    since = done_since(case)
    if since is None:
        return say("done-at-issue" if case.done_at_issue else "done")
    days = late_by(case, since)
    return say("done-late", days=days) if days else say("done")


def _not_done(case: Case) -> Lit:
    reason = reason_given(case, Status.NOT_DONE)
    said = say("not-done-because", reason=reason) if reason else say("not-done")
    return Lit(Light.RED, said, late_by(case, case.as_of))


def _by_date(case: Case, task_days: int) -> Lit:
    due = case.deadline.due
    if due is None:  # counted from 印发, which the plan does not state
        return Lit(Light.GREY, say("no-issue-day", text=case.deadline.text))
    if due < case.as_of <= (case.deadline.latest or due):
        return Lit(Light.YELLOW, _between(case, due))
    return _against(case, case.deadline.latest or due if case.as_of > due else due, task_days)


def _by_year_end(case: Case, task_days: int) -> Lit:
    return _against(case, year_end(case.plan.year), task_days)


def _against(case: Case, due: date, task_days: int) -> Lit:
    days = (due - case.as_of).days
    words = day_in_words(due, case.as_of.year)
    if days < 0:
        return Lit(Light.RED, say("overdue", days=-days, due=words), -days)
    if days == 0:
        return Lit(Light.YELLOW, say("due-today"))
    if days <= task_days:
        return Lit(Light.YELLOW, say("near", days=days, due=words))
    return Lit(Light.GREEN, say("ahead", days=days, due=words))


def _between(case: Case, due: date) -> str:
    year = case.as_of.year
    latest = day_in_words(case.deadline.latest or due, year)
    return say("between", text=case.deadline.text, due=day_in_words(due, year), latest=latest)


def _running(case: Case, _task_days: int) -> Lit:
    """An ongoing task: in its year by the last closed window, after it by the last quarter."""
    if case.as_of > year_end(case.plan.year):
        return _after_the_year(case, quarters(case.plan.year)[-1])
    return _by_last_closed(case, windows_of(case.plan), "running")


def _recurring(case: Case, _task_days: int) -> Lit:
    """A recurring task: as an ongoing one, by the windows in which it falls due."""
    windows = windows_of(case.plan)
    asked = owed(windows, case.deadline.dues) or windows
    if case.as_of > year_end(case.plan.year):
        return _after_the_year(case, asked[-1] if asked else quarters(case.plan.year)[-1])
    return _by_last_closed(case, asked, "recurring")


def _after_the_year(case: Case, last: Window) -> Lit:
    silent = _silent(case, last)
    if silent is None:
        return Lit(Light.DONE, say("kept-up"))
    return Lit(Light.RED, _by_whom(say("lapsed", period=last.name), silent), silent=silent)


def _by_last_closed(case: Case, windows: tuple[Window, ...], fine: str) -> Lit:
    window = last_closed(windows, case.as_of)
    silent = _silent(case, window) if window else None
    if window is None or silent is None:
        return Lit(Light.GREEN, _kept_up(case, fine))
    reason = _by_whom(say("period-missing", period=window.name), silent)
    return Lit(Light.YELLOW, reason, silent=silent)


def _kept_up(case: Case, code: str) -> str:
    heard = [case.words_of(office)[-1].record.day for office in case.voices() if case.words_of(office)]
    return say(code, day=day_in_words(max(heard), case.as_of.year)) if heard else say("unheard")


def _silent(case: Case, window: Window) -> tuple[str, ...] | None:
    """Return the offices that answer and have no record for a window; None where all have."""
    voices = case.voices()
    silent = tuple(
        o for o in voices if not any(speaks_of(word, window, case.plan) for word in case.words_of(o))
    )
    return silent if silent or not voices else None


def _by_whom(reason: str, silent: tuple[str, ...]) -> str:
    return say("by-whom", reason=reason, offices="、".join(silent)) if len(silent) > 1 else reason


def _waiting(case: Case, _task_days: int) -> Lit:
    if case.deadline.dispatcher:
        return Lit(Light.GREY, say("dispatch-by", dispatcher=case.deadline.dispatcher))
    return Lit(Light.GREY, say("dispatch"))


def _grey(code: str) -> Callable[[Case, int], Lit]:
    return lambda case, _task_days: Lit(Light.GREY, say(code, text=case.deadline.text))


_BY_YEAR_END = {Kind.UNSPECIFIED, Kind.DONE}
_MEASURES: dict[Kind, Callable[[Case, int], Lit]] = {
    Kind.BY_DATE: _by_date,
    Kind.RELATIVE: _by_date,
    Kind.ONGOING: _running,
    Kind.RECURRING: _recurring,
    Kind.DISPATCH: _waiting,
    Kind.CONDITIONAL: _grey("conditional"),
    Kind.UNKNOWN: _grey("unknown"),
    Kind.UNSPECIFIED: _by_year_end,
    Kind.DONE: _by_year_end,  # said done at issue, since sent back or reported otherwise
}
