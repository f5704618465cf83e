"""How a case of `tests/cases/rules/status/` is written, and the summary of it.

Records and acts are lines (`甲 2021-09-28 推进中 报送期=第三季度`, `2021-10-12 退回 甲`); `佐证` gives a record a link.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from gongkai_cli.model.convert import convert
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.record import Ledger, Supervision
from gongkai_cli.model.status import PlanSummary, TaskStatus
from gongkai_cli.model.workspace import Config, Sourced, Workspace
from gongkai_cli.rules.summary import summarise

PLAN = {"计划": "p", "标题": "示例", "年度": "2021", "单位": "示例局"}
LINK = [{"类型": "报道", "链接": "https://example.com/1"}]


@pytest.fixture(scope="session")
def summary_of() -> Callable[[dict[str, Any], str], PlanSummary]:
    """Summarise the plan of a case on a day."""
    return _summary_of


@pytest.fixture(scope="session")
def tell() -> Callable[[TaskStatus, dict[str, Any]], dict[str, Any]]:
    """Say of a task what a case asks for, as the case writes it."""
    return lambda one, wanted: {key: SHOWN[key](one) for key in wanted}


def _summary_of(case: dict[str, Any], as_of: str) -> PlanSummary:
    return summarise(workspace_of(case), date.fromisoformat(as_of), ["p"]).plans[0]


def workspace_of(case: dict[str, Any]) -> Workspace:
    """Build the workspace of a case."""
    ledgers: dict[str, list[Any]] = {}
    for line in case.get("records", ()):
        office, record = record_of(line)
        ledgers.setdefault(office, []).append(record)
    acts = {"计划": "p", "督办": [act_of(line) for line in case.get("acts", ())]}
    return Workspace(
        config=made(case.get("config", {}), Config),
        plans=(made(plan_of(case), Plan, wrap=True),),
        ledgers=tuple(
            made({"计划": "p", "部门": office, "记录": records}, Ledger, wrap=True)
            for office, records in ledgers.items()
        ),
        supervision=(made(acts, Supervision, wrap=True),),
    )


def plan_of(case: dict[str, Any]) -> dict[str, Any]:
    tasks = case["tasks"] if "tasks" in case else [case.get("task", {})]
    filled = [{"编号": str(n), "具体要求": "…", "牵头": ["甲"]} | task for n, task in enumerate(tasks, 1)]
    return PLAN | case.get("plan", {}) | {"任务": filled}


def record_of(line: str) -> tuple[str, dict[str, Any]]:
    office, day, status, *more = line.split()
    record: dict[str, Any] = {"日期": day, "任务": "1", "状态": status}
    for one in more:
        key, _, value = one.partition("=")
        record |= {"佐证材料": LINK} if key == "佐证" else {key: value}
    return office, record


def act_of(line: str) -> dict[str, Any]:
    day, act, *more = line.split()
    record: dict[str, Any] = {"日期": day, "任务": "1", "动作": act}
    for one in more:
        key, equals, value = one.partition("=")
        record |= {key: value} if equals else {"部门": key}
    return record


def made(data: Any, kind: Any, *, wrap: bool = False) -> Any:
    value, problems = convert(data, kind, "case.yaml")
    assert not problems, problems
    return Sourced("case.yaml", value) if wrap else value


SHOWN: dict[str, Any] = {
    "light": lambda one: one.light.value,
    "reason": lambda one: one.reason,
    "status": lambda one: one.status.value,
    "notes": lambda one: list(one.notes),
    "late": lambda one: str(one.days_late),
    "closed": lambda one: "是" if one.closed else "否",
    "kind": lambda one: one.deadline.kind.value,
    "due": lambda one: str(one.deadline.due),
    "offices": lambda one: [f"{s.office} {s.role} {s.status.value}{' 答' * s.answers}" for s in one.offices],
    "filing": lambda one: [f"{f.window} {f.office} {f.state.value}" for f in one.filing],
    "said": lambda one: [f"{s.office} {s.record.day} {s.record.status}" for s in one.said],
}
