"""A part of a plan's standing: an office's tasks, a reporting window's records."""

from collections import Counter

from msgspec import UNSET
from msgspec.structs import replace

from gongkai_cli.model.plan import Window
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import Record
from gongkai_cli.model.status import Light, PlanSummary


def share_of(summary: PlanSummary, office: str) -> PlanSummary:
    """Keep the tasks an office answers for or supports. Refuses an office without any."""
    tasks = tuple(row for row in summary.tasks if any(one.office == office for one in row.offices))
    if not tasks:
        known = dict.fromkeys(one.office for row in summary.tasks for one in row.offices)
        raise Refusal("no-such-choice", option="--office", value=office, known="、".join(known))
    ids = {row.task.id for row in tasks}
    counted = Counter(row.light for row in tasks)
    return replace(
        summary,
        plan=replace(summary.plan, tasks=tuple(row.task for row in tasks)),
        totals={light: counted[light] for light in Light},
        tasks=tasks,
        unclear={
            name: kept
            for name, named in summary.unclear.items()
            if (kept := tuple(one for one in named if one in ids))
        },
    )


def window_share(summary: PlanSummary, window: Window) -> PlanSummary:
    """Keep, of each task, the records filed for a window; how the task stands is not touched."""
    tasks = (
        replace(row, said=tuple(said for said in row.said if _is_of(said.record, window)))
        for row in summary.tasks
    )
    return replace(summary, tasks=tuple(tasks))


def since_window(summary: PlanSummary, window: Window) -> PlanSummary:
    """Keep, of each task, the records filed for a window or later: what was said last is still to come."""
    tasks = (
        replace(
            row,
            said=tuple(one for one in row.said if one.record.day > window.end or _is_of(one.record, window)),
        )
        for row in summary.tasks
    )
    return replace(summary, tasks=tuple(tasks))


def _is_of(record: Record, window: Window) -> bool:
    """By the window the record names, else by its day; a correction stands for the day it puts right."""
    day = record.day if record.corrects is UNSET else record.corrects
    return record.window == window.name if record.window else window.start <= day <= window.end
