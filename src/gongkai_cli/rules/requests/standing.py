"""How a case stands on a day: where it is in its course, its light, how many working days are left."""

from collections.abc import Iterable
from datetime import date

from msgspec import UNSET, Struct

from gongkai_cli.model.annual_tables import Requests
from gongkai_cli.model.request import Request, Step
from gongkai_cli.model.status import Light
from gongkai_cli.model.workspace import Thresholds
from gongkai_cli.rules.annual.cells import result_labels
from gongkai_cli.rules.reasons import day_in_words, say
from gongkai_cli.rules.requests.clock import Clock, clock_of, is_paused
from gongkai_cli.rules.workdays import Overlay, workdays_between

_OTHER_HANDLING = "其他处理"


class Standing(Struct, frozen=True, kw_only=True):
    """A case on a day. `left`: working days until due, below zero past it, None where nothing runs.

    `is_late`: the due day is past and no answer reached the applicant; `delivered` the day it did.
    """

    request: Request
    clock: Clock
    light: Light
    reason: str
    left: int | None = None
    is_late: bool = False
    delivered: date | None = None

    @property
    def is_settled(self) -> bool:
        """Whether the answer was given and reached the applicant, or none has to."""
        answered = self.clock.answered
        return answered is not None and (self.delivered is not None or _needs_no_delivery(answered))


def by_urgency(standings: Iterable[Standing], within: int | None = None) -> tuple[Standing, ...]:
    """Keep the cases not settled yet, of those that run only what is due within so many working days; first due first.

    Cases that wait for somebody come last: nothing of theirs is due.
    """
    open_ = [one for one in standings if not one.is_settled]
    near = [
        one for one in open_ if within is None or (one.left is not None and one.left <= within) or one.is_late
    ]
    return tuple(sorted(near, key=lambda one: (one.clock.due or date.max, one.request.number)))


def standing(request: Request, as_of: date, thresholds: Thresholds, overlay: Overlay) -> Standing:
    """Say how a case stands on a day, of which later steps are not known yet."""
    clock = clock_of(request, as_of, overlay)
    if clock.answered:
        return _closed(request, clock, as_of)
    if clock.due is None:
        reason = _said(_awaited(clock, as_of), clock)
        return Standing(request=request, clock=clock, light=_waiting(clock, as_of), reason=reason)
    left = workdays_between(as_of, clock.due, overlay)
    light, reason = _running(clock, as_of, left, thresholds.request_workdays)
    return Standing(
        request=request,
        clock=clock,
        light=light,
        reason=_said(reason, clock),
        left=left,
        is_late=as_of > clock.due,
    )


def delivered_on(request: Request, as_of: date = date.max) -> date | None:
    """Tell when the answer was delivered: by the step 送达, or as the answer itself says."""
    days = [day for step in request.steps for day in (_delivery(step),) if day and day <= as_of]
    return min(days, default=None)


def _delivery(step: Step) -> date | None:
    if step.step == "送达":
        return step.day
    return None if step.delivered is UNSET else step.delivered


def _needs_no_delivery(answer: Step) -> bool:
    """Whether a case ended by itself: withdrawn, joined to another, not corrected or not paid in time."""
    return result_labels(Requests).get(answer.result, ("",))[0] == _OTHER_HANDLING


def _closed(request: Request, clock: Clock, as_of: date) -> Standing:
    """An answer is in time when it is delivered by the due day; one that lies undelivered past it is not."""
    assert clock.answered  # noqa: S101  only answered cases come here
    delivered, due = delivered_on(request, as_of), clock.due
    ended = delivered or (clock.answered.day if _needs_no_delivery(clock.answered) else None)
    late = due is not None and (ended or as_of) > due
    code = ("request-answered" if ended else "request-undelivered") + ("-late" if late else "")
    reason = say(code, result=clock.answered.result, due=day_in_words(due, as_of.year) if due else "")
    return Standing(
        request=request,
        clock=clock,
        light=Light.DONE if ended or not late else Light.RED,
        reason=_said(reason, clock),
        is_late=late and not ended,
        delivered=delivered,
    )


def _waiting(clock: Clock, as_of: date) -> Light:
    return Light.YELLOW if clock.reply_by and clock.reply_by < as_of else Light.GREY


def _awaited(clock: Clock, as_of: date) -> str:
    if not clock.waits_for:
        return say("request-unconfirmed")
    if clock.reply_by is None:
        return say("request-waits", what=clock.waits_for)
    kind = "request-lapsed" if clock.reply_by < as_of else "request-waits-until"
    return say(kind, what=clock.waits_for, due=day_in_words(clock.reply_by, as_of.year))


def _running(clock: Clock, as_of: date, left: int, threshold: int) -> tuple[Light, str]:
    assert clock.due  # noqa: S101  only running clocks come here
    due = day_in_words(clock.due, as_of.year)
    if as_of > clock.due:
        return Light.RED, say("request-overdue", days=(as_of - clock.due).days, due=due)
    if is_paused(clock, as_of):
        return Light.GREY, say("request-paused", due=due)
    if left == 0:
        return Light.RED, say("request-due-today")
    return (Light.YELLOW if left <= threshold else Light.GREEN), say("request-left", days=left, due=due)


def _said(reason: str, clock: Clock) -> str:
    return say("provisional", reason=reason) if clock.provisional else reason
