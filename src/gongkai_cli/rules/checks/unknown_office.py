"""台账或督办写了工作区不认识的部门。

部门要么列在 gongkai.yaml 的“部门”里（名称或别名），要么是计划点了名的（牵头、配合、落实部门或其部门组的成员）。
改法：照 gongkai.yaml 或计划里的写法改；确是新部门的，把它加进 gongkai.yaml 的“部门”。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.plan import Plan
from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import acts, offices_of, plans_by_id

CODE = "unknown-office"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each ledger and act of an office nobody knows."""
    plans = plans_by_id(workspace)
    known = {name: offices_of(workspace.config, plan) for name, plan in plans.items()}
    for sourced in workspace.ledgers:
        ledger = sourced.value
        if ledger.plan in known and ledger.office not in known[ledger.plan]:
            about = _about(ledger.office, plans[ledger.plan], known[ledger.plan])
            yield Problem(sourced.file, ("部门",), CODE, about)
    for filed in acts(workspace):
        if filed.office and filed.plan and filed.office not in known[filed.plan.id]:
            yield filed.problem("部门", CODE, **_about(filed.office, filed.plan, known[filed.plan.id]))


def _about(office: str, plan: Plan, known: frozenset[str]) -> dict[str, str]:
    return {"value": office, "plan": plan.id, "known": "\n".join(sorted(known))}
