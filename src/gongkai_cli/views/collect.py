"""What a collection brought, branch by branch, and who has not filed yet."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from gongkai_cli.lexicon.load import message, words
from gongkai_cli.model.exchange import Arrears, Brought, Collected, Returns, State
from gongkai_cli.rules.difference import in_words
from gongkai_cli.views.data import json_text
from gongkai_cli.views.filing import term
from gongkai_cli.views.guard import shown
from gongkai_cli.views.page import GAP, Line, Page, Span, line, paragraph
from gongkai_cli.views.problems import Located
from gongkai_cli.views.width import padded, wide

_REASONS = 5  # told of one branch; of more how many there are


def said(key: str, **about: str) -> str:
    """Say a line of collecting."""
    text: str = words("exchange")["汇总"][key]
    return text.format_map({name: shown(value) for name, value in about.items()})


def collected_page(collected: Collected, width: int) -> Page:
    """Show what was taken, what was left out and why, and who is behind."""
    return (
        line(said("标题", branch=collected.branch, day=collected.as_of.isoformat()), "head"),
        *_brought(collected.brought, width),
        *(part for one in collected.returns for part in _returns(one, collected.as_of, width)),
    )


def collected_json(collected: Collected) -> str:
    """Tell the same to a program."""
    return json_text(
        {
            "as_of": collected.as_of,
            "branch": collected.branch,
            "offices": [_office_data(one) for one in collected.brought],
            "windows": [_returns_data(one) for one in collected.returns],
        }
    )


def _brought(brought: Sequence[Brought], width: int) -> Iterator[Line]:
    if not brought:
        yield line(said("没有分支"))
    room = max((wide(one.news.office) for one in brought), default=0) + GAP
    for one in brought:
        if one.state is State.COLLECTED:
            head = said("收") + padded(shown(one.news.office), room)
            yield from _hanging(head, _what(one), width, "green")
        elif one.state is State.LEFT_OUT:
            yield from _left_out(one, room, width)
    silent = [one.news.office for one in brought if one.state is State.NOTHING_NEW]
    if silent:
        yield from paragraph(shown("、".join(silent)), width, label=said("没有新的"))


def _left_out(one: Brought, room: int, width: int) -> Iterator[Line]:
    head = said("不收") + padded(shown(one.news.office), room)
    yield Line((Span(head, "red"), Span(said("没有收", count=str(len(one.reasons))))))
    for reason in one.reasons[:_REASONS]:
        yield from paragraph(_reason(reason), width, label="    ")
    if len(one.reasons) > _REASONS:
        yield line(said("其余", count=str(len(one.reasons) - _REASONS)), "dim")


def _what(one: Brought) -> str:
    records = [record for _, record in one.news.records]
    told = in_words(records, len(records))
    parts = [said("几条", count=str(len(records)), records=told)] if records else []
    if one.news.evidence:
        parts.append(said("几份", count=str(len(one.news.evidence))))
    return "  ".join(parts) or said("文字")


def _hanging(head: str, text: str, width: int, style: str) -> tuple[Line, ...]:
    first, *rest = paragraph(text, width, label=head)
    return Line((Span(head, style), *first.spans[1:])), *rest


def _reason(located: Located) -> str:
    problem, at = located
    where = f"{problem.file}:{at.line}:{at.column}" if at.line > 1 else problem.file
    said_so = shown(message(problem.code, problem.about))
    return f"{shown(where)}：{said_so}" if problem.file else said_so


def _returns(one: Returns, as_of: date, width: int) -> Iterator[Line]:
    yield line()
    if one.window is None:
        yield from paragraph(said("没有报送期", plan=one.plan), width)
        return
    head = said("已收", window=one.window.name, received=str(one.received), owing=str(len(one.owing)))
    yield from paragraph(f"{head}  {one.plan}  {term(one.window, as_of)}", width, style="bold")
    silent = [
        said("几项", office=late.office, count=str(len(late.tasks))) for late in one.behind if late.silent
    ]
    partly = [_partly(late) for late in one.behind if not late.silent]
    for key, lists in (("未报", silent), ("未报齐", partly)):
        if lists:
            yield from paragraph("、".join(lists), width, label=said(key))


def _partly(late: Arrears) -> str:
    return said("缺", office=late.office, tasks="、".join(late.tasks))


def _office_data(one: Brought) -> dict[str, Any]:
    return {
        "office": shown(one.news.office),
        "branch": shown(one.branch),
        "state": one.state,
        "records": [
            {"plan": plan, "task": record.task, "date": record.day, "status": record.status}
            for plan, record in one.news.records
        ],
        "evidence": [shown(file) for file in one.news.evidence],
        "reasons": [
            {
                "file": shown(problem.file) or None,
                "line": at.line,
                "code": problem.code,
                "message": _reason((problem, at)),
            }
            for problem, at in one.reasons
        ],
    }


def _returns_data(one: Returns) -> dict[str, Any]:
    return {
        "plan": one.plan,
        "window": one.window.name if one.window else None,
        "owing": one.owing,
        "received": one.received,
        "behind": [{"office": late.office, "tasks": late.tasks} for late in one.behind],
    }
