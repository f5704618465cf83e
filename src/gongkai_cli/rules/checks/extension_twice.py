"""同一件申请延期了不止一次。

答复期限只能延长一次（条例第三十三条）。
改法：删去第二次延期；征求意见停止计算的时间不是延期，请登记为征求第三方或者征求其他机关。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import requests

CODE = "extension-twice"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each extension but the first."""
    for asked in requests(workspace):
        places = [index for index, step in asked.steps() if step.step == "延期"]
        for index in places[1:]:
            yield asked.step_problem(index, "步骤", CODE)
