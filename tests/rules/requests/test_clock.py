"""The answer's due day, from the steps of a case (条例 art. 30—34); the days are those of 2021's calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.convert import convert
from gongkai_cli.model.request import Request
from gongkai_cli.rules.requests.clock import Clock, clock_of
from gongkai_cli.rules.workdays import Overlay, add_workdays, is_workday, workdays_between
from gongkai_cli.yamltext.read import load

HEAD = "编号: 2021-001\n渠道: 互联网\n到达: 2021-09-10\n确认: 2021-09-13\n申请人: 自然人\n"


def case(*steps: str, head: str = HEAD) -> Request:
    text = head + ("经过:\n" if steps else "") + "".join(f"  - {{{step}}}\n" for step in steps)
    request, problems = convert(load(text), Request, "")
    assert request, problems
    return request


# steps → due day; from 2021-09-13 on, working days are those of the golden table
CASES = {
    (): "2021-10-15",
    ("日期: 2021-10-12, 步骤: 延期, 工作日: 20",): "2021-11-12",
    ("日期: 2021-10-12, 步骤: 延期, 工作日: 5",): "2021-10-22",
    ("日期: 2021-09-16, 步骤: 补正", "日期: 2021-10-11, 步骤: 收到补正"): "2021-11-08",
    ("日期: 2021-09-16, 步骤: 收费, 金额: 100", "日期: 2021-10-11, 步骤: 缴费, 金额: 100"): "2021-11-08",
    # the letter of the 15th stops 16, 17, 18 (a Saturday at work), 22, 23 September: five working days
    ("日期: 2021-09-15, 步骤: 征求第三方", "日期: 2021-09-23, 步骤: 收到第三方意见"): "2021-10-22",
    # nobody replies: fifteen working days
    ("日期: 2021-09-15, 步骤: 征求第三方",): "2021-11-05",
    # two letters of one day, two replies: the longer counts, once
    (
        "日期: 2021-09-15, 步骤: 征求第三方",
        "日期: 2021-09-15, 步骤: 征求其他机关",
        "日期: 2021-09-17, 步骤: 收到机关意见",
        "日期: 2021-09-23, 步骤: 收到第三方意见",
    ): "2021-10-22",
    # a consultation before a correction is over with it
    (
        "日期: 2021-09-14, 步骤: 征求第三方",
        "日期: 2021-09-16, 步骤: 补正",
        "日期: 2021-10-11, 步骤: 收到补正",
    ): "2021-11-08",
}


@pytest.mark.parametrize(("steps", "due"), CASES.items(), ids=range(len(CASES)))
def test_due_day(steps: tuple[str, ...], due: str) -> None:
    assert clock_of(case(*steps)).due == date.fromisoformat(due)


def test_without_confirmation_the_clock_does_not_start() -> None:
    unconfirmed = HEAD.replace("确认: 2021-09-13\n", "")
    assert clock_of(case(head=unconfirmed)) == Clock(start=None)
    assert clock_of(case(head=unconfirmed.replace("互联网", "当面"))).start == date(2021, 9, 10)


def test_while_a_correction_is_awaited_nothing_is_due() -> None:
    waiting = clock_of(case("日期: 2021-09-16, 步骤: 补正, 期限: 2021-10-08"))
    assert (waiting.due, waiting.waits_for, waiting.reply_by) == (None, "收到补正", date(2021, 10, 8))
    unpaid = clock_of(case("日期: 2021-09-16, 步骤: 收费, 金额: 100"))
    assert unpaid.reply_by == add_workdays(date(2021, 9, 16), 20)


def test_steps_after_the_day_are_not_known_yet() -> None:
    extended = case("日期: 2021-10-12, 步骤: 延期, 工作日: 20")
    assert clock_of(extended, date(2021, 10, 11)).due == date(2021, 10, 15)


def test_days_of_a_year_not_published_are_provisional() -> None:
    late = HEAD.replace("2021-09-10", "2098-12-01").replace("2021-09-13", "2098-12-02")
    assert clock_of(case(head=late)).provisional
    assert not clock_of(case()).provisional
    eve = HEAD.replace("2021-09-10", "2026-12-01").replace("2021-09-13", "2026-12-02")
    assert clock_of(case(head=eve)).provisional  # due on the 30th: the list of 2027 may still move the day
    known = Overlay(off=frozenset({date(2027, 1, 1), date(2027, 10, 1)}))
    assert not clock_of(case(head=eve), overlay=known).provisional


DAYS = st.dates(date(2015, 1, 1), date(2025, 6, 30))


@given(DAYS, st.integers(0, 40), st.integers(0, 30), st.integers(0, 30))
def test_due_day_is_a_working_day_and_later_for_every_pause(
    start: date, after: int, short: int, longer: int
) -> None:
    head = HEAD.replace("2021-09-10", str(start)).replace("2021-09-13", str(start))
    letter = start + timedelta(days=after)

    def due(pause: int | None) -> date:
        reply = "" if pause is None else f"日期: {letter + timedelta(days=pause)}, 步骤: 收到第三方意见"
        steps = () if pause is None else (f"日期: {letter}, 步骤: 征求第三方", reply)
        found = clock_of(case(*steps, head=head)).due
        assert found
        return found

    dues = [due(None), due(min(short, longer)), due(max(short, longer))]
    assert dues == sorted(dues)
    assert all(is_workday(day) for day in dues)
    assert workdays_between(start, dues[0]) == 20
