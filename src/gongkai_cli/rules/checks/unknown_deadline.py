"""完成时限的说法读不懂。

读不懂的时限不猜，亮灰灯（时限待核），到期了也不会提醒。
改法：原文照旧，另加“核定时限”，写明日期和依据：核定时限: {日期: 2021-08-31, 依据: 电话请示市政务公开办}。
"""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.deadline import Kind
from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.deadline import deadline_of

CODE = "unknown-deadline"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each deadline the grammar does not know and nobody has settled."""
    for sourced in workspace.plans:
        for index, task in enumerate(sourced.value.tasks):
            unknown = deadline_of(sourced.value, task).kind is Kind.UNKNOWN
            if unknown and task.fixed_due is UNSET:
                yield Problem(sourced.file, ("任务", index, "完成时限"), CODE, {"value": task.deadline})
