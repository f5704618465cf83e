"""Gathering what a report is made from: the plan's standing, cut to what was asked for, and what stands around it."""

from datetime import date

from msgspec import UNSET, Struct
from msgspec.structs import replace

from gongkai_cli.cli.plans import office_named
from gongkai_cli.cli.session import Session
from gongkai_cli.model.annual import Prose
from gongkai_cli.model.changes import Changes
from gongkai_cli.model.plan import Plan, Window
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.rules.disclosure import public_changes, public_share
from gongkai_cli.rules.share import share_of, since_window, window_share
from gongkai_cli.rules.summary import summarise
from gongkai_cli.rules.windows import to_report, window_named
from gongkai_cli.store.git.origin import origin_of
from gongkai_cli.store.paths import annual_file
from gongkai_cli.store.read import plan_years, read_annual
from gongkai_cli.views.word.basis import Basis


class Wanted(Struct, frozen=True, kw_only=True):
    """What was asked for: the options of `gongkai report` that not every kind takes."""

    office: str | None = None
    window: str | None = None
    since: str | None = None
    public: bool = False


def basis_of(session: Session, plan: str, day: date, wanted: Wanted) -> Basis:
    """Gather what every kind of report is made from; of an office's tasks, and of a window, where they are named."""
    workspace = session.workspace([plan])
    (summary,) = summarise(workspace, day, [plan]).plans
    office = office_named(workspace.config, wanted.office) or ""
    basis = Basis(
        summary=share_of(summary, office) if office else summary,
        as_of=day,
        config=workspace.config,
        office=office,
        origin=origin_of(session.root),
        changes=_changes(session, summary.plan, day, replace(wanted, office=office)),
    )
    return _cut(basis, window_named(summary.plan, wanted.window)) if wanted.window else basis


def of_window(basis: Basis) -> Basis:
    """Cut it to the window a report of this day is about, unless one was named."""
    if basis.window:
        return basis
    window = to_report(basis.summary.plan, basis.as_of)
    if window is None:
        raise Refusal("no-window-yet", day=basis.as_of)
    return _cut(basis, window)


def with_year(session: Session, basis: Basis) -> Basis:
    """Add what the report on a whole year tells beside its plan: the coordinator's words, and last year's plan."""
    plan = basis.summary.plan
    earlier = None if basis.office else _earlier(session, plan, basis.as_of)
    return replace(basis, prose=_prose(session, plan.year), earlier=earlier)


def for_the_public(basis: Basis) -> Basis:
    """Leave out the evidence the public may not see, and count it."""
    summary, left_out = public_share(basis.summary)
    changes = basis.changes and public_changes(basis.changes)
    return replace(basis, summary=summary, left_out=left_out, changes=changes)


def _cut(basis: Basis, window: Window) -> Basis:
    whole = basis.summary
    return replace(
        basis, summary=window_share(whole, window), window=window, since=since_window(whole, window)
    )


def _changes(session: Session, plan: Plan, day: date, wanted: Wanted) -> Changes | None:
    if not wanted.since:
        return None
    from gongkai_cli.cli.diff.comparing import Span, compared

    return compared(session, plan.id, Span(since=wanted.since, day=day), wanted.office or None)


def _earlier(session: Session, plan: Plan, day: date) -> PlanSummary | None:
    """How the same body's plan of the year before stands; None where the workspace has none."""
    years = plan_years(session.root)
    before = [one for one, year in years.items() if year == plan.year - 1]
    found = summarise(session.workspace(before), day, before).plans if before else ()
    return next((one for one in found if one.plan.body == plan.body), None)


def _prose(session: Session, year: int) -> Prose:
    reports, problems = read_annual(session.root)
    session.ensure_sound([problem for problem in problems if problem.file == annual_file(year)])
    written = (one.value.prose for one in reports if one.file == annual_file(year))
    return next((one for one in written if one is not UNSET), Prose())
