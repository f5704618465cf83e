"""Setting up a liaison officer's clone, so that `record` and `submit` need no options."""

from gongkai_cli.cli.init.founding import command_notes, rows_of
from gongkai_cli.cli.init.questions import needed
from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.workspace import Liaison, Workspace
from gongkai_cli.rules.named import offices_named
from gongkai_cli.store.git.clone import Clone
from gongkai_cli.store.git.repository import OFFICE
from gongkai_cli.store.read import plan_years
from gongkai_cli.views.founding import Founded, Note, founding_page

Liaisons = tuple[Liaison, ...]


def join(session: Session, clone: Clone, office: str, said: Liaison) -> None:
    """Make a clone an office's: its branch, its settings, its hook; what lies in the tree stays as it is."""
    if not clone.top:
        raise Refusal("no-repository", folder=clone.root)
    clone.refuse_unfinished()
    inside = Session(clone.root)
    workspace = inside.workspace(list(plan_years(inside.root)), offices=())
    own = _own_name(workspace, office)
    listed = next((one.liaisons for one in workspace.config.offices if one.name == own), ())
    who = _completed(session, clone, _chosen(session, clone, listed, said))
    settings = rows_of(
        (
            clone.joined(own),
            clone.configured("office", {OFFICE: own}, {"office": own}),
            clone.identified(who),
            *clone.set_up(),
        )
    )
    unlisted = Note("email-unlisted", {"email": who.email, "office": own})
    is_listed = who.email.casefold() in {one.email.casefold() for one in listed}
    notes = (*command_notes(), *([] if is_listed else [unlisted]))
    ending = "试看" if clone.dry_run else "加入"
    session.show(founding_page(Founded(settings=settings, notes=notes, ending=ending), session.width))


def _own_name(workspace: Workspace, office: str) -> str:
    """Give the own name of an office that the settings or a plan know."""
    config = workspace.config
    names = {one: one for plan in workspace.plans for one in offices_named(plan.value)}
    names |= {alias: one.name for one in config.offices for alias in one.aliases}
    names |= {one.name: one.name for one in config.offices}
    if office not in names:
        raise Refusal("no-such-office", value=office, known="\n".join(names))
    return names[office]


def _chosen(session: Session, clone: Clone, listed: Liaisons, said: Liaison) -> Liaison:
    """Settle which of the officers listed this is: by what was said, by git, as the only one, or by asking."""
    if said.name and said.email:
        return said
    fitting = [one for one in listed if said.name in {"", one.name} and said.email in {"", one.email}]
    known = [one for one in fitting if one.email and one.email == clone.setting("user.email")]
    fitting = known or fitting
    if len(fitting) > 1:
        names = {f"{one.name} <{one.email}>": one for one in fitting}
        if not session.conversing:
            raise Refusal("which-liaison", known="、".join(one.name for one in fitting))
        return names[session.choose(words("init")["问"]["联络员"], list(names))]
    return fitting[0] if fitting else said


def _completed(session: Session, clone: Clone, officer: Liaison) -> Liaison:
    """Fill in what nobody has listed: by asking, else as git knows it."""
    name = officer.name or needed(session, "姓名", clone.setting("user.name"))
    email = officer.email or needed(session, "邮箱", clone.setting("user.email"))
    if not (name and email):
        raise Refusal("no-identity")
    return Liaison(name=name, email=email)
