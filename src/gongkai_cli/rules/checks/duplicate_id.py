"""两项任务用了同一个编号。

编号是台账与计划之间唯一的联系，重复时进展不知归谁。
改法：给后一项换一个没用过的编号；章节里各自从 1 编号的，用“部分-序号”：2-3。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace

CODE = "duplicate-id"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each task whose id an earlier task of the plan has."""
    for sourced in workspace.plans:
        first: dict[str, int] = {}
        for index, task in enumerate(sourced.value.tasks):
            if task.id in first:
                about = {"value": task.id, "first": str(first[task.id] + 1)}
                yield Problem(sourced.file, ("任务", index, "编号"), CODE, about)
            first.setdefault(task.id, index)
