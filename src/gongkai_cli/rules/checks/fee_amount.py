"""信息处理费的金额与标准不符。

按件或者按量计收，只能选一种，都是超额累进（国办函〔2020〕109号）。
按件：10 件以内不收，11—30 件每件 100 元，以后每 10 件每件加 100 元；
按量：30 页以内不收，31—100 页每页 10 元，101—200 页每页 20 元，200 页以上每页 40 元。
改法：核对方式和数量；不收费的不用登记这一步。
"""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import requests
from gongkai_cli.rules.requests.fee import fee

CODE = "fee-amount"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each fee notice whose amount is not what its basis and quantity come to."""
    for asked in requests(workspace):
        for index, step in asked.steps():
            if step.step == "收费" and step.basis is not UNSET and step.quantity is not UNSET:
                due = fee(step.basis, step.quantity)
                if step.amount not in {UNSET, due}:
                    yield asked.step_problem(index, "金额", CODE, value=str(step.amount), due=str(due))
