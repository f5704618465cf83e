"""JSON for programs: English names, every key always there; what is absent is null, or [] for a list."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec
from msgspec import UNSET, Struct
from msgspec.structs import asdict, fields

from gongkai_cli.model.deadline import Deadline, Kind
from gongkai_cli.model.entry import Entry
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.status import FilingState, Light, PlanSummary, Status, Summary, TaskStatus
from gongkai_cli.views.words import field_name

Names = tuple[str, ...]


class DoubtData(Struct, frozen=True):
    """A field a person still has to confirm."""

    field: str
    reason: str


class DeadlineData(Struct, frozen=True, kw_only=True):
    """A deadline as printed and as understood."""

    text: str | None
    kind: Kind
    due: date | None
    latest: date | None
    dispatcher: str | None


class TaskData(Struct, frozen=True, kw_only=True):
    """A task of a plan."""

    id: str
    chapter: str | None
    section: str | None
    number: str | None
    requirement: str
    lead: Names
    support: Names
    implementing: Names
    responsible_text: str | None
    measures: str | None
    deadline: DeadlineData
    targets: tuple[dict[str, Any], ...]
    upstream: str | None
    locator: str | None
    doubts: tuple[DoubtData, ...]


class OfficeData(Struct, frozen=True):
    """What an office last said, and when."""

    office: str
    status: Status
    last: date | None


class FilingData(Struct, frozen=True):
    """One office's filing for one window."""

    window: str
    office: str
    state: FilingState


class RowData(TaskData, frozen=True, kw_only=True):
    """A task and how it stands."""

    status: Status
    light: Light
    reason: str
    offices: tuple[OfficeData, ...]
    records: int
    evidence: int
    filing: tuple[FilingData, ...]


class ShownData(RowData, frozen=True, kw_only=True):
    """A task with all that was said and done about it; `history` holds the records in full."""

    notes: Names
    history: tuple[dict[str, Any], ...]
    acts: tuple[dict[str, Any], ...]


class TotalsData(Struct, frozen=True, kw_only=True):
    """How many tasks show which light."""

    done: int
    red: int
    yellow: int
    green: int
    grey: int


class PlanData(Struct, frozen=True, kw_only=True):
    """A plan on a day."""

    plan: str
    totals: TotalsData
    tasks: tuple[RowData, ...]


class StatusData(Struct, frozen=True, kw_only=True):
    """The answer of `status`."""

    as_of: date
    plans: tuple[PlanData, ...]


class ShowData(Struct, frozen=True, kw_only=True):
    """The answer of `show`."""

    as_of: date
    plan: str
    task: ShownData


class LeftoverData(Struct, frozen=True):
    """Text of a document that found no place in its plan."""

    locator: str
    text: str


class ImportData(Struct, frozen=True, kw_only=True):
    """The answer of `import`."""

    plan: str
    title: str
    year: int
    body: str | None
    document_number: str | None
    tasks: tuple[TaskData, ...]
    leftover: tuple[LeftoverData, ...]


def status_json(summary: Summary, shown: Iterable[tuple[TaskStatus, ...]]) -> str:
    """Tell the plans of a summary, each with the tasks that were asked for."""
    plans = tuple(_plan(plan, rows) for plan, rows in zip(summary.plans, shown, strict=True))
    return json_text(StatusData(as_of=summary.as_of, plans=plans))


def show_json(as_of: date, plan: str, row: TaskStatus) -> str:
    """Tell one task, with its records and its supervision in full."""
    history = tuple({"office": said.office, **english(said.record)} for said in row.said)
    acts = tuple(english(act) for act in row.acts)
    task = ShownData(**asdict(_row(row)), notes=row.notes, history=history, acts=acts)
    return json_text(ShowData(as_of=as_of, plan=plan, task=task))


def import_json(plan: Plan, deadlines: Iterable[Deadline], leftover: Iterable[tuple[str, str]]) -> str:
    """Tell a plan as it was read from its document, with the text that found no place."""
    return json_text(
        ImportData(
            plan=plan.id,
            title=plan.title,
            year=plan.year,
            body=plan.body or None,
            document_number=plan.document_number or None,
            tasks=tuple(map(task_data, plan.tasks, deadlines)),
            leftover=tuple(LeftoverData(*one) for one in leftover),
        )
    )


def json_text(data: object) -> str:
    """Write JSON for people to read too."""
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode()


def task_data(task: Task, deadline: Deadline) -> TaskData:
    """Tell a task in English names."""
    return TaskData(
        id=task.id,
        chapter=task.chapter or None,
        section=task.section or None,
        number=task.number or (None if "-" in task.id or "编号" in task.doubts else task.id),
        requirement=task.requirement,
        lead=task.lead,
        support=task.support,
        implementing=task.implementing,
        responsible_text=task.responsible_text or None,
        measures=task.measures or None,
        deadline=deadline_data(deadline),
        targets=tuple(map(english, task.targets)),
        upstream=task.upstream or None,
        locator=task.locator or None,
        doubts=tuple(DoubtData(field_name(key), reason) for key, reason in task.doubts.items()),
    )


def english(entry: Entry) -> dict[str, Any]:
    """Tell any entry of a file by its English names."""
    return {_RENAMED.get(one.name, one.name): told(getattr(entry, one.name)) for one in fields(entry)}


_RENAMED = {"day": "date"}


def told(value: Any) -> Any:
    """Tell a value of an entry; what is absent is null."""
    if isinstance(value, Entry):
        return english(value)
    if isinstance(value, tuple):
        return [told(one) for one in value]
    return None if value is UNSET or value == "" else value


def deadline_data(deadline: Deadline) -> DeadlineData:
    """Tell a deadline as printed and as understood."""
    return DeadlineData(
        text=deadline.text or None,
        kind=deadline.kind,
        due=deadline.due,
        latest=deadline.latest,
        dispatcher=deadline.dispatcher or None,
    )


def _plan(plan: PlanSummary, rows: Iterable[TaskStatus]) -> PlanData:
    totals = TotalsData(**{light.value: plan.totals.get(light, 0) for light in Light})
    return PlanData(plan=plan.plan.id, totals=totals, tasks=tuple(map(_row, rows)))


def _row(row: TaskStatus) -> RowData:
    return RowData(
        **asdict(task_data(row.task, row.deadline)),
        status=row.status,
        light=row.light,
        reason=row.reason,
        offices=tuple(OfficeData(one.office, one.status, one.last) for one in row.offices),
        records=len(row.said),
        evidence=sum(len(said.record.evidence) for said in row.said),
        filing=tuple(FilingData(one.window, one.office, one.state) for one in row.filing),
    )
