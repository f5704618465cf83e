"""The rows of the ledger (工作台账) and of the catalogue of evidence (佐证材料目录)."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import UNSET

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.plan import Task
from gongkai_cli.model.record import Evidence
from gongkai_cli.model.status import PlanSummary, TaskStatus
from gongkai_cli.views.word.context import Linked, Material, Row
from gongkai_cli.views.word.phrase import day_words, heading
from gongkai_cli.views.word.wording import cell_state, leading, progress_lines, supporting


def ledger(summary: PlanSummary, catalogue: tuple[Material, ...]) -> tuple[Row, ...]:
    """A flat list: a row for each part's heading, then one for each of its tasks."""
    return tuple(_rows(summary, _numbers(catalogue)))


def catalogue(summary: PlanSummary) -> tuple[Material, ...]:
    """All evidence in the order of the tasks, numbered through."""
    found = (
        (status, said.office, one)
        for status in summary.tasks
        for said in status.said
        for one in said.record.evidence
    )
    return tuple(_material(number, *one) for number, one in enumerate(found, 1))


def _rows(summary: PlanSummary, numbers: dict[str, str]) -> Iterator[Row]:
    for chapter, tasks in groupby(summary.tasks, lambda status: status.task.chapter):
        if chapter:
            yield Row(chapter=chapter)
        for status in tasks:
            yield _row(status, summary.plan.year, numbers.get(status.task.id, _none()))


def _row(status: TaskStatus, year: int, evidence: str) -> Row:
    task = status.task
    return Row(
        id=task.id,
        section=heading(task.section) or _none(),
        requirement=task.requirement,
        lead=leading(task),
        support=supporting(task),
        deadline=task.deadline or str(words("reports")["未写时限"]),
        progress=progress_lines(status, year),
        state=cell_state(status),
        evidence=evidence,
        materials=tuple(_linked(one) for said in status.said for one in said.record.evidence),
        remark=_remark(task),
    )


def _linked(evidence: Evidence) -> Linked:
    return Linked(title=shown_title(evidence), place=evidence.url or evidence.file)


def _remark(task: Task) -> str:
    """What the plan itself noted beside the task, and whom it names."""
    return "\n".join(filter(None, (task.remark, task.contact))) or _none()


def _numbers(catalogue: tuple[Material, ...]) -> dict[str, str]:
    """Task → the catalogue numbers of its evidence, which follow each other: 3、4 or 3—7."""
    by_task = groupby(catalogue, lambda material: material.task)
    return {task: _span([material.number for material in group]) for task, group in by_task}


def _span(numbers: list[int]) -> str:
    if len(numbers) > 2:
        return f"{numbers[0]}—{numbers[-1]}"
    return "、".join(map(str, numbers))


def _material(number: int, status: TaskStatus, office: str, evidence: Evidence) -> Material:
    return Material(
        number=number,
        task=status.task.id,
        title=shown_title(evidence),
        kind=evidence.kind,
        office=office,
        published=_none() if evidence.published is UNSET else day_words(evidence.published),
        place=evidence.url or evidence.file or _none(),
    )


def shown_title(evidence: Evidence) -> str:
    """The title, and whether others may see the material, where that was settled otherwise than 主动公开."""
    shown = evidence.title or evidence.kind
    secret = evidence.disclosure not in {UNSET, "主动公开"}
    return f"{shown}（{evidence.disclosure}）" if secret else shown


def _none() -> str:
    return str(words("reports")["没有"])
