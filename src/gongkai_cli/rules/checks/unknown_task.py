"""记录或督办写了计划里没有的任务编号。

编号是台账与计划之间唯一的联系；写错了，进展就不知归谁。
改法：照计划文件里的“编号”写，用短横线连接（2-3），不用小数点，不带计划名。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import entries, plans_by_id

CODE = "unknown-task"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each entry about a task that its plan lacks."""
    ids = {name: [task.id for task in plan.tasks] for name, plan in plans_by_id(workspace).items()}
    sets = {name: frozenset(known) for name, known in ids.items()}
    for filed in entries(workspace):
        task = filed.entry.task
        if filed.plan and task not in sets[filed.plan.id]:
            known = "、".join(ids[filed.plan.id])
            yield filed.problem("任务", CODE, value=task, plan=filed.plan.id, known=known)
