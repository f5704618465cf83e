"""For every history of cases the table balances, and no case is counted twice or lost."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from golden import report
from gongkai_cli.model.annual_tables import Requests, TrialRequests
from gongkai_cli.model.convert import convert
from gongkai_cli.model.request import Request, Step, received_on
from gongkai_cli.rules.annual.cells import (
    CARRIED_IN,
    CARRIED_OUT,
    COLUMNS,
    NEW,
    TOTAL,
    disputes,
    result_labels,
    rows,
)
from gongkai_cli.rules.annual.counting import disputes_table, requests_table
from gongkai_cli.rules.annual.identities import breaks

YEARS = range(2019, 2024)
RESULTS = sorted(result_labels(Requests))


def counts(requests: list[Request], year: int) -> dict[str, dict[str, int]]:
    return {
        row.name: dict(row.numbers) for row in rows(requests_table(requests, year)) if len(row.labels) == 1
    }


@st.composite
def cases(draw: st.DrawFn) -> Request:
    arrived = date(2019, 1, 1) + timedelta(days=draw(st.integers(0, 4 * 365)))
    days = sorted(arrived + timedelta(days=d) for d in draw(st.lists(st.integers(0, 500), max_size=2)))
    steps = [Step(day=days[0], step="补正")] if len(days) == 2 else []
    if days:
        steps.append(Step(day=days[-1], step="答复", result=draw(st.sampled_from(RESULTS))))
    channel = draw(st.sampled_from(["当面", "互联网"]))
    return Request(
        number="1",
        channel=channel,
        arrived=arrived,
        applicant=draw(st.sampled_from(COLUMNS[:-1])),
        steps=tuple(steps),
    )


@given(st.lists(cases(), max_size=30))
def test_the_table_of_any_history_balances(requests: list[Request]) -> None:
    received = [request for request in requests if received_on(request)]
    answered = dict.fromkeys(YEARS, 0)
    for year in YEARS:
        made = counts(requests, year)
        table = requests_table(requests, year)
        form = TrialRequests if year <= 2020 else Requests
        assert isinstance(table, form)
        assert sum(made[NEW][column] for column in COLUMNS[:-1]) == made[NEW]["总计"]
        assert made[NEW]["总计"] + made[CARRIED_IN]["总计"] == made[TOTAL]["总计"] + made[CARRIED_OUT]["总计"]
        answered[year] = made[TOTAL]["总计"]
        if year + 1 in YEARS:
            assert counts(requests, year + 1)[CARRIED_IN] == made[CARRIED_OUT]
    last = counts(requests, YEARS[-1])
    assert sum(answered.values()) + last[CARRIED_OUT]["总计"] == len(
        [one for one in received if (received_on(one) or date.max).year <= YEARS[-1]]
    )


@given(st.lists(cases(), max_size=20), st.sampled_from(YEARS))
def test_a_counted_report_keeps_every_identity(requests: list[Request], year: int) -> None:
    table = requests_table(requests, year)
    kept = report({}, {})
    if isinstance(table, Requests):
        from msgspec.structs import replace

        assert breaks(replace(kept, table3=table, table4=disputes_table(requests, year))) == ()


def test_a_case_of_the_last_days_counts_in_the_year_of_its_confirmation() -> None:
    request, _ = convert(
        {
            "编号": "2021-9",
            "渠道": "互联网",
            "到达": "2021-12-30",
            "确认": "2022-01-04",
            "申请人": "商业企业",
        },
        Request,
        "",
    )
    assert request
    assert counts([request], 2021)[NEW]["总计"] == 0
    assert counts([request], 2022)[NEW]["商业企业"] == 1


def test_a_dispute_is_pending_until_it_ends() -> None:
    begun = Step(day=date(2021, 11, 1), step="复议")
    ended = Step(day=date(2022, 3, 1), step="复议", result="结果纠正")
    suit = Step(day=date(2022, 5, 1), step="诉讼", suit="复议后起诉", result="尚未审结")
    request = Request(
        number="1", channel="当面", arrived=date(2021, 9, 1), applicant="自然人", steps=(begun, ended, suit)
    )
    told = {year: disputes(disputes_table([request], year)) for year in (2021, 2022, 2023)}
    assert told[2021]["行政复议"] == {"结果维持": 0, "结果纠正": 0, "其他结果": 0, "尚未审结": 1, "总计": 1}
    assert told[2022]["行政复议"]["结果纠正"] == told[2022]["复议后起诉"]["尚未审结"] == 1
    assert told[2022]["行政复议"]["尚未审结"] == 0
    assert told[2023]["复议后起诉"]["总计"] == 1
    assert told[2023]["行政复议"]["总计"] == 0


def test_other_handling_is_one_row_of_the_trial_form() -> None:
    lapsed = next(label for label in RESULTS if label.startswith("申请人无正当理由"))
    answer = Step(day=date(2020, 9, 9), step="答复", result=lapsed)
    request = Request(
        number="1", channel="当面", arrived=date(2020, 9, 1), applicant="自然人", steps=(answer,)
    )
    table = requests_table([request], 2020)
    assert {row.name for row in rows(table) if row.numbers["总计"]} == {NEW, "其他处理", TOTAL}
