"""写了“未完成”或“不涉及”，没有写原因。

年底要逐项说明为什么没有完成、为什么不涉及；当时不写，到时候就说不清了。
改法：加一行“原因”，例如：原因: 国家标准尚未出台。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import counting

CODE = "missing-reason"
_WANT_REASON = {"未完成", "不涉及"}


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each record that says not done or not applicable and not why."""
    for filed in counting(workspace):
        if filed.entry.status in _WANT_REASON and not filed.entry.reason:
            yield filed.problem("状态", CODE, value=filed.entry.status)
