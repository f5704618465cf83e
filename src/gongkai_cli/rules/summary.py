"""How plans stand on a day: the one result that every view and report shows."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from gongkai_cli.model.deadline import Kind
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import Act
from gongkai_cli.model.status import Light, PlanSummary, Said, Status, Summary, TaskStatus
from gongkai_cli.model.workspace import Config, Workspace
from gongkai_cli.rules.deadline import Reckoning, deadline_of, reckoning_of
from gongkai_cli.rules.duty import duty, unclear_names
from gongkai_cli.rules.filing import filings
from gongkai_cli.rules.ledger import Key, acts_by_task, by_office, records_by_task, standing
from gongkai_cli.rules.lights import late_by, light
from gongkai_cli.rules.progress import (
    Case,
    closed,
    done_since,
    has_evidence,
    office_states,
    settled,
    task_status,
)
from gongkai_cli.rules.reasons import note
from gongkai_cli.rules.roster import Roster, roster
from gongkai_cli.rules.supervision import binding, extended_to, returned


class _Day(Struct, frozen=True, kw_only=True):
    """A workspace as it was on a day, by task."""

    as_of: date
    config: Config
    reckoning: Reckoning
    rosters: dict[str, Roster]
    records: dict[Key, list[Said]]
    acts: dict[Key, list[Act]]


def summarise(workspace: Workspace, as_of: date, plans: Sequence[str]) -> Summary:
    """Say how each of these plans stands; what is dated after `as_of` does not exist yet."""
    known = {sourced.value.id: sourced.value for sourced in reversed(workspace.plans)}
    wanted = [_known(known, plan) for plan in plans]
    day = _day(workspace, as_of, wanted)
    return Summary(as_of=as_of, plans=tuple(_plan_summary(plan, day) for plan in wanted))


def _known(plans: dict[str, Plan], plan: str) -> Plan:
    if plan not in plans:
        raise Refusal("no-such-plan", plan=plan, known="、".join(plans))
    return plans[plan]


def _day(workspace: Workspace, as_of: date, plans: Iterable[Plan]) -> _Day:
    rosters = {plan.id: roster(workspace.config, plan) for plan in plans}
    names = {plan: roster.office for plan, roster in rosters.items()}
    records = records_by_task(workspace, as_of, names)
    return _Day(
        as_of=as_of,
        config=workspace.config,
        reckoning=reckoning_of(workspace),
        rosters=rosters,
        records=records,
        acts=acts_by_task(workspace, as_of),
    )


def _plan_summary(plan: Plan, day: _Day) -> PlanSummary:
    tasks = tuple(
        _task_status(_case(plan, task, day), day.config.thresholds.task_days) for task in plan.tasks
    )
    totals = dict.fromkeys(Light, 0)
    for one in tasks:
        totals[one.light] += 1
    return PlanSummary(plan=plan, totals=totals, tasks=tasks, unclear=_unclear(plan, day.rosters[plan.id]))


def _unclear(plan: Plan, roster: Roster) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for task in plan.tasks:
        for name in unclear_names(task, roster):
            found[name] = (*found.get(name, ()), task.id)
    return found


def _case(plan: Plan, task: Task, day: _Day) -> Case:
    acts = tuple(day.acts.get((plan.id, task.id), ()))
    words = standing(day.records.get((plan.id, task.id), ()))
    roster = day.rosters[plan.id]
    duties = duty(task, roster)
    read = deadline_of(plan, task, day.reckoning)
    return Case(
        plan=plan,
        task=task,
        as_of=day.as_of,
        roster=roster,
        duty=duties,
        deadline=settled(read, task, binding(acts, duties.answering, roster)),
        done_at_issue=read.kind is Kind.DONE,
        acts=acts,
        words=words,
        by_office=by_office(words),
    )


def _task_status(case: Case, task_days: int) -> TaskStatus:
    offices = office_states(case)
    status = task_status(case, offices)
    lit = light(case, status, task_days)
    is_closed = closed(case)
    return TaskStatus(
        task=case.task,
        deadline=case.deadline,
        status=status,
        light=lit.light,
        reason=lit.reason,
        days_late=lit.days_late,
        silent=lit.silent,
        done_since=done_since(case),
        closed=is_closed,
        notes=tuple(map(note, _flags(case, status, closed=is_closed))),
        offices=offices,
        said=tuple(word.said() for word in case.words),
        acts=case.acts,
        filing=() if is_closed or case.task.not_applicable else tuple(filings(case)),
    )


def _flags(case: Case, status: Status, *, closed: bool) -> Iterator[str]:
    if not case.duty.answering:
        yield "unclear" if case.duty.names_somebody else "nobody"
    if status is Status.DONE:
        yield from _done_flags(case, closed=closed)
    elif status is Status.NOT_APPLICABLE:
        if not closed and not case.task.not_applicable:
            yield "to-agree"
    else:
        yield from _open_flags(case)


def _done_flags(case: Case, *, closed: bool) -> Iterator[str]:
    if not has_evidence(case):
        yield "no-evidence"
    if not closed:
        yield "to-close"
    since = done_since(case)
    if since and late_by(case, since):
        yield "late"


def _open_flags(case: Case) -> Iterator[str]:
    deadline = case.deadline
    if deadline.due and deadline.latest and deadline.due < case.as_of <= deadline.latest:
        yield "ambiguous"
    if any(returned(case.acts_on(office), case.words_of(office)) for office in case.voices()):
        yield "returned"
    if extended_to(binding(case.acts, case.duty.answering, case.roster)):
        yield "extended"
