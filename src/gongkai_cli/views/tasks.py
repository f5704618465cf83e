"""The table of tasks on the status page: two lines a task, fitted to 80 cells and more."""

from datetime import date

from gongkai_cli.model.status import Light, TaskStatus
from gongkai_cli.views.filing import filing_word
from gongkai_cli.views.page import GAP, Column, Span, Table, fitted
from gongkai_cli.views.width import one_line, wide
from gongkai_cli.views.words import light_mark, light_word

Cell = tuple[Span, ...]
_LIGHT, _FILING = 8, 8
_REASON = 4  # lines: a reason is read to its end
_BROAD = 96  # from here on offices and deadlines get more room


def task_table(tasks: tuple[TaskStatus, ...], window: str, width: int) -> Table:
    """A row for each task: its light, what it asks and why the light, whose it is, by when, what was filed."""
    number = max(4, *(wide(row.task.id) for row in tasks))
    light = max(_LIGHT, *(wide(span.text) for row in tasks for span in _late(row)), 0)
    side = 18 if width >= _BROAD else 13
    text = width - number - light - 2 * side - _FILING - 5 * GAP
    widths = (number, light, text, side, side, _FILING)
    titles = ("编号", "亮灯", "具体要求 / 亮灯依据", "责任单位", "完成时限", "报送")
    columns = tuple(Column(title, room) for title, room in zip(titles, widths, strict=True))
    return Table(columns, tuple(_row(row, window, widths) for row in tasks))


def _row(row: TaskStatus, window: str, widths: tuple[int, ...]) -> tuple[Cell, ...]:
    number, light, text, lead, deadline, filing = widths
    why = "；".join((row.reason.rstrip("。"), *(note for note in row.notes if note not in row.reason)))
    return (
        fitted(row.task.id, number, 1, "bold"),
        (*fitted(f"{light_mark(row.light)} {light_word(row.light)}", light, 1, row.light.value), *_late(row)),
        (*fitted(one_line(row.task.requirement), text, 1), *fitted(one_line(why), text, _REASON, "dim")),
        (*fitted(_answering(row), lead, 2), *fitted(_others(row), lead, 1, "dim")),
        (
            *fitted(one_line(row.deadline.text) or "未写明", deadline, 2),
            *fitted(_due(row), deadline, 1, "dim"),
        ),
        (*fitted(filing_word(row, window) or "—", filing, 1), *fitted(_last(row), filing, 1, "dim")),
    )


def _late(row: TaskStatus) -> Cell:
    return (
        (Span(f"逾期{row.days_late}天", row.light.value),) if row.light is Light.RED and row.days_late else ()
    )


def _answering(row: TaskStatus) -> str:
    return "、".join(row.answering) or "未明确"


def _others(row: TaskStatus) -> str:
    """How many of the task's other offices have said anything."""
    others = [one for one in row.offices if not one.answers]
    said = sum(one.last is not None for one in others)
    return f"其他已报{said}/{len(others)}" if others else ""


def _due(row: TaskStatus) -> str:
    due, latest = row.deadline.due, row.deadline.latest
    if due is None:
        return ""
    return f"{_short(due)}/{_short(latest)}" if latest and latest != due else due.isoformat()


def _short(day: date) -> str:
    return f"{day.month}-{day.day}"


def _last(row: TaskStatus) -> str:
    last = max((said.record.day for said in row.said), default=None)
    return last.strftime("%m-%d") if last else "无记录"
