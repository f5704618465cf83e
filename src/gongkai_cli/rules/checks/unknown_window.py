"""报送期写了计划里没有的名称。

报送期要与计划“报送”里的名称一字不差，否则只能按日期归到某一期，可能归错。计划没有写报送期的，按第一季度至第四季度。
改法：照计划里的名称写；不写“报送期”的，按日期所在的报送期算。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import counting, plans_by_id
from gongkai_cli.rules.windows import quarters

CODE = "unknown-window"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each record filed for a window its plan does not set."""
    known = {
        name: tuple(window.name for window in plan.windows or quarters(plan.year))
        for name, plan in plans_by_id(workspace).items()
    }
    for filed in counting(workspace):
        window = filed.entry.window
        if filed.plan and window and window not in known[filed.plan.id]:
            yield filed.problem("报送期", CODE, value=window, known="、".join(known[filed.plan.id]))
