"""答复没有写办理结果。

每件申请只归入年度报告表三的一行；没有结果，就数不进去。
改法：加上结果，例如：{日期: 2021-10-08, 步骤: 答复, 结果: 予以公开}。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import requests

CODE = "answer-without-result"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each answer that says no result."""
    for asked in requests(workspace):
        for index, step in asked.steps():
            if step.step == "答复" and not step.result:
                yield asked.step_problem(index, "步骤", CODE)
