"""Whom to remind of what, what comes next, what looking back finds, how a year went on."""

from datetime import date

import pytest

from gongkai_cli.rules.coming import coming
from gongkai_cli.rules.late import offices_owing, owed_by, red_tasks, windows_owed
from gongkai_cli.rules.lookback import look_back
from gongkai_cli.rules.pace import done_by_month

WINDOW = {"报送期": "第三季度", "起": "2021-07-01", "止": "2021-09-30", "截止": "2021-10-08"}
CASE = {
    "plan": {"报送": [WINDOW]},
    "tasks": [
        {"完成时限": "8月31日"},
        {"完成时限": "8月31日"},
        {"完成时限": "12月31日"},
        {"完成时限": "12月31日", "牵头": ["乙"]},
        {"完成时限": "根据市政务公开办的统一部署", "牵头": ["有关处室"]},
        {"完成时限": "全年", "牵头": ["丙"]},
    ],
    "records": [
        "甲 2021-08-20 已完成 任务=2",
        "甲 2021-09-20 推进中 任务=3",
        "丙 2021-09-20 持续推进 任务=6",
    ],
}


@pytest.fixture
def standing(summary_of):
    return lambda day="2021-10-12", **more: summary_of({**CASE, **more}, day)


def test_an_office_owes_what_is_late_and_what_it_did_not_file(standing):
    summary = standing()
    assert [one.task.id for one in owed_by(summary, "甲")] == ["1"]
    assert [one.task.id for one in owed_by(summary, "乙")] == ["4"]
    assert owed_by(summary, "丙") == ()
    assert offices_owing(summary) == ("甲", "乙")
    assert windows_owed(owed_by(summary, "乙")[0], "乙") == ("第三季度",)


def test_before_the_window_is_over_nothing_is_owed_but_what_is_late(standing):
    assert offices_owing(standing("2021-10-08")) == ("甲",)


def test_what_was_sent_back_is_owed_again(standing):
    summary = standing(acts=["2021-10-09 退回 甲 任务=3"])
    assert [one.task.id for one in owed_by(summary, "甲")] == ["1", "3"]


def test_without_windows_the_last_quarter_asks_for_a_word(standing):
    summary = standing("2022-01-12", plan={})
    assert [one.task.id for one in owed_by(summary, "丙")] == ["6"]
    assert owed_by(standing("2021-12-12", plan={}), "丙") == ()


def test_orders_go_out_for_red_tasks_only(standing):
    assert [one.task.id for one in red_tasks(standing())] == ["1"]


def test_what_falls_due_comes_by_day_with_windows_and_replies(standing):
    summary = standing("2021-08-25", acts=["2021-08-24 催办 乙 任务=4 反馈时限=2021-08-31"])
    assert told(coming(summary, date(2021, 8, 25), date(2021, 10, 8))) == [
        "2021-08-31 reply 4 乙",
        "2021-08-31 task 1 甲",
        "2021-10-08 window 第三季度 甲、乙、丙",
    ]
    assert coming(summary, date(2021, 8, 31), date(2021, 9, 30)) == ()


def told(dues):
    return [f"{one.day} {one.what} {one.name} {'、'.join(one.offices)}" for one in dues]


def test_looking_back_puts_each_task_in_one_place(standing):
    back = look_back(standing("2022-03-01"))
    assert {task.task.id: str(found) for task, found in back.examined} == {
        "1": "not_carried_out",
        "2": "unproven",
        "3": "not_carried_out",
        "4": "not_carried_out",
        "6": "not_carried_out",
    }
    assert [one.task.id for one in back.without_office] == ["5"]
    assert back.without_deadline == ()


def test_looking_back_before_the_year_is_over_finds_tasks_under_way(standing):
    back = look_back(standing())
    assert [str(found) for task, found in back.examined if task.task.id == "3"] == ["under_way"]


def test_a_task_that_waits_is_not_looked_at_unless_it_is_done(summary_of):
    waiting = {"tasks": [{"完成时限": "根据市政务公开办的统一部署"}]}
    assert [one.task.id for one in look_back(summary_of(waiting, "2022-03-01")).without_deadline] == ["1"]
    done = {**waiting, "records": ["甲 2021-11-20 已完成 佐证"]}
    assert [str(found) for _, found in look_back(summary_of(done, "2022-03-01")).examined] == ["carried_out"]


def test_the_year_counts_tasks_by_the_month_they_were_done(summary_of):
    case = {
        "plan": {"印发": "2021-03-05"},
        "tasks": [{"完成时限": "已完成"}, {"完成时限": "全年"}, {"完成时限": "年底"}, {"完成时限": "年底"}],
        "records": [
            "甲 2021-06-30 已完成 任务=3",
            "甲 2022-01-05 已完成 任务=4",
            "甲 2021-12-20 持续推进 任务=2",
        ],
    }
    assert (
        done_by_month(summary_of(case, "2021-07-01"), date(2021, 7, 1)) == (0, 0, 1, 1, 1, 2, 2) + (None,) * 5
    )
    assert done_by_month(summary_of(case, "2022-01-10"), date(2022, 1, 10)) == (0, 0, 1, 1, 1) + (2,) * 6 + (
        4,
    )


def test_the_month_a_task_was_closed_counts_where_nobody_reported(summary_of):
    case = {"tasks": [{"完成时限": "年底"}], "acts": ["2021-08-09 销号 甲"]}
    assert done_by_month(summary_of(case, "2021-09-01"), date(2021, 9, 1)) == (0,) * 7 + (1, 1) + (None,) * 3
