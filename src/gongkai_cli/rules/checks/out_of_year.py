"""日期不在计划的年度里。

一个计划的记录从当年1月1日起，到次年3月31日止（年报和收尾都在这之前）；之外的日期多半是写错了年份，或者记错了计划。
改法：改正日期；属于另一年度的，记到那一年计划的台账里。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import entries

CODE = "out-of-year"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each entry dated before the plan's year or after 31 March of the next."""
    for filed in entries(workspace):
        day, plan = filed.entry.day, filed.plan
        if plan and not (plan.year, 1) <= (day.year, day.month) <= (plan.year + 1, 3):
            yield filed.problem(
                "日期", CODE, value=day.isoformat(), year=str(plan.year), next=str(plan.year + 1)
            )
