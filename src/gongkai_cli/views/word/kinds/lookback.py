"""“回头看”核查情况报告: last year's tasks one by one, how they stand now, and what is done about those that lag."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.status import TaskStatus
from gongkai_cli.rules.lookback import Finding, Lookback, look_back
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.chapters import SHORT
from gongkai_cli.views.word.chart.data import Chart
from gongkai_cli.views.word.chart.offered import charts_of
from gongkai_cli.views.word.letterhead import TITLE_WIDTH
from gongkai_cli.views.word.phrase import counted, numbers, shortened, title_lines
from gongkai_cli.views.word.sender import Sender, sender
from gongkai_cli.views.word.tally import ensure_complete
from gongkai_cli.views.word.wording import cell_state, deadline_words, duty, latest, leading, roles, standing


class Examined(Struct, frozen=True, kw_only=True):
    """A task that was looked at, as the table lists it."""

    id: str = field(name="编号")
    requirement: str = field(name="具体要求")
    lead: str = field(name="责任单位")
    deadline: str = field(name="完成时限")
    state: str = field(name="完成情况")
    finding: str = field(name="核查结果")
    remedy: str = field(name="整改情况")


class Lagging(Struct, frozen=True, kw_only=True):
    """A task that is not carried out, with why and what next; what is not on record is left to write."""

    id: str = field(name="编号")
    requirement: str = field(name="要求")
    duty: str = field(name="责任")
    state: str = field(name="完成情况")
    reason: str = field(name="原因")
    remedy: str = field(name="整改措施")


class Findings(Struct, frozen=True, kw_only=True):
    """What looking back found."""

    title: str = field(name="标题")
    to: str = field(name="主送机关")
    annex: str = field(name="附件一")
    office: str = field(name="部门")
    task_count: int = field(name="任务数")
    examined_count: int = field(name="核查数")
    counts: str = field(name="核查分布")
    without_office: str = field(name="未明确责任")
    without_deadline: str = field(name="未明确时限")
    lagging: tuple[Lagging, ...] = field(name="未落实")
    unproven: str = field(name="缺佐证")
    examined: tuple[Examined, ...] = field(name="核查")


PARTS = (Sender, Findings)


def context(basis: Basis) -> tuple[Struct, ...]:
    """Find the words of the report."""
    back, said = look_back(basis.summary), words("notices")["回头看"]
    plan = basis.summary.plan
    ours = basis.config.bears_on(plan)
    findings = Findings(
        title=title_lines(plan.body, said["标题"].format(year=plan.year), TITLE_WIDTH),
        to=basis.config.report_to if ours else "",
        annex=said["附件"].format(year=plan.year),
        office=basis.office,
        task_count=len(basis.summary.tasks),
        examined_count=len(back.examined),
        counts=_counts(back, said["结果"]),
        without_office=numbers(one.task.id for one in back.without_office),
        without_deadline=numbers(one.task.id for one in back.without_deadline),
        lagging=tuple(_lagging(one, basis) for one in _found(back, Finding.NOT_CARRIED_OUT)),
        unproven=numbers(one.task.id for one in _found(back, Finding.UNPROVEN)),
        examined=tuple(_examined(task, said["结果"][found], plan.year) for task, found in back.examined),
    )
    return sender(basis), findings


def charts(basis: Basis) -> Mapping[str, Chart]:
    """Offer both, to templates that want one."""
    return charts_of(basis.summary, basis.as_of)


def ensure(body: Any, basis: Basis) -> None:
    """Refuse a report whose table lacks one of the tasks looked at."""
    examined = look_back(basis.summary).examined
    ensure_complete(body, replace(basis.summary.plan, tasks=tuple(one.task for one, _ in examined)))


def _found(back: Lookback, wanted: Finding) -> tuple[TaskStatus, ...]:
    return tuple(task for task, found in back.examined if found is wanted)


def _counts(back: Lookback, names: Mapping[str, str]) -> str:
    found = Counter(names[one] for _, one in back.examined)
    return counted({name: found[name] for name in names.values()})


def _lagging(status: TaskStatus, basis: Basis) -> Lagging:
    reason = latest(status, "reason")
    return Lagging(
        id=status.task.id,
        requirement=shortened(status.task.requirement, SHORT),
        duty=duty(status.task, roles(basis.summary.plan)),
        state=standing(status, reason),
        reason=reason,
        remedy=latest(status, "next"),
    )


def _examined(status: TaskStatus, found: str, year: int) -> Examined:
    return Examined(
        id=status.task.id,
        requirement=status.task.requirement,
        lead="、".join(status.task.implementing) or leading(status.task),
        deadline=deadline_words(status, year),
        state=cell_state(status),
        finding=found,
        remedy=latest(status, "next") or str(words("reports")["没有"]),
    )
