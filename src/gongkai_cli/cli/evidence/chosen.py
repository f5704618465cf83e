"""Which evidence a command is about: all of the workspace, or that of some tasks, files, folders, an office, a plan."""

from collections.abc import Callable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.cli.plans import address, office_named, plans_for
from gongkai_cli.cli.session import Session
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import Evidence
from gongkai_cli.model.workspace import Sourced, Workspace
from gongkai_cli.rules.checks.filed import counting, offices_of
from gongkai_cli.store.read import plan_years


class Choice(Struct, frozen=True):
    """What the command line asks for; empty or None asks for everything. What is dated after `day` is not there yet."""

    subjects: tuple[str, ...]
    office: str | None
    plan: str | None
    day: date


class Piece(Struct, frozen=True):
    """A piece of evidence that counts, and where it was filed: the ledger's file, the plan, the office, the task."""

    ledger: str
    plan: str
    office: str
    task: str
    evidence: Evidence


def chosen(session: Session, choice: Choice) -> tuple[Piece, ...]:
    """Gather the evidence asked for. Refuses a plan, an office, a path or a task that is not there."""
    plans = [choice.plan] if choice.plan else list(plan_years(session.root))
    plans_for(session.root, choice.plan, choice.day)  # refuses a plan that is not there
    workspace = session.workspace(plans)
    office = _office(workspace, choice.office)
    wanted = [_subject(session, workspace, choice, one) for one in choice.subjects]
    return tuple(
        piece
        for piece in _pieces(_until(workspace, choice.day))
        if (office is None or piece.office == office) and (not wanted or any(one(piece) for one in wanted))
    )


def _until(workspace: Workspace, day: date) -> Workspace:
    """Leave out what is dated later: a correction of that time has not replaced anything yet."""
    ledgers = (
        Sourced(one.file, replace(one.value, records=tuple(r for r in one.value.records if r.day <= day)))
        for one in workspace.ledgers
    )
    return replace(workspace, ledgers=tuple(ledgers))


def _pieces(workspace: Workspace) -> Iterator[Piece]:
    for filed in counting(workspace):
        for one in filed.entry.evidence:
            plan = filed.plan.id if filed.plan else ""
            yield Piece(filed.file, plan, filed.office, filed.entry.task, one)


def _office(workspace: Workspace, name: str | None) -> str | None:
    office = office_named(workspace.config, name)
    known = {one for plan in workspace.plans for one in offices_of(workspace.config, plan.value)}
    known |= {ledger.value.office for ledger in workspace.ledgers}
    if office is not None and office not in known:
        raise Refusal("no-such-choice", option="--office", value=name, known="、".join(sorted(known)))
    return office


def _subject(session: Session, workspace: Workspace, choice: Choice, text: str) -> Callable[[Piece], bool]:
    """Read one subject: what exists as a path is one (a ledger, evidence, a folder of either), else it is a task."""
    path, home = (session.start / text).resolve(), session.root.resolve()
    if path.exists():
        if not path.is_relative_to(home):
            raise Refusal("outside-workspace", path=text, root=session.root)
        return lambda piece: any(
            (home / file).is_relative_to(path) for file in (piece.ledger, piece.evidence.file) if file
        )
    if "." in text or "\\" in text:
        raise Refusal("no-such-path", path=text)
    named = address(text, choice.plan)
    plans = [one.value for one in workspace.plans if named.plan in {None, one.value.id}]
    if not any(task.id == named.task for plan in plans for task in plan.tasks):
        raise Refusal("no-such-subject", value=text)
    return lambda piece: piece.task == named.task and named.plan in {None, piece.plan}
