"""Parts of a plan's standing: an office's tasks, a window's records, what the public may see."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from gongkai_cli.model.convert import convert
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.record import Evidence, Ledger
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.model.workspace import Sourced, Workspace
from gongkai_cli.rules.disclosure import is_public, public_share
from gongkai_cli.rules.share import window_share
from gongkai_cli.rules.summary import summarise
from gongkai_cli.rules.windows import to_report, window_named

DAY = date(2021, 12, 20)
Standing = Callable[..., PlanSummary]


@pytest.fixture
def standing() -> Standing:
    def make(*records: dict[str, Any]) -> PlanSummary:
        task = {"编号": "1", "具体要求": "公开。", "牵头": ["甲处"]}
        front = {"计划": "p", "标题": "要点", "年度": "2021", "印发": "2021-03-01"}
        plan, faults = convert({**front, "任务": [task]}, Plan, "p.yaml")
        said = [{"任务": "1", "状态": "推进中"} | record for record in records]
        ledger, more = convert({"计划": "p", "部门": "甲处", "记录": said}, Ledger, "l.yaml")
        assert not (*faults, *more)
        workspace = Workspace(plans=(Sourced("p.yaml", plan),), ledgers=(Sourced("l.yaml", ledger),))
        return summarise(workspace, DAY, ["p"]).plans[0]

    return make


DAYS = {
    "2021-01-05": "第一季度",
    "2021-05-01": "第一季度",
    "2021-05-20": "第二季度",
    "2021-09-20": "第三季度",
    "2021-10-12": "第三季度",
    "2022-03-01": "第四季度",
}


@pytest.mark.parametrize(("day", "name"), DAYS.items())
def test_a_report_is_about_the_window_that_ends_nearest(standing: Standing, day: str, name: str) -> None:
    window = to_report(standing().plan, date.fromisoformat(day))
    assert window
    assert window.name == name


def test_before_any_window_there_is_nothing_to_report(standing: Standing) -> None:
    assert to_report(standing().plan, date(2020, 12, 31)) is None


FILED = {
    "by its day": ({"日期": "2021-08-01"}, True),
    "another day": ({"日期": "2021-05-01"}, False),
    "named": ({"日期": "2021-10-03", "报送期": "第三季度"}, True),
    "named otherwise": ({"日期": "2021-08-01", "报送期": "第二季度"}, False),
}


@pytest.mark.parametrize(("record", "kept"), FILED.values(), ids=FILED)
def test_a_record_belongs_to_the_window_it_names_else_to_that_of_its_day(
    standing: Standing, record: dict[str, str], kept: bool
) -> None:
    whole = standing(record)
    part = window_share(whole, window_named(whole.plan, "第三季度"))
    assert len(part.tasks[0].said) == int(kept)
    assert part.tasks[0].light == whole.tasks[0].light


def test_a_correction_stands_for_the_day_it_puts_right(standing: Standing) -> None:
    whole = standing({"日期": "2021-09-28"}, {"日期": "2021-10-05", "更正": "2021-09-28", "进展": "改"})
    part = window_share(whole, window_named(whole.plan, "第三季度"))
    assert [said.record.progress for said in part.tasks[0].said] == ["改"]


REVIEW = {"日期": "2021-09-20", "审查人": "演示"}
DISCLOSED = {
    "open and reviewed": ({"公开属性": "主动公开", "保密审查": REVIEW}, True),
    "not reviewed": ({"公开属性": "主动公开"}, False),
    "not decided": ({"保密审查": REVIEW}, False),
    "on request": ({"公开属性": "依申请公开", "保密审查": REVIEW}, False),
    "withheld": ({"公开属性": "不予公开", "理由": "商业秘密", "保密审查": REVIEW}, False),
}


@pytest.mark.parametrize(("facts", "shown"), DISCLOSED.values(), ids=DISCLOSED)
def test_the_public_sees_what_was_opened_to_it_and_reviewed(facts: dict[str, Any], shown: bool) -> None:
    evidence, faults = convert({"类型": "文件", "文件": "evidence/a.pdf", **facts}, Evidence, "l.yaml")
    assert not faults
    assert is_public(evidence) == shown


def test_what_is_left_out_is_counted(standing: Standing) -> None:
    material = [{"类型": "文件", **facts} for facts, _ in DISCLOSED.values()]
    whole = standing({"日期": "2021-08-01", "佐证材料": material})
    part, left_out = public_share(whole)
    assert left_out == 4
    assert len(part.tasks[0].said[0].record.evidence) == 1
    assert part.totals == whole.totals
