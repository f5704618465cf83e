"""The page of `gongkai show`: one task, what it asks, whose it is, and every record with its evidence."""

from collections.abc import Callable, Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.plan import Target
from gongkai_cli.model.record import Act, Evidence, Record
from gongkai_cli.model.status import Said, TaskStatus
from gongkai_cli.views.page import Line, Page, Span, line, paragraph
from gongkai_cli.views.width import one_line, wide
from gongkai_cli.views.words import kind_word, light_mark, light_word, status_word

_TEXTS = ("进展", "成效", "问题", "下一步", "原因")


def show_page(plan_title: str, row: TaskStatus, as_of: date, width: int) -> Page:
    """Lay out one task as of a day."""
    return (
        *paragraph(one_line(plan_title), width, style="dim"),
        Line((Span(f"任务 {row.task.id}", "head"), Span(f"  截至 {as_of.isoformat()}", "dim"))),
        *_labelled(_task(row), width),
        line(),
        Line(
            (
                Span(f"{light_mark(row.light)} {light_word(row.light)}", row.light.value),
                Span(f"  {_standing(row)}"),
            )
        ),
        *_labelled(_offices(row), width),
        *_labelled((("待核", f"{key}：{why}") for key, why in row.task.doubts.items()), width),
        *_records(row, width),
        *_acts(row, width),
    )


def _task(row: TaskStatus) -> Iterator[tuple[str, str]]:
    task = row.task
    yield "部分", task.chapter
    yield "工作任务", task.section
    yield "具体要求", task.requirement
    yield "牵头", "、".join(task.lead)
    yield "配合", "、".join(task.support)
    yield "落实部门", "、".join(task.implementing)
    yield "责任原文", task.responsible_text
    yield "相关措施", task.measures
    yield "完成时限", deadline_text(row)
    yield "指标", "；".join(target_text(target) for target in task.targets)
    yield "上级任务", task.upstream
    yield "出处", task.locator


def deadline_text(row: TaskStatus, written: Callable[[date], str] = date.isoformat) -> str:
    """Say a deadline as printed and, in brackets, as understood; days written so."""
    deadline = row.deadline
    days = [written(day) for day in deadline.dues or (deadline.due, deadline.latest) if day]
    understood = "、".join(dict.fromkeys(days)) or kind_word(deadline.kind)
    return f"{deadline.text}（{understood}）" if deadline.text else f"未写明（{understood}）"


def target_text(target: Target) -> str:
    """Say a counted target: 政府开放日至少3次."""
    limits = (("至少", target.at_least), ("不低于", target.not_below), ("不超过", target.within))
    said = "、".join(f"{word}{limit}" for word, limit in limits if limit is not UNSET)
    share = f"占{target.of}" if target.of else ""
    return f"{target.name}{share}{said}{target.unit}"


def _standing(row: TaskStatus) -> str:
    status, why = status_word(row.status), row.reason.rstrip("。")
    notes = (note for note in row.notes if note not in row.reason)
    return one_line("；".join((why, *notes) if why.startswith(status) else (status, why, *notes)))


def _offices(row: TaskStatus) -> Iterator[tuple[str, str]]:
    for one in row.offices:
        last = f"最近 {one.last.isoformat()}" if one.last else "无记录"
        yield (
            one.role,
            f"{one.office}  {status_word(one.status)}  {last}{'  （以其填报为准）' if one.answers else ''}",
        )
    for filing in row.filing:
        yield "报送", f"{filing.window}  {filing.office}  {filing.state.value}"


def _records(row: TaskStatus, width: int) -> Iterator[Line]:
    yield line()
    yield line(f"记录 {len(row.said)} 条" if row.said else "还没有记录", "bold")
    for said in row.said:
        parts = (said.record.day.isoformat(), said.office, said.record.status, _corrected(said.record))
        yield line("  ".join(part for part in parts if part), "head")
        yield from _labelled(_record(said), width, indent="  ")


def _record(said: Said) -> Iterator[tuple[str, str]]:
    record = said.record
    yield "报送期", record.window
    yield from zip(_TEXTS, _texts(record), strict=True)
    yield "计数", "、".join(f"{name}{count}" for name, count in record.counts.items())
    for evidence in record.evidence:
        yield "佐证", evidence_text(evidence)
    yield "填报人", record.reported_by
    yield "审核人", record.reviewed_by


def _corrected(record: Record) -> str:
    return f"（更正 {record.corrects.isoformat()} 的记录）" if record.corrects else ""


def _texts(record: Record) -> tuple[str, ...]:
    return record.progress, record.effect, record.problem, record.next, record.reason


def evidence_text(evidence: Evidence) -> str:
    """Say a piece of evidence: its kind, its title and where it is."""
    where = evidence.url or evidence.file
    return f"〔{evidence.kind}〕{evidence.title} {where}".strip()


def _acts(row: TaskStatus, width: int) -> Iterator[Line]:
    if not row.acts:
        return
    yield line()
    yield line(f"督办 {len(row.acts)} 次", "bold")
    yield from _labelled(((f"{act.day.isoformat()} {act.act}", act_text(act)) for act in row.acts), width)


def act_text(act: Act, written: Callable[[date], str] = date.isoformat) -> str:
    """Say what an act of supervision asks or grants, without its day and kind; days written so."""
    reply = f"反馈时限 {written(act.reply_by)}" if isinstance(act.reply_by, date) else ""
    new = f"新时限 {written(act.new_due)}" if isinstance(act.new_due, date) else ""
    parts = (
        act.office,
        act.number,
        act.demand,
        act.reason,
        reply,
        new,
        act.approver and f"批准人 {act.approver}",
    )
    return "；".join(part for part in parts if part)


def _labelled(rows: Iterator[tuple[str, str]], width: int, indent: str = "") -> Iterator[Line]:
    """Lay out labels and their texts; nothing where there is no text."""
    for label, text in rows:
        if text:
            head = f"{indent}{label}" + " " * max(10 - wide(label), 2)
            yield from paragraph(one_line(text), width, label=head)
