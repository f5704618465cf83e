"""办理步骤的日期倒着走，或者还没有到。

经过只往后添，一步的日期不会早于上一步，也不会早于申请到达的那一天；答复里写的送达之日不会早于答复。
改法：核对这一步和上一步的日期，改正写错的一个。
"""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import requests

CODE = "step-order"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each step dated before the one before it, each delivery before its answer, and what is after the day."""
    for asked in requests(workspace):
        before = asked.request.arrived
        for index, step in asked.steps():
            if not before <= step.day <= as_of:
                about = {"step": step.step, "value": str(step.day), "first": str(before), "last": str(as_of)}
                yield asked.step_problem(index, "日期", CODE, **about)
            if step.delivered is not UNSET and not step.day <= step.delivered <= as_of:
                about = {"value": str(step.delivered), "first": str(step.day), "last": str(as_of)}
                yield asked.step_problem(index, "送达", CODE, step="送达", **about)
            before = max(before, step.day)
