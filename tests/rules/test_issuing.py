"""Numbers of papers of supervision: counted through the year, never given twice."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.lexicon.load import message
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import Act, Supervision
from gongkai_cli.rules.issuing import Paper, number_words, numbered

DAY, LATER = date(2021, 10, 12), date(2021, 10, 20)


def act(task="1", number="", office="甲", **more):
    usual = {"day": DAY, "act": "催办", "reply_by": LATER}
    return Act(**{**usual, "task": task, "number": number, "office": office, **more})


def issued(*papers, known=(), plan="p"):
    return [paper.acts[0].number for paper in numbered([Paper(tuple(one)) for one in papers], plan, known)]


def register(*acts, plan="p"):
    return Supervision(plan=plan, acts=acts)


def test_papers_are_numbered_in_their_order_and_all_acts_of_one_share_its_number():
    first, second = numbered([Paper((act("1"), act("2"))), Paper((act("3", office="乙"),))], "p", ())
    assert [one.number for one in first.acts] == ["督办〔2021〕1号"] * 2
    assert second.acts[0].number == "督办〔2021〕2号"


def test_counting_goes_on_after_the_highest_number_of_any_plan():
    known = (
        register(act("7", "督办〔2021〕4号", "丙")),
        register(act("1", "督办〔2021〕0012号"), plan="q"),
        register(act("1", "穗体督〔2021〕99号"), plan="r"),
    )
    assert issued([act()], known=known) == ["督办〔2021〕13号"]


def test_each_year_begins_anew():
    known = (register(act("7", "督办〔2021〕4号", "丙")),)
    assert issued([act(day=date(2022, 1, 5))], known=known) == ["督办〔2022〕1号"]


def test_a_paper_issued_today_keeps_its_number_and_is_not_recorded_again():
    known = (register(act("1", "督办〔2021〕4号"), act("2", "督办〔2021〕4号")),)
    (paper,) = numbered([Paper((act("2"), act("1")))], "p", known)
    assert paper.again
    assert [(one.task, one.number) for one in paper.acts] == [
        ("2", "督办〔2021〕4号"),
        ("1", "督办〔2021〕4号"),
    ]


@pytest.mark.parametrize(
    "other",
    [act(day=date(2021, 10, 11)), act(office="乙"), act(act="督办"), act("9")],
    ids=["another day", "another office", "an order", "another task"],
)
def test_another_paper_is_another_number(other):
    known = (register(Act(**{**vars_of(other), "number": "督办〔2021〕4号"})),)
    assert issued([act()], known=known) == ["督办〔2021〕5号"]


def test_a_paper_of_another_plan_is_another_number():
    assert issued([act()], known=(register(act("1", "督办〔2021〕4号"), plan="q"),)) == ["督办〔2021〕5号"]


def vars_of(one):
    return {field: getattr(one, field) for field in one.__struct_fields__}


def test_printing_again_with_another_day_to_reply_by_is_refused():
    known = (register(act("1", "督办〔2021〕4号", reply_by=date(2021, 10, 18))),)
    with pytest.raises(Refusal) as refused:
        issued([act()], known=known)
    assert "督办〔2021〕4号" in message(refused.value.code, refused.value.about)
    assert "2021-10-18" in message(refused.value.code, refused.value.about)


@given(st.lists(st.integers(1, 9999), max_size=8), st.integers(1, 6))
def test_no_number_is_given_twice(taken, count):
    known = (register(*(act(str(number), number_words(2021, number), "丁") for number in taken)),)
    new = issued(*([act(str(task))] for task in range(count)), known=known)
    assert len({*new, *(number_words(2021, number) for number in taken)}) == count + len(set(taken))
