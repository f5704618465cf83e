"""The summary as a whole: every task once, nothing from after the day, linear in the records."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import Act, Ledger, Record, Supervision
from gongkai_cli.model.status import Light
from gongkai_cli.model.workspace import Config, Sourced, Workspace
from gongkai_cli.rules.summary import summarise

OFFICES = ["甲", "乙", "各处室", "各有关处室"]
DEADLINES = [
    "",
    "全年",
    "每季度",
    "6月30日",
    "9月前",
    "已完成",
    "按上级部署",
    "待标准出台后",
    "印发后30日内",
    "不知何时",
]
STATUSES = ["未启动", "推进中", "持续推进", "已完成", "未完成", "不涉及"]
DAYS = st.dates(date(2021, 1, 1), date(2022, 3, 31))
IDS = ["1", "2", "3"]

tasks = st.builds(
    Task,
    id=st.just(""),
    requirement=st.just("…"),
    lead=st.lists(st.sampled_from(OFFICES), max_size=2).map(tuple),
    implementing=st.lists(st.sampled_from(OFFICES), max_size=1).map(tuple),
    support=st.lists(st.sampled_from(OFFICES), max_size=2).map(tuple),
    deadline=st.sampled_from(DEADLINES),
    not_applicable=st.sampled_from(["", "", "无此业务"]),
)
records = st.builds(
    Record,
    day=DAYS,
    task=st.sampled_from([*IDS, "没有"]),
    status=st.sampled_from(STATUSES),
    window=st.sampled_from(["", "第三季度", "没有"]),
    corrects=st.one_of(st.just(Record(day=date.min, task="", status="未启动").corrects), DAYS),
)
acts = st.builds(
    Act,
    day=DAYS,
    task=st.sampled_from(IDS),
    office=st.sampled_from(["", *OFFICES]),
    act=st.sampled_from(["催办", "退回", "延期", "销号"]),
    new_due=DAYS,
)


@st.composite
def workspaces(draw: st.DrawFn) -> Workspace:
    drawn = draw(st.lists(tasks, min_size=3, max_size=3))
    year = draw(st.sampled_from([2021, 2021, 2021, 0, 10**9]))
    plan = Plan(
        id="p",
        title="示例",
        year=year,
        tasks=tuple(_named(one, name) for one, name in zip(drawn, IDS, strict=True)),
    )
    ledgers = [
        Ledger(plan="p", office=o, records=tuple(draw(st.lists(records, max_size=5)))) for o in OFFICES
    ]
    supervision = Supervision(plan="p", acts=tuple(draw(st.lists(acts, max_size=4))))
    return Workspace(
        config=draw(st.sampled_from([Config(), Config(coordinator="甲", groups={"各处室": ("甲", "丙")})])),
        plans=(Sourced("", plan),),
        ledgers=tuple(Sourced("", ledger) for ledger in ledgers),
        supervision=(Sourced("", supervision),),
    )


def _named(task: Task, name: str) -> Task:
    return replace(task, id=name)


@given(workspaces(), DAYS)
def test_counts_every_task_once(workspace: Workspace, as_of: date) -> None:
    (plan,) = summarise(workspace, as_of, ["p"]).plans
    assert [one.task.id for one in plan.tasks] == IDS
    assert set(plan.totals) == set(Light)
    assert sum(plan.totals.values()) == len(IDS)
    assert all(one.reason for one in plan.tasks)


@given(workspaces(), DAYS)
def test_what_comes_after_the_day_changes_nothing(workspace: Workspace, as_of: date) -> None:
    assert summarise(workspace, as_of, ["p"]) == summarise(_until(workspace, as_of), as_of, ["p"])


def _until(workspace: Workspace, as_of: date) -> Workspace:
    return replace(
        workspace,
        ledgers=tuple(
            Sourced("", replace(one.value, records=tuple(r for r in one.value.records if r.day <= as_of)))
            for one in workspace.ledgers
        ),
        supervision=tuple(
            Sourced("", replace(one.value, acts=tuple(a for a in one.value.acts if a.day <= as_of)))
            for one in workspace.supervision
        ),
    )


def test_keeps_the_order_of_the_plans_asked_for() -> None:
    plans = tuple(Sourced("", Plan(id=name, title=name, year=2021, tasks=())) for name in "abc")
    found = summarise(Workspace(plans=plans), date(2021, 9, 20), ["c", "a"])
    assert [one.plan.id for one in found.plans] == ["c", "a"]
    assert found.plans[0].totals == dict.fromkeys(Light, 0)


def test_refuses_a_plan_that_is_not_there() -> None:
    with pytest.raises(Refusal) as refusal:
        summarise(Workspace(), date(2021, 9, 20), ["p"])
    assert refusal.value.code == "no-such-plan"


def test_lists_the_names_that_mean_nobody_in_particular_with_their_tasks(summary_of: Any) -> None:
    tasks = [
        {"牵头": ["法规宣传处"], "配合": ["办公室", "重大政策涉及的相关处室"]},
        {"牵头": ["各有关处室"], "配合": ["文件起草处室", "各镇（街）"]},
        {"牵头": ["甲"], "配合": ["文件起草处室", "有关科室"]},
    ]
    assert summary_of({"tasks": tasks}, "2021-09-20").unclear == {
        "重大政策涉及的相关处室": ("1",),
        "各有关处室": ("2",),
        "文件起草处室": ("2", "3"),
        "有关科室": ("3",),
    }
    listed = {"config": {"部门组": {"文件起草处室": ["甲"], "各有关处室": ["甲"], "有关科室": ["甲"]}}}
    assert list(summary_of({"tasks": tasks} | listed, "2021-09-20").unclear) == ["重大政策涉及的相关处室"]


def test_reads_only_the_ledgers_of_the_plans_asked_for() -> None:
    plan = Plan(id="p", title="示例", year=2021, tasks=(Task(id="1", requirement="…", lead=("甲",)),))
    record = Record(day=date(2021, 6, 1), task="1", status="已完成")
    ledger = Sourced("", Ledger(plan="q", office="甲", records=(record,)))
    found = summarise(Workspace(plans=(Sourced("", plan),), ledgers=(ledger,)), date(2021, 9, 20), ["p"])
    assert found.plans[0].tasks[0].said == ()


def test_a_correction_is_found_among_thousands_of_records() -> None:
    first = date(2021, 1, 1)
    days = [first + timedelta(days=n % 365) for n in range(20_000)]
    many = tuple(Record(day=day, task="1", status="推进中", corrects=day) for day in days)
    plan = Plan(id="p", title="示例", year=2021, tasks=(Task(id="1", requirement="…", lead=("甲",)),))
    ledger = Sourced("", Ledger(plan="p", office="甲", records=many))
    found = summarise(Workspace(plans=(Sourced("", plan),), ledgers=(ledger,)), date(2022, 3, 31), ["p"])
    assert len(found.plans[0].tasks[0].said) == 365
