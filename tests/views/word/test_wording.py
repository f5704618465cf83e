"""How papers put a task's standing: no turn of the screen, nothing twice, nothing that is over."""

import pytest

from gongkai_cli.views.word.wording import latest
from gongkai_cli.views.word.wording import standing as told

TASK = {"编号": "1", "具体要求": "公开规划。", "牵头": ["甲处"], "完成时限": "8月31日"}
STARTED = {
    "日期": "2021-08-20",
    "任务": "1",
    "状态": "推进中",
    "下一步": "列入下次局长办公会",
    "问题": "排期顺延",
}
DONE = {"日期": "2021-09-12", "任务": "1", "状态": "已完成", "进展": "公开规划"}

STANDINGS = {
    "done too late": (TASK, [DONE], "已完成（逾期12天），缺佐证，待销号"),
    "not done": (TASK, [DONE | {"状态": "未完成"}], "未完成（红灯）"),
    "not done, with the reason": (
        TASK,
        [DONE | {"状态": "未完成", "原因": "程序未走完"}],
        "未完成（红灯），程序未走完",
    ),
    "waits for a condition": (
        TASK | {"完成时限": "待国家标准出台后"},
        [],
        "未启动（灰灯），待国家标准出台后",
    ),
}


@pytest.mark.parametrize(("task", "records", "words"), STANDINGS.values(), ids=STANDINGS)
def test_a_paper_says_how_a_task_stands(standing, task, records, words):
    assert told(standing([task], records).tasks[0]) == words


def test_what_was_next_is_over_once_the_task_is_done(standing):
    assert [latest(standing([TASK], [STARTED, DONE]).tasks[0], field) for field in ("next", "problem")] == [
        "",
        "",
    ]
    assert latest(standing([TASK], [STARTED, DONE | {"下一步": "继续更新"}]).tasks[0], "next") == "继续更新。"
    assert latest(standing([TASK], [STARTED]).tasks[0], "next") == "列入下次局长办公会。"
