"""还没有答复，就登记了送达、归档、复议或者诉讼。

这几步都在答复之后；少了答复这一步，年度报告里就数不到这一件。
改法：先补登答复（gongkai request answer），或者改正步骤的名称。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import AFTERWARDS, requests

CODE = "step-before-answer"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each step that only an answer can come before, where there is none."""
    for asked in requests(workspace):
        for index, step in asked.steps():
            if step.step == "答复":
                break
            if step.step in AFTERWARDS:
                yield asked.step_problem(index, "步骤", CODE, step=step.step)
