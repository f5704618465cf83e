from datetime import date

import pytest
from test_clock import HEAD, case

from gongkai_cli.model.workspace import Thresholds
from gongkai_cli.rules.requests.standing import standing
from gongkai_cli.rules.workdays import NOTHING

UNCONFIRMED = HEAD.replace("确认: 2021-09-13\n", "")
ANSWER = "步骤: 答复, 结果: 予以公开"
LATE = "日期: 2021-10-20, 步骤: 送达"
# steps, as-of day → light and reason; due on 2021-10-15
STANDINGS = [
    ((), "2021-09-14", "green", "还有19个工作日，10月15日到期"),
    ((), "2021-10-09", "yellow", "还有5个工作日，10月15日到期"),
    ((), "2021-10-15", "red", "今天是答复的最后一天"),
    ((), "2021-10-16", "red", "已超期1天，应于10月15日前答复"),
    ((), "2021-10-19", "red", "已超期4天，应于10月15日前答复"),
    (("日期: 2021-09-16, 步骤: 补正",), "2021-09-20", "grey", "时限中止，等待收到补正"),
    (("日期: 2021-09-15, 步骤: 征求第三方",), "2021-09-20", "grey", "征求意见中，答复时限至迟11月5日"),
    ((f"日期: 2021-10-14, {ANSWER}",), "2021-10-14", "done", "已答复（予以公开），尚未送达"),
    ((f"日期: 2021-10-14, {ANSWER}",), "2021-10-16", "red", "已答复（予以公开），时限10月15日已过，尚未送达"),
    ((f"日期: 2021-10-14, {ANSWER}, 送达: 2021-10-15",), "2021-11-01", "done", "已答复（予以公开）"),
    (("日期: 2021-10-14, 步骤: 答复, 结果: 其他",), "2021-11-01", "done", "已答复（其他）"),
    ((f"日期: 2021-10-14, {ANSWER}", LATE), "2021-11-01", "done", "逾期答复（予以公开），应于10月15日前"),
]  # fmt: skip


@pytest.mark.parametrize(("steps", "day", "light", "reason"), STANDINGS)
def test_how_a_case_stands(steps: tuple[str, ...], day: str, light: str, reason: str) -> None:
    found = standing(case(*steps), date.fromisoformat(day), Thresholds(), NOTHING)
    assert (found.light.value, found.reason) == (light, reason)


def test_a_case_that_was_never_confirmed_has_no_clock() -> None:
    found = standing(case(head=UNCONFIRMED), date(2021, 9, 14), Thresholds(), NOTHING)
    assert (found.light.value, found.reason) == ("grey", "未起算：还没有与申请人确认收到；确认后请登记“确认”")
