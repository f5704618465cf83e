"""The page of `gongkai diff`: what changed in a plan, a row for each task that is not as it was."""

from collections.abc import Iterator

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.changes import Changes, TaskChange
from gongkai_cli.model.status import Light, TaskStatus
from gongkai_cli.views.changed import arrow, counts_text, plan_lines, state_text, task_lines
from gongkai_cli.views.page import GAP, Column, Line, Page, Span, Table, fitted, line, paragraph
from gongkai_cli.views.width import one_line, wide
from gongkai_cli.views.words import light_mark, light_word

Cell = tuple[Span, ...]
_LIGHT = 9
_ORDER = (Light.DONE, Light.RED, Light.YELLOW, Light.GREEN, Light.GREY)


def diff_page(changes: Changes, width: int) -> Page:
    """Lay out the changes of a plan."""
    parts = [*_head(changes, width), *_lights(changes), line()]
    parts += [one for told in plan_lines(changes) for one in _told(told, width)]
    if not (changes.tasks or changes.fields):
        return (*parts, line(str(words("changes")["没有变化"])))
    parts += paragraph(counts_text(changes), width, style="bold")
    return (*parts, line(), _table(changes.tasks, width)) if changes.tasks else tuple(parts)


def _head(changes: Changes, width: int) -> Iterator[Line]:
    yield from paragraph(one_line(changes.plan.title), width, style="head")
    span = arrow(state_text(changes.before), state_text(changes.after))
    yield from paragraph(f"{changes.plan.id}  {span}", width, style="dim")


def _lights(changes: Changes) -> Iterator[Line]:
    """How many tasks show which light, then and now."""
    before, after = changes.before.totals, changes.after.totals
    if not (before and after):
        return
    told = ((light, before.get(light, 0), after.get(light, 0)) for light in _ORDER)
    spans = (
        Span(
            f"{light_mark(light)} {light_word(light)} {old if old == new else f'{old}→{new}'}  ", light.value
        )
        for light, old, new in told
    )
    yield Line(tuple(spans))


def _table(tasks: tuple[TaskChange, ...], width: int) -> Table:
    number = max(4, *(wide(change.standing.task.id) for change in tasks))
    text = width - number - _LIGHT - 2 * GAP
    titles = zip(("编号", "亮灯", "具体要求 / 变化"), (number, _LIGHT, text), strict=True)
    rows = tuple(
        ((Span(change.standing.task.id, "bold"),), _light(change), _text(change, text)) for change in tasks
    )
    return Table(tuple(Column(*one) for one in titles), rows)


def _light(change: TaskChange) -> Cell:
    """The light, or the one that was and the one that is."""
    said = words("changes")
    if change.before is None:
        return (*_lit(change.standing), Span(said["新列"], "dim"))
    if change.after is None:
        return (Span(said["撤下"], "dim"),)
    if change.before.light is change.after.light:
        return _lit(change.after)
    return (*_lit(change.before, "dim"), *_lit(change.after, head="→"))


def _lit(row: TaskStatus, style: str = "", head: str = "") -> Cell:
    return (Span(f"{head}{light_mark(row.light)} {light_word(row.light)}", style or row.light.value),)


def _text(change: TaskChange, room: int) -> Cell:
    """What the task asks, on a line, then what changed."""
    asked = fitted(one_line(change.standing.task.requirement), room, 1)
    lines = (one for told in task_lines(change) for one in _told(told, room))
    return (*asked, *(Span(one.text, "dim") for one in lines))


def _told(told: tuple[str, str], room: int) -> tuple[Line, ...]:
    label, text = told
    return paragraph(one_line(text), room, label=f"{label}  ")
