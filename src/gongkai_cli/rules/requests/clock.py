"""When the answer to a request is due, worked out from its steps each time; nothing of it is ever stored.

Twenty working days from the day after receipt (条例 art. 33). A correction (art. 30) and a paid fee begin them anew,
a consultation (art. 32, 34) stops them for as long as it takes, an extension (art. 33) adds up to twenty more.
"""

from collections.abc import Callable
from datetime import date, timedelta

from msgspec import UNSET, Struct
from msgspec.structs import replace

from gongkai_cli.model.request import Request, Step, received_on
from gongkai_cli.rules.workdays import NOTHING, Overlay, add_workdays, is_unsettled, is_workday

ANSWER, EXTENSION, CORRECTION, CONSULTATION, PAYMENT = 20, 20, 7, 15, 20
"""Working days: to answer, to extend by, to ask for a correction, for a third party's or a body's reply, to pay."""
CONSULTATIONS = {"征求第三方": "收到第三方意见", "征求其他机关": "收到机关意见"}
"""A step that stops the clock → the step that lets it go on."""

_DAY = timedelta(days=1)


class Consultation(Struct, frozen=True):
    """A stretch that does not count, both ends included, and the step that ends it; "" once that was taken."""

    start: date
    end: date
    reply: str


class Clock(Struct, frozen=True, kw_only=True):
    """How a case's time runs: from where, what is waited for, when the answer is due.

    `start` is None before the legal day of receipt; `waits_for` the step that must come first (收到补正, 缴费), and
    then there is no `due`, but a `reply_by` where one is set; `pauses` the stretches that do not count;
    `provisional` that the holidays up to the due day, or up to a `reply_by` counted, are not settled yet (暂定).
    """

    start: date | None
    limit: int = ANSWER
    pauses: tuple[Consultation, ...] = ()
    waits_for: str = ""
    reply_by: date | None = None
    answered: Step | None = None
    due: date | None = None
    provisional: bool = False


def clock_of(request: Request, as_of: date = date.max, overlay: Overlay = NOTHING) -> Clock:
    """Run a case's clock over the steps taken by a day."""
    start = received_on(request)
    clock = Clock(start=start if start and start <= as_of else None)
    for step in request.steps:
        if step.day <= as_of and step.step in _EFFECTS and not clock.answered:
            clock = _EFFECTS[step.step](clock, step, overlay)
    if clock.start is None or clock.waits_for:
        return clock
    due = _count_on(clock.start, clock, overlay)
    return replace(clock, due=due, provisional=is_unsettled(clock.start, due, overlay))


def is_paused(clock: Clock, day: date) -> bool:
    """Whether a day lies in a consultation, whose time does not count (条例 art. 33)."""
    return any(pause.start <= day <= pause.end for pause in clock.pauses)


def _count_on(start: date, clock: Clock, overlay: Overlay) -> date:
    day, left = start, clock.limit
    while left:
        day += _DAY
        left -= is_workday(day, overlay) and not is_paused(clock, day)
    return day


def _waits_for(what: str, days: int) -> Callable[[Clock, Step, Overlay], Clock]:
    def waiting(clock: Clock, step: Step, overlay: Overlay) -> Clock:
        if step.reply_by is not UNSET:
            return replace(clock, waits_for=what, reply_by=step.reply_by, provisional=False)
        limit = add_workdays(step.day, days, overlay) if days else None
        unsettled = limit is not None and is_unsettled(step.day, limit, overlay)
        return replace(clock, waits_for=what, reply_by=limit, provisional=unsettled)

    return waiting


def _anew(clock: Clock, step: Step, _: Overlay) -> Clock:
    """Begin anew on the day a correction or a payment is received; what was waited before counts no more."""
    return replace(clock, start=step.day, pauses=(), waits_for="", reply_by=None)


def _consult(clock: Clock, step: Step, overlay: Overlay) -> Clock:
    """Stop from the day after the letter until its reply, at the latest until its fifteen working days run out."""
    end = add_workdays(step.day, CONSULTATION, overlay)
    return replace(
        clock, pauses=(*clock.pauses, Consultation(step.day + _DAY, end, CONSULTATIONS[step.step]))
    )


def _reply(clock: Clock, step: Step, _: Overlay) -> Clock:
    """End the first consultation of the kind that still waits; a reply past its fifteen days changes nothing."""
    for place, pause in enumerate(clock.pauses):
        if pause.reply == step.step:
            ended = Consultation(pause.start, min(pause.end, step.day), "")
            return replace(clock, pauses=(*clock.pauses[:place], ended, *clock.pauses[place + 1 :]))
    return clock


def _extend(clock: Clock, step: Step, _: Overlay) -> Clock:
    more = EXTENSION if step.workdays is UNSET else min(step.workdays, EXTENSION)
    return replace(clock, limit=ANSWER + more)


def _answer(clock: Clock, step: Step, _: Overlay) -> Clock:
    return replace(clock, answered=step)


_EFFECTS: dict[str, Callable[[Clock, Step, Overlay], Clock]] = {
    "补正": _waits_for("收到补正", 0),
    "收到补正": _anew,
    "收费": _waits_for("缴费", PAYMENT),
    "缴费": _anew,
    "征求第三方": _consult,
    "征求其他机关": _consult,
    "收到第三方意见": _reply,
    "收到机关意见": _reply,
    "延期": _extend,
    "答复": _answer,
}
