"""To whom papers of supervision go, and about which tasks."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from gongkai_cli.cli.plans import office_named, task_of
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.status import Light, PlanSummary, TaskStatus
from gongkai_cli.rules.late import offices_owing, owed_by, red_tasks
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.words import light_word


class Asked(Struct, frozen=True, kw_only=True):
    """What was asked for: one office (notice), one task (order), or all; a draft gets no number and no record."""

    office: str | None = None
    task: str | None = None
    all: bool = False
    reply_by: str | None = None
    draft: bool = False
    output: Path | None = None
    pdf: bool = False


def chosen(kind: str, basis: Basis, asked: Asked) -> Iterator[tuple[str, tuple[TaskStatus, ...]]]:
    """Yield each paper's office and its tasks."""
    summary = basis.summary
    if kind == "order":
        tasks = red_tasks(summary) if asked.all and not asked.task else (_red(summary, asked.task),)
        yield from ((_undertaker(task), (task,)) for task in tasks)
    else:
        offices = (
            offices_owing(summary) if asked.all and not asked.office else (_office(basis, asked.office),)
        )
        yield from ((office, tasks) for office in offices if (tasks := owed_by(summary, office)))


def _red(summary: PlanSummary, task: str | None) -> TaskStatus:
    """Find the one task asked for; refuses one that is not red."""
    if task is None:
        raise Refusal("order-whom", known="、".join(one.task.id for one in red_tasks(summary)) or "—")
    wanted = task_of(summary.plan, task)
    status = next(one for one in summary.tasks if one.task == wanted)
    if status.light is not Light.RED:
        raise Refusal("order-not-red", task=task, light=light_word(status.light), reason=status.reason)
    return status


def _undertaker(status: TaskStatus) -> str:
    """Name whom an order addresses as the plan does, where several answer; "" where nobody is named."""
    named = status.task.implementing or status.task.lead
    return status.answering[0] if len(status.answering) == 1 else named[0] if named else ""


def _office(basis: Basis, wanted: str | None) -> str:
    summary = basis.summary
    known = tuple(dict.fromkeys(office for task in summary.tasks for office in task.answering))
    office = office_named(basis.config, wanted)
    if office is None:
        raise Refusal("notice-whom", known="、".join(offices_owing(summary)) or "—")
    if office not in known:
        raise Refusal("no-such-choice", option="--office", value=office, known="、".join(known))
    return office
