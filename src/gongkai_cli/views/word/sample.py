"""A made-up plan with everything a report can tell of, for trying templates: `lexicon/sample.yaml`."""

from datetime import date
from typing import Any, TypeVar

from msgspec.structs import replace

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.annual import LAST_TRIAL_YEAR, Prose, Report, TrialReport
from gongkai_cli.model.changes import State
from gongkai_cli.model.convert import convert
from gongkai_cli.model.entry import Entry
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.record import Act, Ledger, Supervision
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.model.workspace import Config, Sourced, Workspace
from gongkai_cli.rules.annual.form import NAMES, printed
from gongkai_cli.rules.changes import changes
from gongkai_cli.rules.summary import summarise
from gongkai_cli.views.annual_paper import Paper, paper
from gongkai_cli.views.word.basis import Basis

T = TypeVar("T", bound=Entry)


def sample_basis() -> Basis:
    """Make a basis in which no list is empty; every kind of report can be made from it."""
    said = words("sample")
    as_of, before = (date.fromisoformat(said[name]) for name in ("日期", "此前"))
    summary = _summary(_workspace("计划", "台账"), as_of)
    return Basis(
        summary=summary,
        as_of=as_of,
        config=_value(said["单位"], Config),
        window=summary.plan.windows[-1],
        earlier=_summary(_workspace("上年计划", "上年台账"), as_of),
        prose=_value(said["落实情况总结"], Prose),
        changes=changes(
            (State(as_of=before), _summary(_workspace("计划", "台账"), before)), (State(as_of=as_of), summary)
        ),
        acts=(_value(said["本次督办"], Act),),
        annual=_annual(_value(said["年度报告"], Report)),
    )


def scanty_annual() -> Paper:
    """Make an annual report in the trial form that has tables and no words."""
    return _annual(TrialReport(year=LAST_TRIAL_YEAR, form="2019"))


def _annual(report: TrialReport | Report) -> Paper:
    """Fill every number of every table."""
    numbers = {name: ("0",) * len(printed(report.form, name).paths) for name in NAMES}
    return replace(paper(report), numbers=numbers)


def _workspace(plan: str, ledgers: str) -> Workspace:
    said = words("sample")
    return Workspace(
        config=_value(said["单位"], Config),
        plans=(_sourced(said[plan], Plan),),
        ledgers=tuple(_sourced(one, Ledger) for one in said[ledgers]),
        supervision=(_sourced(said["督办"], Supervision),),
    )


def _summary(workspace: Workspace, day: date) -> PlanSummary:
    return summarise(workspace, day, [workspace.plans[0].value.id]).plans[0]


def _sourced(data: Any, kind: type[T]) -> Sourced[T]:
    return Sourced("sample.yaml", _value(data, kind))


def _value(data: Any, kind: type[T]) -> T:
    value, problems = convert(data, kind, "sample.yaml")
    if value is None or problems:
        raise AssertionError(problems)
    return value
