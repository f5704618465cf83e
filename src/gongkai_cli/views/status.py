"""The page of `gongkai status`: how each plan stands, what is late and whose, then a row per task."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from gongkai_cli.model.status import Light, PlanSummary, Status, Summary, TaskStatus
from gongkai_cli.views.filing import filed_lines, window_shown
from gongkai_cli.views.page import GAP, Line, Page, Span, Table, line, paragraph
from gongkai_cli.views.tasks import task_table
from gongkai_cli.views.width import clipped, one_line, padded, wide
from gongkai_cli.views.words import light_mark, light_word

_ORDER = (Light.DONE, Light.RED, Light.YELLOW, Light.GREEN, Light.GREY)


class Asked(NamedTuple):
    """What the page is to show: the tasks of each plan, a reporting window (None: the current), how broad."""

    tasks: tuple[tuple[TaskStatus, ...], ...]
    window: str | None
    width: int


def status_page(summary: Summary, asked: Asked) -> Page:
    """Lay out the plans of a summary; a plan without any of the tasks asked for only where no plan has one."""
    parts: list[Line | Table] = []
    pairs = list(zip(summary.plans, asked.tasks, strict=True))
    for plan, tasks in [pair for pair in pairs if pair[1]] or pairs:
        if parts:
            parts += [line(), line("=" * min(asked.width, 60), "dim"), line()]
        parts += _plan(plan, tasks, summary.as_of, asked)
    return tuple(parts)


def _plan(
    plan: PlanSummary, tasks: tuple[TaskStatus, ...], as_of: date, asked: Asked
) -> Iterator[Line | Table]:
    width, window = asked.width, window_shown(plan, as_of, asked.window)
    yield from _head(plan, as_of, width)
    yield from _lights(plan, width)
    yield from filed_lines(plan, window, as_of, width)
    yield from _late(tasks, width)
    if len(tasks) < len(plan.tasks):
        yield line()
        yield line(f"符合条件的 {len(tasks)} 项（全部 {len(plan.tasks)} 项）", "dim")
    if tasks:
        yield line()
        yield task_table(tasks, window.name if window else "", width)
    if len(tasks) == len(plan.tasks):
        yield from _hints(plan, width)


def _head(plan: PlanSummary, as_of: date, width: int) -> Iterator[Line]:
    yield from paragraph(one_line(plan.plan.title), width, style="head")
    parts = (plan.plan.body, plan.plan.document_number, plan.plan.id, f"截至 {as_of.isoformat()}")
    yield from paragraph("  ".join(one_line(part) for part in parts if part), width, style="dim")
    yield line()


def _lights(plan: PlanSummary, width: int) -> Iterator[Line]:
    """How many tasks show which light, in figures and as a bar of the marks."""
    total = len(plan.tasks)
    counted = [(light, plan.totals.get(light, 0)) for light in _ORDER]
    spans = [Span(f"共 {total} 项", "bold")]
    spans += [
        Span(f"  {light_mark(light)} {light_word(light)} {count}", light.value) for light, count in counted
    ]
    yield Line(tuple(spans))
    bar = min(width, 60)
    yield Line(
        tuple(Span(light_mark(light) * cells, light.value) for light, cells in _bar(counted, total, bar))
    )


def _bar(counted: list[tuple[Light, int]], total: int, room: int) -> Iterator[tuple[Light, int]]:
    """Share out the bar; the ends are rounded, not the lengths, so that they always fill it."""
    before = 0
    for light, count in counted:
        start, end = before * room // max(total, 1), (before + count) * room // max(total, 1)
        before += count
        yield light, end - start


def _late(tasks: tuple[TaskStatus, ...], width: int) -> Iterator[Line]:
    late = sorted((task for task in tasks if task.light is Light.RED), key=lambda task: -task.days_late)
    if not late:
        return
    yield line()
    yield line(f"逾期或未完成 {len(late)} 项", "red")
    mark = light_mark(Light.RED)
    rows = [(f"{mark} {row.task.id}", _whose(row), _lateness(row)) for row in late]
    columns = [max(map(wide, texts)) for texts in zip(*rows, strict=True)]
    for row, texts in zip(late, rows, strict=True):
        head = (" " * GAP).join(map(padded, texts, columns)) + " " * GAP
        yield Line((Span(head, "red"), Span(clipped(one_line(row.task.requirement), width - wide(head)))))


def _lateness(row: TaskStatus) -> str:
    if row.days_late:
        return f"逾期{row.days_late}天"
    return "未完成" if row.status is Status.NOT_DONE else "年末无进展"


def _whose(row: TaskStatus) -> str:
    return clipped("、".join(row.answering) or "未明确责任单位", 24)


def _hints(plan: PlanSummary, width: int) -> Iterator[Line]:
    """Tell what still needs a person: names that are nobody's, fields in doubt."""
    if plan.unclear:
        yield line()
        names = "；".join(f"{name}（{'、'.join(ids)}）" for name, ids in plan.unclear.items())
        yield from paragraph(names, width, label="待明确  ")
    doubts = [task.task.id for task in plan.tasks if task.task.doubts]
    if doubts:
        yield line()
        fields = sum(len(task.task.doubts) for task in plan.tasks)
        said = (
            f"{len(doubts)} 项任务有 {fields} 处由程序推定，请核对（gongkai show 编号）：{'、'.join(doubts)}"
        )
        yield from paragraph(said, width, label="待核    ")
