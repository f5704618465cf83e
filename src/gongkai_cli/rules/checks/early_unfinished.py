"""时限没到就写了“未完成”。

“未完成”说的是到期没有办成；时限之前，任务只是还在办。全年、按上级部署等没有具体日期的任务不受此限。
改法：状态改为“推进中”；时限确有变动的，由统筹人员登记延期或写明“核定时限”。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.due import deadline_for, first_day, granted
from gongkai_cli.rules.checks.filed import counting

CODE = "early-unfinished"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each 未完成 filed before the day the task fell due, extensions granted until then counted."""
    said = [filed for filed in counting(workspace) if filed.entry.status == "未完成"]
    extensions = granted(workspace) if said else []
    for filed in said:
        before = [act for act in extensions if act.entry.day <= filed.entry.day]
        deadline = deadline_for(filed, before, workspace)
        due = deadline and filed.plan and first_day(deadline, filed.plan.year)
        if due and filed.entry.day < due:
            yield filed.problem("状态", CODE, task=filed.entry.task, due=due.isoformat())
