"""The pages of `gongkai request`: the register, what is due, one case with how its due day came about."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import UNSET

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.request import Step, received_on
from gongkai_cli.model.status import Light
from gongkai_cli.rules.requests.standing import Standing
from gongkai_cli.views.page import GAP, Column, Line, Page, Span, Table, fitted, line, paragraph
from gongkai_cli.views.width import one_line, padded, wide
from gongkai_cli.views.words import light_mark, light_word

_LIGHT, _DAY, _WHO = 8, 10, 12
_REASON = 4  # lines: a reason is read to its end


def register_page(cases: Sequence[Standing], as_of: date, width: int) -> Page:
    """Lay out the register: a row for each case, in the order of arrival."""
    said = words("requests")
    head = said["登记簿"].format(count=len(cases), day=as_of.isoformat())
    return (line(head, "head"), *_table(cases, width)) if cases else (line(said["没有登记"], "dim"),)


def due_page(cases: Sequence[Standing], as_of: date, width: int) -> Page:
    """Lay out what is due: a row for each case not settled yet, the most urgent first."""
    said = words("requests")
    if not cases:
        return (line(said["没有到期"].format(day=as_of.isoformat()), "dim"),)
    late = sum(one.is_late for one in cases)
    head = said["到期"].format(count=len(cases), day=as_of.isoformat())
    return (
        line(head, "head"),
        *((line(said["超期"].format(count=late), "red"),) if late else ()),
        *_table(cases, width),
    )


def request_page(case: Standing, as_of: date, width: int) -> Page:
    """Lay out one case: its days, its clock, its steps."""
    request, said = case.request, words("requests")
    facts = {
        "渠道": request.channel,
        "申请人": request.applicant,
        "内容": request.content,
        "承办": request.office,
        "到达": str(request.arrived),
        "确认": _day(request.confirmed),
        "登记": _day(request.registered),
        "收到": _received(case),
        "期限": _clock(case),
    }
    return (
        Line((Span(said["申请"].format(number=request.number), "head"), Span(f"  截至 {as_of}", "dim"))),
        *_labelled(facts, width),
        line(),
        Line(
            (
                Span(f"{light_mark(case.light)} {light_word(case.light)}", case.light.value),
                Span("  " + case.reason),
            )
        ),
        line(),
        line(said["经过"].format(count=len(request.steps)) if request.steps else said["没有经过"], "bold"),
        *_steps(request.steps, width),
    )


def _table(cases: Sequence[Standing], width: int) -> Iterator[Line | Table]:
    number = max(4, *(wide(one.request.number) for one in cases))
    text = width - number - _LIGHT - 2 * _DAY - _WHO - 5 * GAP
    titles = ("编号", "亮灯", "申请内容 / 依据", "申请人", "收到", "应答复")
    widths = (number, _LIGHT, text, _WHO, _DAY, _DAY)
    columns = tuple(Column(*one) for one in zip(titles, widths, strict=True))
    yield line()
    yield Table(columns, tuple(_row(one, widths) for one in cases))


def _row(case: Standing, widths: tuple[int, ...]) -> tuple[tuple[Span, ...], ...]:
    number, light, text, who, day, _ = widths
    request, received = case.request, received_on(case.request)
    return (
        fitted(request.number, number, 1, "bold"),
        fitted(f"{light_mark(case.light)} {light_word(case.light)}", light, 1, case.light.value),
        (*fitted(one_line(request.content), text, 1), *fitted(case.reason, text, _REASON, "dim")),
        (*fitted(request.applicant, who, 1), *fitted(request.channel, who, 1, "dim")),
        fitted(str(received or "—"), day, 1),
        fitted(str(case.clock.due or "—"), day, 1, case.light.value if case.light is Light.RED else ""),
    )


def _received(case: Standing) -> str:
    received = received_on(case.request)
    return str(received) if received else str(words("requests")["未确认"])


def outcome(case: Standing) -> str:
    """Say in one line where a case stands whatever the day: its due day while it runs, else what it waits for."""
    clock, said = case.clock, words("requests")
    if clock.answered or not clock.waits_for:
        return case.reason if clock.answered else _clock(case) or case.reason
    waits: str = said["等待"].format(what=clock.waits_for)
    limit = said["限期"].format(day=clock.reply_by) if clock.reply_by else ""
    return waits + limit + (said["暂定"] if clock.provisional else "")


def _clock(case: Standing) -> str:
    """Say how the due day came about: from when, how many days, what stopped it."""
    clock, said = case.clock, words("requests")
    if clock.due is None:
        return ""
    text: str = said["期限"].format(start=clock.start, limit=clock.limit, due=clock.due)
    for pause in clock.pauses:
        text += said["停"].format(start=pause.start, end=pause.end)
    return text + (said["暂定"] if clock.provisional else "")


def _steps(steps: Sequence[Step], width: int) -> Iterator[Line]:
    room = max((wide(step.step) for step in steps), default=0)
    for step in steps:
        label = f"{step.day}  {padded(step.step, room)}  "
        yield from paragraph(_told(step), width, label=label)


def _told(step: Step) -> str:
    """Say all that a step states beside its day and kind, each under its own heading."""
    said: dict[str, str] = words("requests")["项"]
    return "；".join(
        form.format(getattr(step, name))
        for name, form in said.items()
        if getattr(step, name) not in {"", UNSET}
    )


def _day(day: object) -> str:
    return "" if day is UNSET else str(day)


def _labelled(facts: dict[str, str], width: int) -> Iterator[Line]:
    for label, text in facts.items():
        if text:
            yield from paragraph(one_line(text), width, label=padded(label, 8))
