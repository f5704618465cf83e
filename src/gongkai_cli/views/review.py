"""The review of an import: what was found, what was doubtful, what found no place, and the account of characters."""

from collections.abc import Iterator

from msgspec import Struct

from gongkai_cli.model.plan import Plan
from gongkai_cli.views.page import Line, Page, line, paragraph
from gongkai_cli.views.width import clipped, harmless, one_line

Left = tuple[str, str]
_LEFT_SHOWN = 15


class Characters(Struct, frozen=True, kw_only=True):
    """Where the characters of the document went."""

    total: int
    tasks: int
    headings: int
    header: int
    leftover: int


class Review(Struct, frozen=True):
    """What an import has to tell."""

    plan: Plan
    leftover: tuple[Left, ...]
    characters: Characters
    outcome: str
    diff: str


def review_page(review: Review, width: int) -> Page:
    """Lay out the review of one document."""
    plan = review.plan
    return (
        *paragraph(one_line(plan.title), width, style="head"),
        *paragraph("  ".join(_facts(plan)), width, style="dim"),
        line(),
        *_tasks(plan, width),
        *_doubts(plan, width),
        *leftover_lines(review.leftover, width, "任务"),
        *change_lines(review.diff, width),
        line(),
        *paragraph(account_of(review.characters, "任务"), width, label="字数    "),
        *paragraph(review.outcome, width, label="结果    "),
    )


def _facts(plan: Plan) -> Iterator[str]:
    yield from filter(None, (plan.body, f"{plan.year}年度", plan.document_number, f"计划 {plan.id}"))
    if plan.issued:
        yield f"{plan.issued.isoformat()} 印发"


def _tasks(plan: Plan, width: int) -> Iterator[Line]:
    yield line(f"任务 {len(plan.tasks)} 项", "bold")
    chapters: dict[str, list[str]] = {}
    for task in plan.tasks:
        chapters.setdefault(task.chapter, []).append(task.id)
    for chapter, ids in chapters.items():
        yield from paragraph(
            f"{one_line(chapter) or '（没有分部分）'}：{len(ids)} 项（{ids[0]}—{ids[-1]}）", width, label="  "
        )
    for upper in plan.upper:
        yield from paragraph(f"{upper.title}  {upper.document_number}".strip(), width, label="上级文件  ")
    for window in plan.windows:
        said = f"{window.name}  {window.start} 至 {window.end}，{window.due} 截止（原文：{window.text}）"
        yield from paragraph(one_line(said), width, label="报送      ")


def _doubts(plan: Plan, width: int) -> Iterator[Line]:
    """Group the fields in doubt by the reason: a person settles one kind after the other."""
    reasons: dict[str, dict[str, list[str]]] = {}
    for field, reason in plan.doubts.items():
        reasons.setdefault(reason, {}).setdefault(field, []).append("全篇")
    for task in plan.tasks:
        for field, reason in task.doubts.items():
            reasons.setdefault(reason, {}).setdefault(field, []).append(task.id)
    count = len(plan.doubts) + sum(len(task.doubts) for task in plan.tasks)
    yield line()
    yield line(
        f"拿不准 {count} 处，请对照原文确认后删去“待核”" if count else "没有拿不准的字段",
        "yellow" if count else "",
    )
    for reason, by_field in reasons.items():
        said = "；".join(f"{field} {'、'.join(ids)}" for field, ids in by_field.items())
        yield from paragraph(one_line(f"{reason}：{said}"), width, label="  ")


def leftover_lines(leftover: tuple[Left, ...], width: int, place: str) -> Iterator[Line]:
    """Show the text that found no place there, the first of it."""
    yield line()
    yield line(f"没有归入{place}的文字 {len(leftover)} 段" if leftover else "全部文字都已归入", "bold")
    for locator, text in leftover[:_LEFT_SHOWN]:
        yield line(clipped(f"  {locator}  {one_line(text)}", width))
    if len(leftover) > _LEFT_SHOWN:
        yield line(f"  另有 {len(leftover) - _LEFT_SHOWN} 段，用 --json 看全部", "dim")


def change_lines(diff: str, width: int) -> Iterator[Line]:
    """Show what an update changes in the file, line by line."""
    if diff:
        yield line()
        yield line("文件里的改动（- 原有，+ 现在）", "bold")
        styles = {"+": "green", "-": "red"}
        for text in diff.splitlines()[2:]:
            yield line(clipped(f"  {harmless(text)}", width), styles.get(text[:1], "dim"))


def account_of(account: Characters, body: str) -> str:
    """Say where the characters went; `body` names what most of them became."""
    parts = (
        (body, account.tasks),
        ("标题", account.headings),
        ("文头", account.header),
        ("未归入", account.leftover),
    )
    return (
        f"全文 {account.total} 字 = " + " + ".join(f"{name} {count}" for name, count in parts) + "，一字不少"
    )
