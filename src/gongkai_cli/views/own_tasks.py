"""What `record` shows before it asks: an office's tasks to choose from, then the one that was chosen."""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.record import Record
from gongkai_cli.rules.own_tasks import OwnTask, OwnTasks
from gongkai_cli.views.page import GAP, Column, Line, Page, Span, Table, fitted, line, paragraph
from gongkai_cli.views.show import act_text, deadline_text
from gongkai_cli.views.width import clipped, one_line, wide
from gongkai_cli.views.words import light_mark, light_word

_LIGHT, _DUE, _LAST, _FILING = 9, 10, 10, 6


def choice_page(own: OwnTasks, shown: tuple[OwnTask, ...], width: int) -> Page:
    """Lay out the tasks shown, a line each; say how many more there are."""
    owed = sum(one.owed for one in own.tasks)
    term = f"，{own.window.name}待报 {owed} 项" if own.window else ""
    head = line(f"{one_line(own.office)}的任务 {len(own.tasks)} 项{term}", "bold")
    more = len(own.tasks) - len(shown)
    foot = (line(f"另有 {more} 项，写“全部”列出", "dim"),) if more else ()
    return (head, _table(shown, own.window.name if own.window else "", width), *foot)


def task_page(own: OwnTask, width: int) -> Page:
    """Lay out a chosen task: what it asks, by when, and what the office last said of it."""
    task = own.row.task
    return (
        line(),
        Line((Span(f"任务 {task.id}", "head"),)),
        *_labelled("具体要求", task.requirement, width),
        *_labelled("完成时限", f"{deadline_text(own.row)}；{own.row.reason}", width),
        *(part for label, text in _since(own) if text for part in _labelled(label, text, width)),
        line(),
    )


def _table(shown: tuple[OwnTask, ...], window: str, width: int) -> Table:
    number = max((wide(one.row.task.id) for one in shown), default=0)
    widths = [max(number, 4), _LIGHT, width, _DUE, _LAST, _FILING]
    titles = ["编号", "亮灯", "具体要求", "时限", "最近记录", "本期"]
    if not window:
        widths.pop()
    widths[2] = width - sum(widths) + width - GAP * (len(widths) - 1)
    columns = tuple(Column(title, room) for title, room in zip(titles, widths, strict=False))
    return Table(columns, tuple(_row(one, widths) for one in shown))


def _row(own: OwnTask, widths: list[int]) -> tuple[tuple[Span, ...], ...]:
    row = own.row
    due = row.deadline.due
    texts = (
        (row.task.id, "bold"),
        (f"{light_mark(row.light)} {light_word(row.light)}", row.light.value),
        (clipped(one_line(row.task.requirement), widths[2]), ""),
        (_day(due) or one_line(row.deadline.text) or "未写明", ""),
        (_day(own.last.day) if own.last else "无", ""),
        (own.filing.value if own.filing else "—", ""),
    )
    return tuple(fitted(text, room, 1, style) for (text, style), room in zip(texts, widths, strict=False))


def _since(own: OwnTask) -> Iterator[tuple[str, str]]:
    """What the office last said, and what the coordinator did about the task since."""
    yield from _last(own.last)
    for act in own.row.acts:
        if own.last is None or act.day >= own.last.day:
            yield "督办", f"{_day(act.day)}  {act.act}  {act_text(act)}"


def _last(record: Record | None) -> Iterator[tuple[str, str]]:
    if record is None:
        yield "上次填报", "还没有记录"
        return
    yield "上次填报", f"{_day(record.day)}  {record.status}"
    yield "", record.progress
    yield "", record.next and f"下一步：{record.next}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _labelled(label: str, text: str, width: int) -> tuple[Line, ...]:
    return paragraph(one_line(text), width, label=label + " " * (10 - wide(label)))
