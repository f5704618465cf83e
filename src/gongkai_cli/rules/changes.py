"""What changed between two states of a plan: by what its files say, and by how its tasks stand."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import fields, replace

from gongkai_cli.model.changes import Changes, Shown, State, TaskChange
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.status import PlanSummary, TaskStatus
from gongkai_cli.rules.share import share_of

T = TypeVar("T", bound=Struct)

_UNSAID = {"id", "tasks", "locator", "doubts", "source"}
"""Bookkeeping of the conversion: a doubt that was confirmed changes nothing of the plan."""


Side = tuple[State, PlanSummary | None]
"""A state and how the plan stood in it; None where it has no such plan."""


def changes(before: Side, after: Side) -> Changes:
    """Compare a plan's standing in two states, one of which has the plan at least."""
    old, new = before[1], after[1]
    return Changes(
        before=_counted(before),
        after=_counted(after),
        fields=_differing(old.plan, new.plan) if old and new else (),
        tasks=tuple(one for one in _paired(old, new) if _tells(one)),
    )


def share(side: Side, office: str) -> Side:
    """Keep an office's tasks; a side in which it has none is one without the plan."""
    state, summary = side
    concerned = summary and any(one.office == office for row in summary.tasks for one in row.offices)
    return (state, share_of(summary, office)) if summary and concerned else (state, None)


def _counted(side: Side) -> State:
    state, summary = side
    return replace(state, plan=summary.plan, totals=summary.totals) if summary else state


def _paired(old: PlanSummary | None, new: PlanSummary | None) -> Iterator[TaskChange]:
    """Every task of either side: as printed now, then those that were dropped."""
    was = {one.task.id: one for one in old.tasks} if old else {}
    for one in new.tasks if new else ():
        yield _change(was.pop(one.task.id, None), one)
    for one in was.values():
        yield _change(one, None)


def _change(before: TaskStatus | None, after: TaskStatus | None) -> TaskChange:
    said, saying = (one.said if one else () for one in (before, after))
    return TaskChange(
        before=before,
        after=after,
        fields=_differing(before.task, after.task) if before and after else (),
        records=_added(said, saying),
        withdrawn=_added(saying, said) if after else (),
        evidence=_added(_shown(before), _shown(after)),
        acts=_added(before.acts if before else (), after.acts if after else ()),
    )


def _tells(change: TaskChange) -> bool:
    """Whether anything changed at all; that a day is nearer is no change."""
    before, after = change.before, change.after
    if before is None or after is None:
        return True
    moved = (before.status, before.light, before.deadline) != (after.status, after.light, after.deadline)
    return moved or any((change.fields, change.records, change.withdrawn, change.evidence, change.acts))


def _differing(before: Plan | Task, after: Plan | Task) -> tuple[str, ...]:
    names = (one.name for one in fields(after) if one.name not in _UNSAID)
    return tuple(name for name in names if getattr(before, name) != getattr(after, name))


def _shown(status: TaskStatus | None) -> tuple[Shown, ...]:
    if status is None:
        return ()
    return tuple(Shown(said.office, one) for said in status.said for one in said.record.evidence)


def _added(before: Iterable[T], after: Iterable[T]) -> tuple[T, ...]:
    """What `after` has more of: two entries may say the same."""
    known = Counter(map(_key, before))
    added = []
    for one in after:
        if known[_key(one)]:
            known[_key(one)] -= 1
        else:
            added.append(one)
    return tuple(added)


def _key(value: Struct) -> bytes:
    return msgspec.json.encode(value)
