"""督办通知单: one matter, one slip, with its reply slip (回执). Is about the task of the one act of `basis.acts`."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.plan import Task
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.status import TaskStatus
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.chart.data import Chart
from gongkai_cli.views.word.clean import clean
from gongkai_cli.views.word.extract import paragraph_text
from gongkai_cli.views.word.ooxml import w
from gongkai_cli.views.word.phrase import day_words, sentence, shortened
from gongkai_cli.views.word.sender import Sender, sender
from gongkai_cli.views.word.supervision import demanded_before, number_of, task_of
from gongkai_cli.views.word.wording import deadline_words, latest, leading, progress_lines, standing

_MATTER, _TOLD = 200, 120
"""Characters of the requirement, and of a record's progress or problem: a slip is one page."""

_RECORDS = 2


class Order(Struct, frozen=True, kw_only=True):
    """The slip: who has to do what, how it stands, what is demanded by when."""

    number: str = field(name="编号")
    lead: str = field(name="承办处室")
    support: str = field(name="会办处室")
    task: str = field(name="任务编号")
    matter: str = field(name="督办事项")
    deadline: str = field(name="原时限")
    state: str = field(name="当前状态")
    progress: tuple[str, ...] = field(name="目前进展")
    problem: str = field(name="存在问题")
    before: str = field(name="此前督办")
    demand: str = field(name="办理要求")
    reply_by: str = field(name="反馈时限")


PARTS = (Sender, Order)


def context(basis: Basis) -> tuple[Struct, ...]:
    """Find the words of the slip."""
    (act,) = basis.acts
    status, year = task_of(basis, act), basis.summary.plan.year
    order = Order(
        number=number_of(act),
        lead="、".join(status.task.implementing) or leading(status.task),
        support=_support(status.task),
        task=status.task.id,
        matter=shortened(status.task.requirement, _MATTER),
        deadline=deadline_words(status, year),
        state=sentence(standing(status)),
        progress=_progress(status, year),
        problem=sentence(shortened(latest(status, "problem"), _TOLD)),
        before=demanded_before(status, act),
        demand=sentence(act.demand),
        reply_by=day_words(act.reply_by) if act.reply_by else "",
    )
    return sender(basis), order


def charts(basis: Basis) -> Mapping[str, Chart]:  # noqa: ARG001  one signature for all kinds
    """Hold no chart."""
    return {}


def ensure(body: Any, basis: Basis) -> None:
    """Refuse a slip without its matter."""
    task = task_of(basis, basis.acts[0]).task
    matter = clean(shortened(task.requirement, _MATTER))
    if not any(matter in paragraph_text(one) for one in body.iter(w("p"))):
        raise Refusal("report-lost-tasks", found=0, expected=1, missing=task.id)


def _support(task: Task) -> str:
    others = (*(task.lead if task.implementing else ()), *task.support)
    return "、".join(others) or str(words("reports")["没有"])


def _progress(status: TaskStatus, year: int) -> tuple[str, ...]:
    """The last records, each shortened."""
    return tuple(sentence(shortened(line, _TOLD)) for line in progress_lines(status, year)[-_RECORDS:])
