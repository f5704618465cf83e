"""延期的天数超出了条例允许的范围。

延长答复期限最长二十个工作日（条例第三十三条）；不写天数的，按二十个工作日算。
改法：改正天数。
"""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import requests
from gongkai_cli.rules.requests.clock import EXTENSION

CODE = "extension-limit"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each extension that is too long, or by no day at all."""
    for asked in requests(workspace):
        for index, step in asked.steps():
            if step.step == "延期" and step.workdays is not UNSET and not 1 <= step.workdays <= EXTENSION:
                about = {"value": str(step.workdays), "limit": str(EXTENSION)}
                yield asked.step_problem(index, "工作日", CODE, **about)
