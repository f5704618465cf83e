"""Papers of supervision: who gets one, its number put on record, the files. Nothing owed, nothing written."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.cli.report.addressees import Asked, chosen
from gongkai_cli.cli.report.groundwork import Wanted, basis_of
from gongkai_cli.cli.report.reporting import FOLDER, printed, rendered, written
from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import Act, ActWord
from gongkai_cli.model.status import TaskStatus
from gongkai_cli.rules.issuing import Paper, numbered
from gongkai_cli.rules.workdays import add_workdays, overlay_of
from gongkai_cli.store.evidence.filename import safe
from gongkai_cli.store.ledgers import append_acts, supervising
from gongkai_cli.store.paths import supervision_file
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.phrase import day_words
from gongkai_cli.views.word.registry import title_of
from gongkai_cli.views.word.sender import sender

if TYPE_CHECKING:
    from gongkai_cli.views.word.report import Report

_ACTS: dict[str, ActWord] = {"notice": "催办", "order": "督办"}


class _Desk(Struct, frozen=True):
    """What every paper of one run is made from."""

    session: Session
    kind: str
    basis: Basis
    asked: Asked


def issue(session: Session, kind: str, plan: str, asked: Asked, day: date) -> None:
    """Make the papers of a kind (`notice`, `order`), number them, put them on record, write them."""
    desk = _Desk(session, kind, basis_of(session, plan, day, Wanted()), asked)
    reply_by = _reply_by(desk)
    papers = tuple(
        Paper(tuple(_acts(desk, office, tasks, reply_by)))
        for office, tasks in chosen(kind, desk.basis, asked)
    )
    if not papers:
        session.say(words("notices")["没有"][kind].format(day=day_words(day), whom=asked.office or plan))
        return
    _made(desk, papers[0])  # a template that cannot be filled must not cost a number
    for paper in papers if asked.draft else _recorded(desk, papers):
        path, made = _path(desk, paper), _made(desk, paper)
        written(session, path, made)
        if asked.pdf:
            printed(session, path, made)


# --- what is put on record ----------------------------------------------------------------------------------


def _acts(desk: _Desk, office: str, tasks: tuple[TaskStatus, ...], reply_by: date) -> Iterator[Act]:
    word = _ACTS[desk.kind]
    demand = words("notices")["办理要求"][word].format(
        day=day_words(reply_by), to=sender(desk.basis).reply_to
    )
    for status in tasks:
        yield Act(
            day=desk.basis.as_of,
            task=status.task.id,
            office=office,
            act=word,
            demand=demand,
            reply_by=reply_by,
        )


def _reply_by(desk: _Desk) -> date:
    """Take the day asked for, else so many working days from today as the lexicon says."""
    day, asked = desk.basis.as_of, desk.asked.reply_by
    if asked is None:
        days = int(words("notices")["反馈工作日"][_ACTS[desk.kind]])
        return add_workdays(day, days, overlay_of(desk.session.workspace(()).calendar))
    reply_by = desk.session.day(asked)
    if reply_by < day:
        raise Refusal("reply-by-past", value=reply_by, day=day)
    return reply_by


def _recorded(desk: _Desk, papers: tuple[Paper, ...]) -> tuple[Paper, ...]:
    """Number the papers and add their acts to the register, all or none."""
    plan, said = desk.basis.summary.plan.id, words("notices")["登记"]
    with supervising(desk.session.root) as known:
        numbers = numbered(papers, plan, known)
        new = [act for paper in numbers if not paper.again for act in paper.acts]
        append_acts(desk.session.root, plan, new)
    for paper in numbers:
        first = paper.acts[0]
        whom = said["对象"][desk.kind].format(office=first.office, count=len(paper.acts), task=first.task)
        line = said["照旧" if paper.again else "新"]
        desk.session.note(line.format(number=first.number, whom=whom, file=supervision_file(plan)))
    return numbers


# --- the files ----------------------------------------------------------------------------------------------


def _made(desk: _Desk, paper: Paper) -> "Report":
    basis = replace(desk.basis, acts=paper.acts, office=paper.acts[0].office)
    return rendered(desk.session.root, desk.kind, basis)


def _path(desk: _Desk, paper: Paper) -> Path:
    """Say where a paper goes: several into a folder, one to the file asked for."""
    said, first = words("notices")["文件名"], paper.acts[0]
    title, plan = title_of(desk.kind), desk.basis.summary.plan.id
    name = safe(said[desk.kind].format(title=title, task=first.task, office=first.office) + ".docx")
    if desk.asked.all:
        return (desk.asked.output or desk.session.root / FOLDER / f"{plan}-{title}") / name
    return desk.asked.output or desk.session.root / FOLDER / f"{plan}-{name}"
