"""答复早于收到申请之日，或者还没有收到之日。

平信、互联网、传真的申请，收到之日是双方确认之日（条例第三十一条）。没有收到之日，或者收到在答复之后的，年度报告两年都数不到这一件。
改法：补登确认（gongkai request step 编号 确认 --date 日期），或者改正日期。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.request import received_on
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import requests

CODE = "answer-unreceived"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each answer before the legal day of receipt, or without one."""
    for asked in requests(workspace):
        received = received_on(asked.request) or date.max
        for index, step in asked.steps():
            if step.step == "答复" and asked.request.arrived <= step.day < received:
                yield asked.step_problem(index, "步骤", CODE)
