"""台账所属的计划不在工作区里。

台账文件开头的“计划”要与 data/plans 里某个计划的编号一致，否则这些记录哪里也统计不到。
改法：改正“计划”一行；计划还没有入库的，先用 gongkai import 转换。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import plans_by_id

CODE = "unknown-plan"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each ledger and supervision file whose plan is not there."""
    plans = plans_by_id(workspace)
    named = [(one.file, one.value.plan) for one in workspace.ledgers]
    named += [(one.file, one.value.plan) for one in workspace.supervision]
    for file, plan in named:
        if plan not in plans:
            yield Problem(file, ("计划",), CODE, {"value": plan, "known": "\n".join(plans)})
