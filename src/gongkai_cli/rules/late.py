"""Whom to remind (催办) of what: tasks past their day, and records that should be there by now."""

from gongkai_cli.model.status import FilingState, Light, OfficeState, PlanSummary, Status, TaskStatus

_OVER = {Status.DONE, Status.NOT_APPLICABLE}
_WANTED = {FilingState.MISSING, FilingState.RETURNED}


def owed_by(summary: PlanSummary, office: str) -> tuple[TaskStatus, ...]:
    """Choose what an office owes, in printed order: it answers for the task, is not done, and is late or silent.

    Silent: nothing filed for a reporting window that is over, nothing said in the last closed period, or sent back.
    """
    return tuple(task for task in summary.tasks if _owes(task, office))


def offices_owing(summary: PlanSummary) -> tuple[str, ...]:
    """List the offices that owe something, in the order in which the plan comes to them."""
    answering = dict.fromkeys(office for task in summary.tasks for office in task.answering)
    return tuple(office for office in answering if owed_by(summary, office))


def windows_owed(task: TaskStatus, office: str) -> tuple[str, ...]:
    """Name the reporting windows for which an office has filed nothing, or was sent back what it filed."""
    return tuple(one.window for one in task.filing if one.office == office and one.state in _WANTED)


def red_tasks(summary: PlanSummary) -> tuple[TaskStatus, ...]:
    """Choose the tasks that may be put under supervision (督办), in printed order."""
    return tuple(task for task in summary.tasks if task.light is Light.RED)


def _owes(task: TaskStatus, office: str) -> bool:
    state = _state(task, office)
    if state is None or state.status in _OVER:
        return False
    return task.light is Light.RED or office in task.silent or bool(windows_owed(task, office))


def _state(task: TaskStatus, office: str) -> OfficeState | None:
    return next((one for one in task.offices if one.office == office and one.answers), None)
