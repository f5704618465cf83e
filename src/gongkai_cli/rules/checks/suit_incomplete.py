"""诉讼没有写类型。

年度报告的表四把诉讼分成“未经复议直接起诉”和“复议后起诉”两组；立案和判决写的类型要一致，才数成同一件。
改法：补上类型，例如：{日期: 2021-12-01, 步骤: 诉讼, 类型: 复议后起诉}。
"""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import requests

CODE = "suit-incomplete"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each suit that does not say of which kind it is."""
    for asked in requests(workspace):
        for index, step in asked.steps():
            if step.step == "诉讼" and step.suit is UNSET:
                yield asked.step_problem(index, "步骤", CODE)
