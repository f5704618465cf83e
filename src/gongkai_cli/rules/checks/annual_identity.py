"""年度报告的表格加不平。

表三每一列，本年新收与上年结转之和等于办理结果总计与结转下年度之和，这一条就印在表上；总计是各项、各列之和；
上年结转等于上年报告的结转下年度；表四的总计是四种结果之和（勾稽关系）。
改法：gongkai annual check 把等式两边逐项列出来，照着核对是哪一格错了。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.reported import broken

CODE = "annual-identity"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each identity that does not hold."""
    return broken(workspace, CODE, grave=True)
