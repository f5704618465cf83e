"""收费通知上的数量在免费的范围以内。

按件 10 件以内、按量 30 页以内不收信息处理费（国办函〔2020〕109号）。收费会中止答复期限，不该收的也就不该停。
改法：核对方式和数量；确实不收费的，删去这一步。
"""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import requests
from gongkai_cli.rules.requests.fee import fee

CODE = "fee-free"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each fee notice for so little that nothing is due."""
    for asked in requests(workspace):
        for index, step in asked.steps():
            if step.step != "收费" or step.basis is UNSET or step.quantity is UNSET:
                continue
            if fee(step.basis, step.quantity) == 0:
                yield asked.step_problem(index, "数量", CODE, basis=step.basis, value=str(step.quantity))
