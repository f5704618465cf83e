"""Making the statutory annual report: from its file to Word, a web page and PDF, once its tables add up."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from gongkai_cli.cli.annual.years import report_of, year_named
from gongkai_cli.cli.report.reporting import printed, rendered, usual_path, written
from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.annual import Report, TrialReport
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.rules.annual.identities import breaks
from gongkai_cli.rules.annual.telling import told
from gongkai_cli.store.git.origin import origin_of
from gongkai_cli.store.paths import annual_file
from gongkai_cli.views.annual_paper import Paper, paper
from gongkai_cli.views.html.annual import annual_html
from gongkai_cli.views.word.basis import Basis

if TYPE_CHECKING:
    from gongkai_cli.views.word.report import Report as Made

KIND = "annual"
_PAGE = ".html"


class Edition(Struct, frozen=True, kw_only=True):
    """What was asked for: the year, where the report goes, in which forms, whether as a draft."""

    year: str | None
    output: Path | None = None
    html: bool = False
    pdf: bool = False
    draft: bool = False


def publish(session: Session, asked: Edition, day: date) -> None:
    """Write the report of a year. Refuses one that does not add up, unless a draft is asked for."""
    year = year_named(asked.year)
    report = report_of(session, year)
    if report is None:
        raise Refusal("annual-missing", year=year, file=annual_file(year))
    if not asked.draft:
        _ensure_sums(report, report_of(session, year - 1))
    basis = _basis(session, paper(report, draft=asked.draft), day)
    path = _word_file(asked.output or usual_path(session.root, KIND, basis))
    made = rendered(session.root, KIND, basis)
    written(session, path, made)
    if asked.pdf:
        printed(session, path, made)
    if asked.html:
        written(session, path.with_suffix(_PAGE), _page(paper(report, draft=asked.draft)))
    _tell_blanks(session, paper(report))


def _word_file(path: Path) -> Path:
    """Keep the Word file and the page apart, whichever of them was named."""
    return path.with_suffix(".docx") if path.suffix.lower() == _PAGE else path


def _ensure_sums(report: TrialReport | Report, before: TrialReport | Report | None) -> None:
    found = [one for one in breaks(report, before) if one.grave]
    if found:
        raise Refusal("annual-broken", year=report.year, count=len(found), said=told(found[0]))


def _basis(session: Session, made: Paper, day: date) -> Basis:
    """What every kind of report is made from: here only the year, whose it is and which data it was made from."""
    named = Plan(id=str(made.year), title=made.title, year=made.year, body=made.body, tasks=())
    return Basis(
        summary=PlanSummary(plan=named, totals={}, tasks=(), unclear={}),
        as_of=day,
        config=session.workspace(()).config,
        annual=made,
        origin=origin_of(session.root),
    )


def _page(made: Paper) -> "Made":
    from gongkai_cli.views.word.report import Report as Made

    return Made(data=annual_html(made).encode())


def _tell_blanks(session: Session, made: Paper) -> None:
    said = words("annual")["出报告"]
    for section in made.sections:
        if section.table and section.table not in made.numbers:
            session.note(said["缺表"].format(table=section.table))
    for name, count in made.blanks.items():
        session.note(said["空格"].format(table=name, count=count))
