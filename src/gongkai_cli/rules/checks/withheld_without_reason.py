"""佐证材料写了“不予公开”，没有写理由。

不予公开要有依据；公开版的报告据此隐去这份材料，也要能答复为什么。
改法：加上“理由”，例如：公开属性: 不予公开, 理由: 涉及个人隐私。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import evidence

CODE = "withheld-without-reason"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each piece of evidence withheld without a reason."""
    for file, at, one in evidence(workspace):
        if one.disclosure == "不予公开" and not one.reason:
            yield Problem(file, (*at, "公开属性"), CODE)
