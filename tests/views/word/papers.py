"""Papers made of the project's own plans and of plans written down in a test."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from gongkai_cli.model.record import Act
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.model.workspace import Config
from gongkai_cli.rules.late import offices_owing, owed_by, red_tasks
from gongkai_cli.rules.summary import summarise
from gongkai_cli.store.read import read_workspace
from gongkai_cli.store.templates import shipped
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.report import render

ROOT = Path(__file__).parents[3]
DAYS = {
    "guangzhou-sports-2021": date(2022, 1, 10),
    "panyu-2021": date(2022, 1, 10),
    "shanghai-sports-2020": date(2021, 1, 15),
    "linyi-sports-2017": date(2018, 2, 1),
}
DEMAND = "请抓紧办理，于2022年1月17日前将办理情况（附佐证材料）报送办公室"


@cache
def real(plan: str, day: date | None = None) -> Basis:
    """What a report of one of the project's own plans is made from."""
    workspace, problems = read_workspace(ROOT, plans=[plan])
    assert problems == ()
    as_of = day or DAYS[plan]
    (summary,) = summarise(workspace, as_of, [plan]).plans
    return Basis(summary=summary, as_of=as_of, config=workspace.config)


@cache
def bare(plan: str) -> Basis:
    """The same in a workspace that has no gongkai.yaml."""
    workspace, _ = read_workspace(ROOT, plans=[plan])
    (summary,) = summarise(replace(workspace, config=Config()), DAYS[plan], [plan]).plans
    return Basis(summary=summary, as_of=DAYS[plan], config=Config())


def paper(kind: str, basis: Basis) -> bytes:
    """Fill the template that comes with the program."""
    return render(kind, basis, shipped(kind), no_picture).data


def reminding(basis: Basis, office: str = "", number: str = "督办〔2022〕3号") -> Basis:
    """A basis that reminds an office (the first that owes something) of all it owes."""
    whom = office or offices_owing(basis.summary)[0]
    owed = owed_by(basis.summary, whom)
    asked = _asked(basis.as_of, number)
    return replace(basis, acts=tuple(Act(act="催办", task=one.task.id, office=whom, **asked) for one in owed))


def ordering(basis: Basis, task: str = "", number: str = "督办〔2022〕3号") -> Basis:
    """A basis that orders one red task (the first)."""
    wanted = task or red_tasks(basis.summary)[0].task.id
    return replace(basis, acts=(Act(act="督办", task=wanted, office="甲处", **_asked(basis.as_of, number)),))


def _asked(day: date, number: str) -> dict[str, Any]:
    return {"day": day, "number": number, "demand": DEMAND, "reply_by": day + timedelta(days=7)}


def of(summary: PlanSummary, day: date) -> Basis:
    """What a report of a plan written down in a test is made from, in a workspace without settings."""
    return Basis(summary=summary, as_of=day, config=Config())


def no_picture(file: str) -> bytes:
    """Have no picture of that name."""
    raise OSError(file)
