"""Trying the import on many documents: nothing is written, one document's refusal hides no other."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from gongkai_cli.documents.block import Document
from gongkai_cli.documents.read import SUFFIXES, read
from gongkai_cli.lexicon.load import message
from gongkai_cli.model.plan import Task
from gongkai_cli.model.problem import Refusal
from gongkai_cli.planimport.annual.draft import annual_from
from gongkai_cli.planimport.annual.recognise import is_annual
from gongkai_cli.planimport.draft import plan_from
from gongkai_cli.views.survey import Surveyed

_FIELDS = (
    "id", "chapter", "section", "requirement", "lead", "support", "implementing", "responsible_text",
    "measures", "deadline", "targets", "contact", "progress", "remark",
)  # fmt: skip


def survey(paths: Sequence[Path], year: int | None) -> list[Surveyed]:
    """Read every document named, and every one of a kind that can be read below a folder named, by name."""
    return [_surveyed(file, name, year) for file, name in _files(paths)]


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    for path in paths:
        if not path.is_dir():
            yield path, path.name
            continue
        for file in sorted(path.rglob("*")):
            name = file.relative_to(path)
            hidden = any(part.startswith((".", "~")) for part in name.parts)
            if not hidden and file.suffix.lower() in SUFFIXES and file.is_file():
                yield file, name.as_posix()


def _surveyed(file: Path, name: str, year: int | None) -> Surveyed:
    try:
        document = read(file)
        return _annual(document, name, year) if is_annual(document) else _plan(document, name, year)
    except Refusal as refusal:
        return Surveyed(name=name, outcome=message(refusal.code, refusal.about))


def _plan(document: Document, name: str, year: int | None) -> Surveyed:
    draft = plan_from(document, id="plan", year=year)
    plan = draft.plan
    return Surveyed(
        name=name,
        tasks=len(plan.tasks),
        fields=sum(_filled(task) for task in plan.tasks),
        doubts=len(plan.doubts) + sum(len(task.doubts) for task in plan.tasks),
        total=draft.account.total,
        leftover=draft.account.leftover,
    )


def _annual(document: Document, name: str, year: int | None) -> Surveyed:
    """An annual report has no tasks; its fields are its figures."""
    draft = annual_from(document, year=year)
    report = draft.report
    doubts = len(report.doubts) + sum(bool(figure.doubts) for figure in report.figures)
    account = draft.account
    return Surveyed(
        name=name, fields=len(report.figures), doubts=doubts, total=account.total, leftover=account.leftover
    )


def _filled(task: Task) -> int:
    return sum(bool(getattr(task, field)) for field in _FIELDS)
