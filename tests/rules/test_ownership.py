"""Whose a file is, and what a merge is answerable for, case by case."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.history import Commit, Touch, Version
from gongkai_cli.model.record import Ledger, Record
from gongkai_cli.model.workspace import Config, Liaison, Office
from gongkai_cli.rules.difference import in_words, joins, taken_over, without
from gongkai_cli.rules.ownership import judge, offices_of, trespasses

CONFIG = Config(
    coordinator="局办",
    offices=(
        Office(name="办公室", aliases=("局办",), liaisons=(Liaison(name="甲", email="a@x.cn"),)),
        Office(
            name="宣传处",
            aliases=("宣教处",),
            liaisons=(Liaison(name="乙", email="B@x.cn "), Liaison(name="丙")),
        ),
        Office(name="财务处", liaisons=(Liaison(name="乙", email="b@x.cn"),)),
    ),
)
OWN = "data/ledger/p/宣传处.yaml"
RECORD = Record(day=date(2021, 9, 1), task="1", status="推进中")
XUAN, CAI = frozenset({"宣传处"}), frozenset({"财务处"})


def found(touch: Touch, mine: frozenset[str] = XUAN) -> list[str]:
    return [problem.code for problem in trespasses(mine, [touch], offices_of(CONFIG))]


@pytest.mark.parametrize(
    ("touch", "codes"),
    [
        (Touch(file=OWN, now="100644"), []),
        (Touch(file="data/ledger/p/宣教处.yaml", now="100644"), []),
        (Touch(file=OWN, was="100644"), []),
        (Touch(file=OWN, now="100644", lost=(RECORD,)), ["records-lost"]),
        (Touch(file=OWN, now="100644", lost=(RECORD,), torn="第3行"), ["ledger-torn"]),
        (Touch(file=OWN, now="120000"), ["not-plain-file"]),
        (Touch(file=OWN, now="100755"), ["not-plain-file"]),
        (Touch(file="data/ledger/p/财务处.yaml", now="100644"), ["others-ledger"]),
        (Touch(file="data/ledger/p/财务处.yaml", now="100644", joined=True), []),
        (Touch(file="data/ledger/p/无此处.yaml", now="100644"), ["others-ledger"]),
        (Touch(file="data/ledger/p/督办.yaml", now="100644"), ["shared-file"]),
        (Touch(file="data/ledger/p/下级/宣传处.yaml", now="100644"), ["shared-file"]),
        (Touch(file="data/ledger/宣传处.yaml", now="100644"), ["shared-file"]),
        (Touch(file="别处/data/ledger/p/宣传处.yaml", now="100644"), ["shared-file"]),
        (Touch(file="evidence/新.png", now="100644"), []),
        (Touch(file="evidence/旧.png", now="100644", kept=True), ["nobodys-evidence"]),
        (Touch(file="evidence/旧.png", kept=True, namers=XUAN), []),
        (Touch(file="evidence/旧.png", kept=True, owners=XUAN), []),
        (Touch(file="evidence/旧.png", kept=True, owners=CAI, namers=XUAN), ["others-evidence"]),
        (Touch(file="evidence/旧.png", kept=True, owners=CAI | XUAN), ["others-evidence"]),
        (Touch(file="evidence/缺.png", now="100644", owners=CAI), ["others-evidence"]),
    ],
)
def test_an_office_may_touch_its_own(touch: Touch, codes: list[str]) -> None:
    assert found(touch) == codes
    assert found(touch, frozenset({"办公室"})) == []


def commit(email: str) -> Commit:
    return Commit(id="1", parents=(), author="甲", email=email, subject="")


def test_a_person_may_act_for_two_offices() -> None:
    judged = judge(commit("B@X.cn"), (Touch(file=OWN), Touch(file="data/ledger/p/财务处.yaml")), CONFIG)
    assert (judged.offices, judged.problems) == (XUAN | CAI, ())


@pytest.mark.parametrize("email", ["", "c@x.cn", " "])
def test_who_is_listed_nowhere_may_touch_nothing(email: str) -> None:
    assert [one.code for one in judge(commit(email), (), CONFIG).problems] == ["unknown-author"]


# --- merges -------------------------------------------------------------------------------------------------

VERSIONS = st.sampled_from([None, Version("100644", "甲"), Version("100644", "乙"), Version("100644", "丙")])


@given(VERSIONS, VERSIONS)
def test_what_one_side_changed_is_taken_over(base: Version | None, changed: Version | None) -> None:
    assert taken_over(changed, [base, changed], [base])
    assert taken_over(changed, [changed, base], [base])


@given(VERSIONS, VERSIONS, VERSIONS, VERSIONS)
def test_a_merge_answers_for_what_no_parent_has_and_for_what_it_drops(
    now: Version | None, ours: Version | None, theirs: Version | None, base: Version | None
) -> None:
    dropped = [one for one in (ours, theirs) if one not in (now, base)]
    assert taken_over(now, [ours, theirs], [base]) == (now in (ours, theirs) and not dropped)


def ledger(*tasks: str) -> Ledger:
    return Ledger(
        plan="p",
        office="宣传处",
        records=tuple(Record(day=RECORD.day, task=t, status="推进中") for t in tasks),
    )


@pytest.mark.parametrize(
    ("now", "joined"),
    [("123", True), ("321", True), ("1233", True), ("12", False), ("1234", False)],
)
def test_a_ledger_is_joined_when_it_holds_the_records_of_both(now: str, joined: bool) -> None:
    assert joins(ledger(*now), [ledger(*"12"), ledger(*"13")]) is joined
    assert not joins(None, [ledger()])


# --- records ------------------------------------------------------------------------------------------------


def test_records_are_told_apart_by_all_they_say() -> None:
    counted = Record(day=RECORD.day, task="1", status="推进中", counts={"次": 1})
    assert without([RECORD, counted, counted], [RECORD]) == (counted,)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ("1:15 1:16", "15、16（2021-09-01）"),
        ("2:15 1:16 1:16", "16（2021-09-01），15（2021-09-02）"),
        ("1:1 1:2 1:3 1:4 1:5 1:6", "6条（2021-09-01）"),
        ("1:1 1:2 1:3 1:4 1:5 3:6", "6条（2021-09-01至2021-09-03）"),
    ],
)
def test_records_are_named_by_task_and_day(days: str, said: str) -> None:
    pairs = (one.split(":") for one in days.split())
    assert (
        in_words(Record(day=date(2021, 9, int(day)), task=task, status="推进中") for day, task in pairs)
        == said
    )
