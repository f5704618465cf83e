"""时限没到就写了“未完成”。

“未完成”说的是到期没有办成；时限之前，任务只是还在办。全年、按上级部署等没有具体日期的任务不受此限。
改法：状态改为“推进中”；时限确有变动的，由统筹人员登记延期或写明“核定时限”。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.deadline import Kind
from gongkai_cli.model.problem import Problem
from gongkai_cli.model.record import Act
from gongkai_cli.model.workspace import Config, Workspace
from gongkai_cli.rules.checks.filed import FiledAct, FiledRecord, acts, counting
from gongkai_cli.rules.deadline import deadline_of
from gongkai_cli.rules.duty import duty
from gongkai_cli.rules.period import year_end
from gongkai_cli.rules.progress import settled
from gongkai_cli.rules.roster import roster
from gongkai_cli.rules.supervision import binding

CODE = "early-unfinished"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each 未完成 filed before the day the task fell due, extensions granted until then counted."""
    said = [filed for filed in counting(workspace) if filed.entry.status == "未完成"]
    granted = [act for act in acts(workspace) if act.entry.act == "延期"] if said else []
    for filed in said:
        due = _due(filed, granted, workspace.config)
        if due and filed.entry.day < due:
            yield filed.problem("状态", CODE, task=filed.entry.task, due=due.isoformat())


def _due(filed: FiledRecord, granted: list[FiledAct], config: Config) -> date | None:
    """Return the earliest day on which the task of a record could be found unfinished."""
    plan = filed.plan
    task = plan and next((task for task in plan.tasks if task.id == filed.entry.task), None)
    if not plan or not task:
        return None
    known = roster(config, plan)
    extensions = binding(_before(granted, filed), duty(task, known).answering, known)
    deadline = settled(deadline_of(plan, task, config.thresholds.month_before), task, extensions)
    if deadline.kind is Kind.UNSPECIFIED:
        return year_end(plan.year)
    return min(deadline.dues, default=None) if deadline.kind is Kind.RECURRING else deadline.due


def _before(granted: list[FiledAct], filed: FiledRecord) -> Iterator[Act]:
    """Yield the extensions of a record's task that were granted when it was filed."""
    for act in granted:
        same = act.plan == filed.plan and act.entry.task == filed.entry.task
        if same and act.entry.day <= filed.entry.day:
            yield act.entry
