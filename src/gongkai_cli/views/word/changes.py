"""What changed since a revision (变化情况), as a template may print it: by itself or as the annex of a report."""

from functools import partial

from msgspec import Struct, field

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.changes import Changes, TaskChange
from gongkai_cli.rules.reasons import day_in_words
from gongkai_cli.views.changed import counts_text, plan_lines, task_lines
from gongkai_cli.views.word.phrase import day_words, title_lines
from gongkai_cli.views.words import light_word

_TITLE_WIDTH = 27
"""Characters of 二号 in a line of 225 mm, one left for programs that space digits."""


class ChangedTask(Struct, frozen=True, kw_only=True):
    """A task that is not as it was: its light, then and now, and everything else in lines."""

    id: str = field(name="编号")
    requirement: str = field(name="具体要求")
    light: str = field(name="亮灯")
    lines: tuple[str, ...] = field(name="变化")


class ChangeReport(Struct, frozen=True, kw_only=True):
    """All that changed between two days."""

    title: str = field(name="标题")
    full_title: str = field(name="全称")
    since: str = field(name="起")
    until: str = field(name="止")
    counts: str = field(name="概况")
    plan: tuple[str, ...] = field(name="计划变化")
    tasks: tuple[ChangedTask, ...] = field(name="事项")


class ChangesText(Struct, frozen=True, kw_only=True):
    """Nothing at all unless the report was asked what changed (`--since`)."""

    changes: ChangeReport | None = field(default=None, name="变化")


def changes_text(changes: Changes | None) -> ChangesText:
    """Find the words for what changed."""
    if changes is None:
        return ChangesText()
    title = f"{changes.plan.year}年{words('changes')['附件']['标题']}"
    return ChangesText(
        changes=ChangeReport(
            title=title,
            full_title=title_lines(changes.plan.body, title, _TITLE_WIDTH),
            since=day_words(changes.before.as_of),
            until=day_words(changes.after.as_of),
            counts=counts_text(changes),
            plan=tuple(f"{label}：{text}" for label, text in plan_lines(changes)),
            tasks=tuple(_task(change, changes.plan.year) for change in changes.tasks),
        )
    )


def _task(change: TaskChange, year: int) -> ChangedTask:
    told = task_lines(change, partial(day_in_words, year=year))
    return ChangedTask(
        id=change.standing.task.id,
        requirement=change.standing.task.requirement,
        light=_light(change),
        lines=tuple(f"{label}：{text}" for label, text in told) or (_bare(change),),
    )


def _light(change: TaskChange) -> str:
    """The light, or then and now on two lines of a narrow cell."""
    before, after = (light_word(row.light) if row else "" for row in (change.before, change.after))
    if not (before and after):
        return _bare(change)
    return after if before == after else f"{before}\n→{after}"


def _bare(change: TaskChange) -> str:
    """What to say of a task of which nothing but its place in the plan, or its light, changed."""
    said = words("changes")
    if change.before and change.after:
        return str(said["仅亮灯"])
    return str(said["撤下" if change.before else "新列"])
