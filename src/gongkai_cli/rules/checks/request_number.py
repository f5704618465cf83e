"""两件申请用了同一个编号。

编号把登记、步骤和档案连在一起，重复时说不清是哪一件；年度不同的也不能重复。
改法：给后登记的一件换一个没用过的编号。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import requests

CODE = "request-number"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each case whose number an earlier one has."""
    seen: dict[str, str] = {}
    for asked in requests(workspace):
        number = asked.request.number
        if number in seen:
            yield asked.problem("编号", CODE, first=seen[number])
        seen.setdefault(number, asked.file)
