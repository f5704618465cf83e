"""到期之后才登记的延期。

延期要在到期之前申请、批准；到期后补登的延期会把已经亮过的红灯变成绿灯，逾期就看不见了。
改法：确在到期前批准的，“日期”写批准的那一天；确是到期后才同意的，在“原因”里写明，由统筹人员把握。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.due import deadline_for, granted, last_day

CODE = "late-extension"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each extension granted after the day the task was due, earlier extensions counted."""
    extensions = granted(workspace)
    for filed in extensions:
        before = [one for one in extensions if (one.entry.day, one.at) < (filed.entry.day, filed.at)]
        deadline = deadline_for(filed, before, workspace)
        due = deadline and filed.plan and last_day(deadline, filed.plan.year)
        if due and filed.entry.day > due:
            value = filed.entry.day.isoformat()
            yield filed.problem("日期", CODE, task=filed.entry.task, due=due.isoformat(), value=value)
