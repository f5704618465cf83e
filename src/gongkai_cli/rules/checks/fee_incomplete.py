"""收费通知没有写全。

收费通知要写明按件还是按量、多少件（页）、多少元，才对得上标准，缴费以后也才数得清。
改法：补全，例如：{日期: 2021-09-15, 步骤: 收费, 方式: 按量, 数量: 100, 金额: 700}。
"""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import requests

CODE = "fee-incomplete"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each fee notice without its basis, quantity or amount, and each payment without its amount."""
    for asked in requests(workspace):
        for index, step in asked.steps():
            said = {"方式": step.basis, "数量": step.quantity, "金额": step.amount}
            due = {"收费": tuple(said), "缴费": ("金额",)}.get(step.step, ())
            missing = "、".join(key for key in due if said[key] is UNSET)
            if missing:
                yield asked.step_problem(index, "步骤", CODE, step=step.step, missing=missing)
