"""JSON of `gongkai request`: a case by its English names, how its clock runs, how it stands."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import msgspec
from msgspec import Struct

from gongkai_cli.model.request import received_on
from gongkai_cli.model.status import Light
from gongkai_cli.rules.requests.standing import Standing
from gongkai_cli.views.data import english


class PauseData(Struct, frozen=True):
    """Days that do not count, both ends included."""

    start: date
    end: date


class ClockData(Struct, frozen=True, kw_only=True):
    """From when the time runs, how many working days, what is waited for, when the answer is due."""

    start: date | None
    limit: int
    pauses: tuple[PauseData, ...]
    waits_for: str | None
    reply_by: date | None
    due: date | None
    provisional: bool


class StandingData(Struct, frozen=True, kw_only=True):
    """A case on a day; `left` are the working days until it is due."""

    request: dict[str, Any]
    clock: ClockData
    light: Light
    reason: str
    left: int | None
    delivered: date | None


class RegisterData(Struct, frozen=True):
    """The answer of `request list` and `request due`."""

    as_of: date
    requests: tuple[StandingData, ...]


class RequestData(Struct, frozen=True):
    """The answer of `request show`."""

    as_of: date
    request: StandingData


def requests_json(cases: Sequence[Standing], as_of: date) -> bytes:
    """Tell several cases."""
    return _json(RegisterData(as_of, tuple(map(_standing, cases))))


def request_json(case: Standing, as_of: date) -> bytes:
    """Tell one case."""
    return _json(RequestData(as_of, _standing(case)))


def _standing(case: Standing) -> StandingData:
    clock = case.clock
    return StandingData(
        request=english(case.request) | {"received": received_on(case.request)},
        clock=ClockData(
            start=clock.start,
            limit=clock.limit,
            pauses=tuple(PauseData(pause.start, pause.end) for pause in clock.pauses),
            waits_for=clock.waits_for or None,
            reply_by=clock.reply_by,
            due=clock.due,
            provisional=clock.provisional,
        ),
        light=case.light,
        reason=case.reason,
        left=case.left,
        delivered=case.delivered,
    )


def _json(data: Struct) -> bytes:
    return msgspec.json.format(msgspec.json.encode(data), indent=2)
