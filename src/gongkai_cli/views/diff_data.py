"""JSON of `gongkai diff`: both states, and every task that is not as it was."""

from datetime import date
from typing import Any

from msgspec import Struct

from gongkai_cli.model.changes import Changes, State, TaskChange
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.status import Light, Status, TaskStatus
from gongkai_cli.views.data import DeadlineData, TotalsData, deadline_data, english, json_text, told


class StateData(Struct, frozen=True, kw_only=True):
    """One of the two states; `commit` is null for the files as they lie there."""

    as_of: date
    commit: str | None
    changed: bool
    totals: TotalsData | None


class FieldData(Struct, frozen=True, kw_only=True):
    """What the plan says otherwise in one field."""

    field: str
    before: Any
    after: Any


class StandingData(Struct, frozen=True, kw_only=True):
    """How a task stood in one state."""

    status: Status
    light: Light
    deadline: DeadlineData


class ChangeData(Struct, frozen=True, kw_only=True):
    """A task that changed; `before` is null for a new one, `after` for one that was dropped."""

    id: str
    requirement: str
    before: StandingData | None
    after: StandingData | None
    fields: tuple[FieldData, ...]
    records: tuple[dict[str, Any], ...]
    withdrawn: tuple[dict[str, Any], ...]
    evidence: tuple[dict[str, Any], ...]
    acts: tuple[dict[str, Any], ...]


class ChangesData(Struct, frozen=True, kw_only=True):
    """The answer of `diff`."""

    plan: str
    before: StateData
    after: StateData
    fields: tuple[FieldData, ...]
    tasks: tuple[ChangeData, ...]


def diff_json(changes: Changes) -> str:
    """Tell what changed in English names."""
    return json_text(
        ChangesData(
            plan=changes.plan.id,
            before=_state(changes.before),
            after=_state(changes.after),
            fields=_fields(changes.before.plan or changes.plan, changes.plan, changes.fields),
            tasks=tuple(map(_change, changes.tasks)),
        )
    )


def _state(state: State) -> StateData:
    totals = TotalsData(**{light.value: state.totals.get(light, 0) for light in Light})
    return StateData(
        as_of=state.as_of,
        commit=state.commit or None,
        changed=state.changed,
        totals=totals if state.plan else None,
    )


def _change(change: TaskChange) -> ChangeData:
    before, after, task = change.before, change.after, change.standing.task
    return ChangeData(
        id=task.id,
        requirement=task.requirement,
        before=_standing(before),
        after=_standing(after),
        fields=_fields(before.task, after.task, change.fields) if before and after else (),
        records=tuple({"office": said.office, **english(said.record)} for said in change.records),
        withdrawn=tuple({"office": said.office, **english(said.record)} for said in change.withdrawn),
        evidence=tuple({"office": shown.office, **english(shown.evidence)} for shown in change.evidence),
        acts=tuple(map(english, change.acts)),
    )


def _standing(row: TaskStatus | None) -> StandingData | None:
    if row is None:
        return None
    return StandingData(status=row.status, light=row.light, deadline=deadline_data(row.deadline))


def _fields(before: Plan | Task, after: Plan | Task, names: tuple[str, ...]) -> tuple[FieldData, ...]:
    return tuple(
        FieldData(field=name, before=told(getattr(before, name)), after=told(getattr(after, name)))
        for name in names
    )
