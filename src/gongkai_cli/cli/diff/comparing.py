"""What changed in a plan since a revision: both states read, each measured on its day, and compared."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import message
from gongkai_cli.model.changes import Changes, State
from gongkai_cli.model.origin import Origin
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.model.workspace import Config, Workspace
from gongkai_cli.rules.changes import Side, changes, share
from gongkai_cli.rules.summary import summarise
from gongkai_cli.store.git.origin import origin_of
from gongkai_cli.store.git.snapshot import Snapshot, snapshot, workspace_at
from gongkai_cli.views.word.basis import Basis


class Span(Struct, frozen=True, kw_only=True):
    """From which revision to which (None: the files as they lie there), and on which day the later is measured.

    `day` is None where the later revision's own day is meant.
    """

    since: str
    until: str | None = None
    day: date | None = None


def compared(session: Session, plan: str, span: Span, office: str | None = None) -> Changes:
    """Compare a plan, or an office's share in it, in two states. Refuses a plan that neither has.

    Where the day of the later state is given, the earlier is not measured on a day after it.
    """
    since = snapshot(session.root, span.since)
    old = _committed(session.root, since, plan, min(since.day, span.day or since.day))
    new = _later(session, plan, span)
    if not (old[1] or new[1]):
        raise Refusal("plan-in-neither", plan=plan)
    if office:
        old, new = share(old, office), share(new, office)
        if not (old[1] or new[1]):
            raise Refusal("office-in-neither", plan=plan, office=office)
    return changes(old, new)


def paper_of(session: Session, found: Changes, office: str | None) -> Basis:
    """Make the basis of a paper (变化情况) that tells nothing but what changed."""
    commit = found.after.commit
    return Basis(
        summary=PlanSummary(plan=found.plan, totals=found.after.totals, tasks=(), unclear={}),
        as_of=found.after.as_of,
        config=Config(),
        office=office or "",
        changes=found,
        origin=Origin(commit=commit, clean=True) if commit else origin_of(session.root),
    )


def _later(session: Session, plan: str, span: Span) -> Side:
    if span.until is not None:
        until = snapshot(session.root, span.until)
        return _committed(session.root, until, plan, span.day or until.day)
    day = span.day or session.day(None)
    origin = origin_of(session.root)
    state = State(as_of=day, changed=bool(origin.commit) and not origin.clean)
    return state, _summary(session.workspace([plan]), day, plan)


def _committed(root: Path, at: Snapshot, plan: str, day: date) -> Side:
    workspace, problems = workspace_at(root, at.commit, plan)
    if problems:
        said = message(problems[0].code, problems[0].about)
        raise Refusal("broken-revision", revision=at.commit[:7], file=problems[0].file, message=said)
    return State(as_of=day, name=at.name, commit=at.commit), _summary(workspace, day, plan)


def _summary(workspace: Workspace, day: date, plan: str) -> PlanSummary | None:
    if not any(sourced.value.id == plan for sourced in workspace.plans):
        return None
    return summarise(workspace, day, [plan]).plans[0]
