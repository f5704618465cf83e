"""季度推进落实情况报告: what each task's office did in a reporting window, and with what effect."""

from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct, field

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.status import PlanSummary, TaskStatus
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.changes import ChangesText, changes_text
from gongkai_cli.views.word.chapters import SHORT, grouped, numbered
from gongkai_cli.views.word.chart.data import Chart
from gongkai_cli.views.word.chart.offered import charts_of
from gongkai_cli.views.word.context import Letterhead, Overview, Row
from gongkai_cli.views.word.figures import late, overview, unclear
from gongkai_cli.views.word.ledger import ledger
from gongkai_cli.views.word.letterhead import letterhead
from gongkai_cli.views.word.phrase import ordinal, shortened
from gongkai_cli.views.word.press import Picture, Published, pictures, published
from gongkai_cli.views.word.tally import ensure_complete
from gongkai_cli.views.word.wording import duty, effects, latest, roles, standing, works


class Work(Struct, frozen=True, kw_only=True):
    """What was done on a task in the window, and the effect; `upstream`: its number in the upper plan."""

    id: str = field(name="编号")
    upstream: str = field(name="上级编号")
    requirement: str = field(name="要求")
    duty: str = field(name="责任")
    state: str = field(name="完成情况")
    done: str = field(name="开展的工作")
    effect: str = field(name="取得的效果")


class WorkSection(Struct, frozen=True, kw_only=True):
    """A 工作任务 with its tasks."""

    title: str = field(name="标题")
    tasks: tuple[Work, ...] = field(name="任务")


class WorkChapter(Struct, frozen=True, kw_only=True):
    """A 部分 with its 工作任务."""

    title: str = field(name="标题")
    sections: tuple[WorkSection, ...] = field(name="各项工作")


class Point(Struct, frozen=True, kw_only=True):
    """Something said of one task: a problem, what comes next."""

    id: str = field(name="编号")
    text: str = field(name="内容")


class Quarter(Struct, frozen=True, kw_only=True):
    """What happened in the window, what stands in the way, what comes next, and what is attached."""

    window: str = field(name="报送期名")
    lead_word: str = field(name="牵头称谓")
    support_word: str = field(name="配合称谓")
    chapters: tuple[WorkChapter, ...] = field(name="各部分")
    problems: tuple[Point, ...] = field(name="存在问题")
    late: str = field(name="逾期任务")
    next: tuple[Point, ...] = field(name="下一步安排")
    unclear: str = field(name="待明确")
    ledger: tuple[Row, ...] = field(name="台账")
    published: tuple[Published, ...] = field(name="报道目录")
    pictures: tuple[Picture, ...] = field(name="网页图片")


PARTS = (Letterhead, Overview, Quarter, ChangesText)


def context(basis: Basis) -> tuple[Struct, ...]:
    """Find the words of the report; the work told of is that of the tasks the office leads, or of all."""
    head = letterhead(basis, words("reports")["季度报告"])
    return head, overview(basis), _quarter(basis), changes_text(basis.changes)


def charts(basis: Basis) -> Mapping[str, Chart]:
    """Offer both, to templates that want one."""
    return charts_of(basis.summary, basis.as_of)


def ensure(body: Any, basis: Basis) -> None:
    """Refuse a report whose ledger lacks a task."""
    ensure_complete(body, basis.summary.plan)


def _quarter(basis: Basis) -> Quarter:
    summary, led = basis.summary, _led(basis, basis.summary)
    said = roles(summary.plan)
    return Quarter(
        window=basis.window_name,
        lead_word=said.lead,
        support_word=said.support,
        chapters=_chapters(led, basis),
        problems=_points(led, "problem"),
        late=late(led),
        next=_points(_led(basis, basis.since or summary), "next"),
        unclear=unclear(summary),
        ledger=ledger(summary, ()),
        published=published(summary),
        pictures=pictures(summary),
    )


def _led(basis: Basis, summary: PlanSummary) -> tuple[TaskStatus, ...]:
    """The tasks the report answers for: those an office leads; every task where the whole body reports."""
    if not basis.office:
        return summary.tasks
    return tuple(status for status in summary.tasks if basis.office in status.answering)


def _chapters(tasks: Sequence[TaskStatus], basis: Basis) -> tuple[WorkChapter, ...]:
    return tuple(
        WorkChapter(
            title=numbered(f"（{ordinal(number)}）", chapter),
            sections=tuple(
                WorkSection(
                    title=numbered(f"{place}.", section), tasks=tuple(_work(one, basis) for one in group)
                )
                for place, (section, group) in enumerate(grouped(found, "section"), 1)
            ),
        )
        for number, (chapter, found) in enumerate(grouped(tasks, "chapter"), 1)
    )


def _work(status: TaskStatus, basis: Basis) -> Work:
    plan = basis.summary.plan
    return Work(
        id=status.task.id,
        upstream=status.task.upstream.rpartition("/")[2],
        requirement=shortened(status.task.requirement, SHORT),
        duty=duty(status.task, roles(plan)),
        state=standing(status),
        done=works(status, plan.year),
        effect=effects(status),
    )


def _points(tasks: Sequence[TaskStatus], about: str) -> tuple[Point, ...]:
    said = ((status.task.id, latest(status, about)) for status in tasks)
    return tuple(Point(id=task, text=text) for task, text in said if text)
