"""By when the task of an entry was due; what the checks of days look at."""

from collections.abc import Iterable
from datetime import date

from gongkai_cli.model.deadline import Deadline, Kind
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import Filed, FiledAct, acts
from gongkai_cli.rules.deadline import deadline_of, reckoning_of
from gongkai_cli.rules.duty import duty
from gongkai_cli.rules.period import year_end
from gongkai_cli.rules.progress import settled
from gongkai_cli.rules.roster import roster
from gongkai_cli.rules.supervision import binding


def granted(workspace: Workspace) -> list[FiledAct]:
    """Gather all extensions (延期)."""
    return [act for act in acts(workspace) if act.entry.act == "延期"]


def deadline_for(filed: Filed, extensions: Iterable[FiledAct], workspace: Workspace) -> Deadline | None:
    """Read the deadline of an entry's task with the extensions given; None where the plan lacks the task."""
    plan, name = filed.plan, filed.entry.task
    task = plan and next((task for task in plan.tasks if task.id == name), None)
    if not plan or not task:
        return None
    known = roster(workspace.config, plan)
    same = [act.entry for act in extensions if act.plan is plan and act.entry.task == name]
    bearing = binding(same, duty(task, known).answering, known)
    return settled(deadline_of(plan, task, reckoning_of(workspace)), task, bearing)


def last_day(deadline: Deadline, year: int) -> date | None:
    """Return the last day a task may be done on, by the later reading of its words; None where there is none."""
    return year_end(year) if deadline.kind is Kind.UNSPECIFIED else deadline.latest or deadline.due


def first_day(deadline: Deadline, year: int) -> date | None:
    """Return the earliest day on which a task could be found unfinished; None where there is none."""
    if deadline.kind is Kind.UNSPECIFIED:
        return year_end(year)
    return min(deadline.dues, default=None) if deadline.kind is Kind.RECURRING else deadline.due
