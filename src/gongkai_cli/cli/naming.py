"""What a new workspace calls its body and its offices: by the options, a plan, or the person at the terminal."""

import re
from pathlib import Path
from typing import NamedTuple

from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.convert import convert
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.rules.named import groups_named, offices_named
from gongkai_cli.store import paths
from gongkai_cli.store.read import read_workspace
from gongkai_cli.store.text import read_text
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.read import load

_BETWEEN = re.compile(r"[、，,；;\s]+")


class Wish(NamedTuple):
    """What the options say of the body and its offices; None where they say nothing."""

    body: str | None = None
    offices: str | None = None
    coordinator: str | None = None
    source: Path | None = None


class Names(NamedTuple):
    """The body, its offices in order, the coordinator's office, and what plans call several offices at once."""

    body: str
    offices: tuple[str, ...]
    coordinator: str = ""
    groups: tuple[str, ...] = ()


def names_for(session: Session, root: Path, wish: Wish) -> Names:
    """Settle the names; asks for what neither options nor plans say, refuses where nobody can be asked."""
    plan = _plan(session, root, wish.source)
    body = wish.body or _asked(session, "单位", plan.body if plan else "")
    if not body:
        raise Refusal("no-body")
    named = tuple(name for name in offices_named(plan) if _is_fit(name)) if plan else ()
    offices = _offices(session, wish.offices, named)
    return Names(
        body, offices, _coordinator(session, wish.coordinator, offices), groups_named(plan) if plan else ()
    )


def _offices(session: Session, option: str | None, named: tuple[str, ...]) -> tuple[str, ...]:
    said = option if option is not None else _asked(session, "部门", "、".join(named))
    offices = tuple(dict.fromkeys(filter(None, _BETWEEN.split(said))))
    for office in offices:
        paths.ledger_file("plan", office)  # refuses what could name no file
    return offices


def _coordinator(session: Session, option: str | None, offices: tuple[str, ...]) -> str:
    if option is None:
        asked = words("init")["问"]["牵头处室"]
        return session.choose(asked, offices) if offices and session.conversing else ""
    if offices and option not in offices:
        raise Refusal("no-such-choice", option="--coordinator", value=option, known="、".join(offices))
    return option


def _asked(session: Session, key: str, default: str) -> str:
    """Ask the person at the terminal, who may just press Enter; elsewhere the default holds."""
    if not session.conversing:
        return default
    question = words("init")["问"][key]
    if default:
        question = words("init")["问"]["默认"].format(question=question, default=default)
    return session.ask(question) or default


def _plan(session: Session, root: Path, source: Path | None) -> Plan | None:
    """Read the plan to take names from: the one given, else the latest of the folder."""
    if source:
        return _stated(session.start / source) if source.suffix == ".yaml" else _document(session, source)
    plans = [one.value for one in read_workspace(root)[0].plans]
    return max(plans, key=lambda plan: plan.year, default=None)


def _document(session: Session, source: Path) -> Plan:
    from gongkai_cli.documents.read import read
    from gongkai_cli.planimport.draft import plan_from

    return plan_from(read(session.start / source), id="plan", year=None).plan


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
