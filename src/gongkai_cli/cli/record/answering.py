"""Which office a record is for: the option's, this clone's own, else the one that answers for the task."""

from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import offices_of
from gongkai_cli.rules.duty import duty
from gongkai_cli.rules.roster import Roster, roster
from gongkai_cli.store.git.repository import default_office


def own_office(session: Session, workspace: Workspace, plan: Plan, option: str | None) -> str | None:
    """Return the office named by the option, else by this clone (`init --office`); None where neither does.

    Refuses one that neither the workspace nor the plan knows. On a plan of another body a clone's office says nothing.
    """
    named = option or (default_office(session.root) if workspace.config.bears_on(plan) else "")
    if not named:
        return None
    known = offices_of(workspace.config, plan)
    if known and named not in known:
        raise Refusal("unknown-office", value=named, plan=plan.id, known="\n".join(sorted(known)))
    return roster(workspace.config, plan).office(named)


def office_for(session: Session, known: Roster, task: Task) -> str:
    """Take the office that answers for a task; asks where several might, or refuses with the choices."""
    duties = duty(task, known)
    leads = [office for office, role in duties.roles.items() if role != "support"]
    if len(duties.answering) == 1 and not (session.conversing and len(leads) > 1):
        return duties.answering[0]
    choices = list(dict.fromkeys((*duties.answering, *leads, *duties.roles))) or [
        name for name in (known.coordinator,) if name
    ]
    if len(choices) == 1:
        return choices[0]
    if not choices or not session.conversing:
        raise Refusal("which-office", task=task.id, known="、".join(choices) or "（计划没有写）")
    return session.choose(words("asking")["部门"], choices)
