"""What a new workspace calls its body and its offices: by the options, a plan, or the person at the terminal."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

from gongkai_cli.cli.init.questions import asked, needed
from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.convert import convert
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.model.workspace import Config, Liaison, Office
from gongkai_cli.rules.named import groups_named, offices_named
from gongkai_cli.store import paths
from gongkai_cli.store.git.clone import Clone
from gongkai_cli.store.read import read_workspace
from gongkai_cli.store.text import read_text
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.read import load

_BETWEEN = re.compile(r"[、，,；;\s]+")


class Wish(NamedTuple):
    """What the options say of the body and its offices; empty where they say nothing."""

    body: str = ""
    offices: str = ""
    coordinator: str = ""
    officer: Liaison = Liaison()
    source: Path | None = None


class Named(NamedTuple):
    """The settings a workspace begins with, and what its plan calls several offices at once."""

    config: Config
    groups: tuple[str, ...] = ()


def named(session: Session, root: Path, wish: Wish) -> Named:
    """Settle the names; asks for what neither options nor plans say, refuses where nobody can be asked."""
    plan = _plan(session, root, wish.source)
    body = wish.body or needed(session, "单位", plan.body if plan else "")
    if not body:
        raise Refusal("no-body")
    offices = _offices(session, wish, plan)
    coordinator = _coordinator(session, wish, offices)
    officer = _officer(session, wish.officer) if coordinator else wish.officer
    liaisons = {coordinator: (officer,)} if officer != Liaison() else {}
    if "" in liaisons:
        raise Refusal("officer-of-nobody")
    listed = tuple(
        Office(name=one, liaisons=liaisons.get(one, ())) for one in offices or filter(None, [coordinator])
    )
    return Named(
        Config(body=body, coordinator=coordinator, offices=listed), groups_named(plan) if plan else ()
    )


def _offices(session: Session, wish: Wish, plan: Plan | None) -> tuple[str, ...]:
    found = "、".join(name for name in offices_named(plan) if _is_fit(name)) if plan else ""
    said = wish.offices or asked(session, "部门", found)
    offices = tuple(dict.fromkeys(filter(None, _BETWEEN.split(said))))
    for office in offices:
        paths.ledger_file("plan", office)  # refuses what could name no file
    return offices


def _coordinator(session: Session, wish: Wish, offices: tuple[str, ...]) -> str:
    said = wish.coordinator
    if said and offices and said not in offices:
        raise Refusal("no-such-choice", option="--coordinator", value=said, known="、".join(offices))
    if said or not offices or not session.conversing:
        return said
    return session.choose(words("init")["问"]["牵头处室"], offices)


def _officer(session: Session, said: Liaison) -> Liaison:
    """Settle who coordinates: most likely whoever makes the workspace, as git knows them."""
    here = Clone(session.start) if session.conversing and shutil.which("git") else None
    name = said.name or asked(session, "统筹姓名", here.setting("user.name") if here else "")
    email = said.email or asked(session, "统筹邮箱", here.setting("user.email") if here else "")
    return Liaison(name=name, email=email)


def _plan(session: Session, root: Path, source: Path | None) -> Plan | None:
    """Read the plan to take names from: the one given, else the latest of the folder."""
    if source:
        file = session.start / source
        return _stated(file) if source.suffix == ".yaml" else _document(file)
    plans = [one.value for one in read_workspace(root, offices=())[0].plans]
    return max(plans, key=lambda plan: plan.year, default=None)


def _document(file: Path) -> Plan:
    from gongkai_cli.documents.read import read
    from gongkai_cli.planimport.draft import plan_from

    return plan_from(read(file), id="plan", year=None).plan


def _stated(file: Path) -> Plan:
    text = read_text(file.parent, file.name)
    try:
        plan = None if isinstance(text, Problem) else convert(load(text), Plan, file.name)[0]
    except YamlFault:
        plan = None
    if plan is None:
        raise Refusal("no-plan-in-file", file=file)
    return plan


def _is_fit(name: str) -> bool:
    """Say whether a name a plan gives can name a ledger."""
    try:
        paths.ledger_file("plan", name)
    except Refusal:
        return False
    return True
