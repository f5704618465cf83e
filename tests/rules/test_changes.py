"""What changed between two states of a plan."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.changes import State
from gongkai_cli.model.status import Light
from gongkai_cli.rules.changes import changes, share

FIRST, LAST = "2021-08-31", "2021-09-30"
LINES = [
    "甲 2021-08-20 推进中 进展=起草",
    "甲 2021-08-20 推进中 进展=起草",
    "甲 2021-09-10 推进中 进展=送审 佐证=有",
    "甲 2021-09-28 已完成 进展=公开 佐证=有",
    "乙 2021-09-12 推进中 进展=配合",
]
PLANS = [
    {"tasks": [{"完成时限": "9月底前", "配合": ["乙"]}, {"牵头": ["乙"]}], "records": LINES[:number]}
    for number in range(len(LINES) + 1)
]


@pytest.fixture(scope="session")
def compare(summary_of):
    """Compare two cases, each as of its day."""

    def compared(before, after, days=(FIRST, LAST)):
        sides = [
            (State(as_of=date.fromisoformat(day)), case and summary_of(case, day))
            for case, day in zip((before, after), days, strict=True)
        ]
        return changes(*sides)

    return compared


def test_new_records_evidence_and_lights_are_told(compare):
    (one,) = compare(PLANS[1], PLANS[4]).tasks
    assert (one.before.light, one.after.light) == (Light.YELLOW, Light.DONE)
    assert [said.record.progress for said in one.records] == ["起草", "送审", "公开"]
    assert [shown.office for shown in one.evidence] == ["甲", "甲"]
    assert (one.fields, one.withdrawn, one.acts) == ((), (), ())


def test_a_record_that_is_corrected_no_longer_counts(compare):
    corrected = {**PLANS[1], "records": [LINES[0], "甲 2021-09-01 推进中 进展=修改 更正=2021-08-20"]}
    (one,) = compare(PLANS[1], corrected).tasks
    assert [said.record.progress for said in one.withdrawn] == ["起草"]
    assert [said.record.progress for said in one.records] == ["修改"]


def test_acts_and_the_deadline_they_move_are_told(compare):
    extended = {**PLANS[0], "acts": ["2021-09-20 延期 甲 新时限=2021-11-30 批准人=丙"]}
    (one,) = compare(PLANS[0], extended).tasks
    assert [act.act for act in one.acts] == ["延期"]
    assert (one.before.deadline.due, one.after.deadline.due) == (date(2021, 9, 30), date(2021, 11, 30))


def test_what_the_plan_says_otherwise_is_named(compare):
    reworded = {"plan": {"文号": "示办〔2021〕3号"}, "tasks": [{**PLANS[0]["tasks"][0], "具体要求": "改"}]}
    found = compare(PLANS[0], reworded)
    assert found.fields == ("document_number",)
    assert [(one.standing.task.id, one.fields, one.after is None) for one in found.tasks] == [
        ("1", ("requirement",), False),
        ("2", (), True),
    ]


def test_a_doubt_that_was_settled_is_no_change(compare):
    doubted = {**PLANS[0], "tasks": [{**task, "待核": {"牵头": "沿用上一行"}} for task in PLANS[0]["tasks"]]}
    assert compare(doubted, PLANS[0], (FIRST, FIRST)).tasks == ()


def test_a_plan_that_was_not_there_is_new_task_by_task(compare):
    found = compare(None, PLANS[4])
    assert [one.before for one in found.tasks] == [None, None]
    assert found.before.plan is None
    assert found.plan.id == "p"


def test_an_office_sees_its_own_tasks(summary_of):
    side = (State(as_of=date(2021, 9, 30)), summary_of(PLANS[0], LAST))
    assert [row.task.id for row in share(side, "乙")[1].tasks] == ["1", "2"]
    assert [row.task.id for row in share(side, "甲")[1].tasks] == ["1"]
    assert share(side, "丙")[1] is None


@given(before=st.sampled_from(PLANS), after=st.sampled_from(PLANS))
def test_the_other_way_round_new_is_withdrawn(compare, before, after):
    there, back = compare(before, after, (LAST, LAST)).tasks, compare(after, before, (LAST, LAST)).tasks
    assert [one.records for one in there] == [one.withdrawn for one in back]
    assert bool(there) == (before != after)
