"""时限没到就写了“未完成”。

“未完成”说的是到期没有办成；时限之前，任务只是还在办。全年、按上级部署等没有具体日期的任务不受此限。
改法：状态改为“推进中”；时限确有变动的，由统筹人员登记延期或写明“核定时限”。
"""

from collections.abc import Iterator
from datetime import date
from functools import partial

from msgspec import UNSET

from gongkai_cli.model.deadline import Kind
from gongkai_cli.model.problem import Problem
from gongkai_cli.model.record import Act
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import FiledAct, FiledRecord, acts, counting
from gongkai_cli.rules.deadline import read_deadline
from gongkai_cli.rules.period import year_end
from gongkai_cli.rules.progress import settled

CODE = "early-unfinished"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each 未完成 filed before the day the task fell due, extensions granted until then counted."""
    said = [filed for filed in counting(workspace) if filed.entry.status == "未完成"]
    granted = [act for act in acts(workspace) if act.entry.act == "延期"] if said else []
    read = partial(_due, month_before=workspace.config.thresholds.month_before)
    for filed in said:
        due = read(filed, _before(granted, filed))
        if due and filed.entry.day < due:
            yield filed.problem("状态", CODE, task=filed.entry.task, due=due.isoformat())


def _before(granted: list[FiledAct], filed: FiledRecord) -> tuple[Act, ...]:
    """Pick the extensions that bear on a record."""
    return tuple(
        act.entry
        for act in granted
        if act.plan == filed.plan
        and act.entry.task == filed.entry.task
        and act.entry.day <= filed.entry.day
        and act.office in {"", filed.office}
    )


def _due(filed: FiledRecord, extensions: tuple[Act, ...], *, month_before: str) -> date | None:
    """Return the earliest day on which the task of a record could be found unfinished."""
    plan = filed.plan
    task = plan and next((task for task in plan.tasks if task.id == filed.entry.task), None)
    if not plan or not task:
        return None
    issued = None if plan.issued is UNSET else plan.issued
    words = read_deadline(task.deadline, plan.year, issued=issued, month_before=month_before)
    deadline = settled(words, task, extensions)
    if deadline.kind is Kind.UNSPECIFIED:
        return year_end(plan.year)
    return min(deadline.dues, default=None) if deadline.kind is Kind.RECURRING else deadline.due
