"""What a year's records and requests put into its annual report: counted tables, figures, paragraphs of section 六."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import UNSET, Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.annual import Figure
from gongkai_cli.model.annual_tables import Disputes, Requests, TrialRequests
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.request import Request, received_on
from gongkai_cli.model.status import Light, PlanSummary, Status
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.annual.counting import disputes_table, requests_table
from gongkai_cli.rules.ledger import Names, records_by_task, standing
from gongkai_cli.rules.reasons import day_in_words
from gongkai_cli.rules.roster import roster
from gongkai_cli.rules.summary import summarise


class Draft(Struct, frozen=True):
    """A paragraph drafted for section 六, and the words by which one that is there already is known."""

    text: str
    known_by: str


class Year(Struct, frozen=True, kw_only=True):
    """What is known of a year.

    The tables are None where no register of requests was kept yet; `cases`: how many requests arrived in the year;
    `later`: how many of these are not received by law in it (条例 art. 31), and so are not counted in it.
    """

    requests: Requests | TrialRequests | None
    disputes: Disputes | None
    cases: int
    later: int = 0
    figures: tuple[Figure, ...]
    drafts: tuple[Draft, ...]


def year_of(workspace: Workspace, year: int, as_of: date) -> Year:
    """Count a year as of a day; what comes after its last day belongs to the next."""
    cases = _cases(workspace)
    arrived = [case for case in cases if case.arrived.year == year]
    tables = counted_tables(workspace, year)
    fee = (_fee_draft(cases, year),) if tables else ()
    return Year(
        requests=tables[0] if tables else None,
        disputes=tables[1] if tables else None,
        cases=len(arrived),
        later=sum((received_on(case) or date.max).year > year for case in arrived),
        figures=tuple(_figures(workspace, year, as_of)),
        drafts=(*_plan_drafts(workspace, year, as_of), *fee),
    )


def counted_tables(workspace: Workspace, year: int) -> tuple[Requests | TrialRequests, Disputes] | None:
    """Count tables 3 and 4; None where no register was kept by then: nothing would be counted, which is not 0."""
    if not any(one.value.year <= year for one in workspace.registers):
        return None
    cases = _cases(workspace)
    return requests_table(cases, year), disputes_table(cases, year)


def _cases(workspace: Workspace) -> list[Request]:
    return [case for one in workspace.registers for case in one.value.requests]


# --- figures ------------------------------------------------------------------------------------------------


def _figures(workspace: Workspace, year: int, as_of: date) -> Iterator[Figure]:
    """Add up what the records of the year counted (计数); of a corrected record only the last word."""
    plans = _own_plans(workspace)
    names: Names = {plan.id: roster(workspace.config, plan).office for plan in plans}
    sums: Counter[str] = Counter()
    for said in records_by_task(workspace, as_of, names).values():
        for word in standing(said):
            sums.update(word.record.counts if word.filed.year == year else {})
    units = {target.name: target.unit for plan in plans for task in plan.tasks for target in task.targets}
    for name, number in sums.items():
        yield Figure(name=name, number=number, unit=units.get(name, ""), locator=words("annual")["台账出处"])


def _own_plans(workspace: Workspace) -> list[Plan]:
    return [one.value for one in workspace.plans if workspace.config.bears_on(one.value)]


# --- section 六 ---------------------------------------------------------------------------------------------


def _plan_drafts(workspace: Workspace, year: int, as_of: date) -> Iterator[Draft]:
    """Say of each plan of the year how it was carried out, as the year closed or as it stands before."""
    closing = min(as_of, date(year, 12, 31) + timedelta(days=1))
    plans = [plan.id for plan in _own_plans(workspace) if plan.year == year]
    for summary in summarise(workspace, closing, plans).plans:
        yield _plan_draft(summary, min(as_of, date(year, 12, 31)))


def _plan_draft(summary: PlanSummary, day: date) -> Draft:
    said: dict[str, str] = words("annual")["起草"]
    settled = summary.totals[Light.DONE]
    spared = sum(one.status is Status.NOT_APPLICABLE for one in summary.tasks)
    left = len(summary.tasks) - settled
    opening = said["要点"].format(title=summary.plan.title)
    parts = (
        said["已完成"].format(day=f"{day.year}年{day_in_words(day, day.year)}", count=settled - spared),
        said["不涉及"].format(count=spared) if spared else "",
        said["结转"].format(count=left) if left else "",
    )
    total = said["任务数"].format(total=len(summary.tasks))
    return Draft(opening + total + "，".join(filter(None, parts)) + "。", opening)


def _fee_draft(cases: Sequence[Request], year: int) -> Draft:
    """State the fees (信息处理费) paid in the year."""
    said: dict[str, str] = words("annual")["起草"]
    paid = sum(
        step.amount
        for case in cases
        for step in case.steps
        if step.step == "缴费" and step.day.year == year and step.amount is not UNSET
    )
    return Draft(said["处理费" if paid else "没有处理费"].format(year=year, paid=paid), said["处理费认"])
