"""Which task a record is about: the one named, or one that the person at the terminal chooses of their own."""

from datetime import date
from shutil import get_terminal_size

from msgspec import Struct

from gongkai_cli.cli.plans import address, plan_for, plans_for, task_of
from gongkai_cli.cli.record.answering import office_for, own_office
from gongkai_cli.cli.record.desk import Desk
from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import message, words
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.duty import duty
from gongkai_cli.rules.own_tasks import OwnTask, OwnTasks, own_task, own_tasks
from gongkai_cli.rules.roster import roster
from gongkai_cli.store.paths import SUPERVISION

_ALL = "全部"
_OTHER_LINES = 6  # of the terminal: heading, note and prompt around the tasks


class Wanted(Struct, frozen=True):
    """What the command line says of the task; None where it says nothing."""

    task: str | None
    plan: str | None
    office: str | None
    day: date


def desk_at(session: Session, wanted: Wanted) -> Desk:
    """Find the desk for what is wanted; asks at a terminal for what is missing, refuses elsewhere."""
    if wanted.task is None:
        return _chosen(session, wanted)
    named = address(wanted.task, wanted.plan)
    workspace = session.workspace([_plan(session, named.plan, wanted.day)], offices=())
    plan = workspace.plans[0].value
    task = task_of(plan, named.task)
    own = own_office(session, workspace, plan, wanted.office)
    return Desk(session, workspace, task, own or office_for(session, roster(workspace.config, plan), task))


def seen_from(desk: Desk, day: date) -> OwnTask:
    """Tell how the task of a desk stands, from the office's own records and the acts of supervision."""
    from gongkai_cli.rules.summary import summarise

    workspace = desk.session.workspace([desk.plan.id], offices=[desk.office, SUPERVISION])
    summary = summarise(workspace, day, [desk.plan.id]).plans[0]
    return own_task(summary, desk.office, desk.task.id, day)


def _plan(session: Session, named: str | None, day: date) -> str:
    """Name the plan; where there are several, the only one of the workspace's own body, else ask."""
    found = plans_for(session.root, named, day)
    if len(found) == 1 or not session.conversing:
        return plan_for(session.root, named, day)
    workspace = session.workspace(found, offices=())
    plans = [one.value for one in workspace.plans]
    own = [plan for plan in plans if workspace.config.body and plan.body == workspace.config.body]
    titles = {f"{plan.title}（{plan.id}）": plan.id for plan in own or plans}
    return own[0].id if len(own) == 1 else titles[session.choose(words("asking")["计划"], list(titles))]


def _chosen(session: Session, wanted: Wanted) -> Desk:
    if not session.conversing:
        raise Refusal("usage-missing", name="任务", command="gongkai record")
    from gongkai_cli.rules.summary import summarise

    named = _plan(session, wanted.plan, wanted.day)
    workspace = session.workspace([named])
    plan = workspace.plans[0].value
    office = own_office(session, workspace, plan, wanted.office) or _asked_office(session, workspace, plan)
    own = own_tasks(summarise(workspace, wanted.day, [named]).plans[0], office, wanted.day)
    if not own.tasks:
        raise Refusal("no-own-tasks", office=office, plan=named)
    return Desk(session, workspace, task_of(plan, _asked_task(session, own, plan)), office)


def _asked_office(session: Session, workspace: Workspace, plan: Plan) -> str:
    known = roster(workspace.config, plan)
    offices = dict.fromkeys(office for task in plan.tasks for office in duty(task, known).roles)
    return session.choose(words("asking")["部门"], list(offices))


def _asked_task(session: Session, own: OwnTasks, plan: Plan) -> str:
    """Show as many tasks as the terminal has lines for, the most urgent; any task of the plan may be named."""
    from gongkai_cli.views.own_tasks import choice_page

    room = max(get_terminal_size().lines - _OTHER_LINES, 5)
    shown = own.tasks if len(own.tasks) <= room else own.tasks[:room]
    session.show(choice_page(own, shown, session.width))
    while True:
        answer = address(session.ask(words("asking")["任务"]), None).task
        if answer == _ALL:
            session.show(choice_page(own, own.tasks, session.width))
        elif answer:
            try:
                return task_of(plan, answer).id
            except Refusal as refusal:
                session.note(message(refusal.code, refusal.about))
