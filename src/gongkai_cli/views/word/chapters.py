"""Tasks under their headings (部分 → 工作任务), and those that are unfinished by the way they are."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec.structs import replace

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.status import Light, PlanSummary, Status, TaskStatus
from gongkai_cli.views.word.context import Chapter, ChapterCount, Section, TaskText, Unfinished
from gongkai_cli.views.word.phrase import heading, ordinal, shortened
from gongkai_cli.views.word.wording import Roles, duty, latest, narrative, roles, standing

SHORT = 60
"""Characters of a requirement the text quotes; the ledger has it whole."""


def chapters(summary: PlanSummary) -> tuple[Chapter, ...]:
    """Every task in printed order, headings numbered anew as this report's second and third level."""
    said, year = roles(summary.plan), summary.plan.year
    return tuple(
        Chapter(title=numbered(f"（{ordinal(number)}）", chapter), sections=_sections(tasks, said, year))
        for number, (chapter, tasks) in enumerate(grouped(summary.tasks, "chapter"), 1)
    )


def chapter_counts(summary: PlanSummary) -> tuple[ChapterCount, ...]:
    """How the tasks of each part stand, then all of them."""
    parts = [
        (heading(chapter) or words("reports")["其他任务"], tasks)
        for chapter, tasks in grouped(summary.tasks, "chapter")
    ]
    return tuple(_count(title, tasks) for title, tasks in [*parts, (words("reports")["合计"], summary.tasks)])


def unfinished(summary: PlanSummary) -> tuple[Unfinished, ...]:
    """The tasks that call for an explanation, gravest first."""
    said, titles = roles(summary.plan), words("reports")["未完成分类"]
    groups = [
        (title, [task for task in summary.tasks if task.light == light]) for light, title in titles.items()
    ]
    return tuple(
        Unfinished(
            title=f"（{ordinal(number)}）{title}",
            tasks=tuple(_explained(task, said, summary.plan.year) for task in tasks),
        )
        for number, (title, tasks) in enumerate(((title, tasks) for title, tasks in groups if tasks), 1)
    )


def grouped(tasks: Iterable[TaskStatus], field: str) -> list[tuple[str, list[TaskStatus]]]:
    """Neighbours that share a heading; a blank one belongs to no heading."""
    return [
        (name, list(group)) for name, group in groupby(tasks, lambda status: str(getattr(status.task, field)))
    ]


def _sections(tasks: list[TaskStatus], said: Roles, year: int) -> tuple[Section, ...]:
    return tuple(
        Section(title=numbered(f"{number}.", section), tasks=tuple(_text(task, said, year) for task in group))
        for number, (section, group) in enumerate(grouped(tasks, "section"), 1)
    )


def numbered(number: str, title: str) -> str:
    """Put a number before a heading; an empty one stays empty."""
    return number + heading(title) if heading(title) else ""


def _text(status: TaskStatus, said: Roles, year: int) -> TaskText:
    return TaskText(
        id=status.task.id,
        requirement=shortened(status.task.requirement, SHORT),
        duty=duty(status.task, said),
        state=standing(status),
        progress=narrative(status, year),
    )


def _explained(status: TaskStatus, said: Roles, year: int) -> TaskText:
    reason = latest(status, "reason")
    return replace(
        _text(status, said, year),
        state=standing(status, reason),
        problem=latest(status, "problem"),
        reason=reason,
        must_explain=status.light is Light.RED,
        next=latest(status, "next"),
    )


def _count(title: str, tasks: Sequence[TaskStatus]) -> ChapterCount:
    lights = Counter(status.light for status in tasks if status.status is not Status.NOT_APPLICABLE)
    count = len(tasks)
    return ChapterCount(
        title=title,
        tasks=count,
        done=lights[Light.DONE],
        not_applicable=count - lights.total(),
        green=lights[Light.GREEN],
        yellow=lights[Light.YELLOW],
        red=lights[Light.RED],
        grey=lights[Light.GREY],
    )
