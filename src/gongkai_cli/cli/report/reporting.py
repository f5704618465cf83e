"""Making a report: a plan's standing filled into a Word template, and what is left to fill in by hand."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import structs

from gongkai_cli.cli.report.groundwork import Wanted, basis_of, for_the_public, of_window, with_year
from gongkai_cli.cli.session import Session
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.replace import present, replace
from gongkai_cli.store.templates import shipped, template
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.registry import kind_named, title_of

if TYPE_CHECKING:
    from gongkai_cli.views.word.report import Report

FOLDER = "reports"


def report(session: Session, kind: str, plan: str, day: date, wanted: Wanted) -> "tuple[Basis, Report]":
    """Make a report of a plan, or of the part of it that was asked for."""
    ensure_taken(kind, structs.asdict(wanted))
    basis = basis_of(session, plan, day, wanted)
    if kind_named(kind).of_window:
        basis = of_window(basis)
    if kind_named(kind).of_year:
        basis = with_year(session, basis)
    if wanted.public:
        basis = for_the_public(basis)
    return basis, rendered(session.root, kind, basis)


def rendered(root: Path, kind: str, basis: Basis) -> "Report":
    """Fill the template; one that is not the program's own runs in a process of its own."""
    data = template(root, kind)
    if data == shipped(kind):
        from gongkai_cli.store.evidence.album import picture
        from gongkai_cli.views.word.report import render

        return render(kind, basis, data, partial(picture, root))
    from gongkai_cli.cli.report.apart import Order, render_apart

    return render_apart(Order(kind, basis, data, str(root)))


def written(session: Session, path: Path, made: "Report") -> None:
    """Write the report, and say where and what is left to do."""
    if path.is_dir():
        raise Refusal("is-folder", path=path)
    replace(path, present(path), made.data)
    for note in made.notes:
        session.note(note)
    if made.gaps:
        session.note(f"有 {len(made.gaps)} 处留待补充（文中标有〔请补充〕）：")
    for gap in made.gaps:
        session.note(f"  {gap}")
    session.say(f"已写入 {_shown(path)}")


def printed(session: Session, path: Path, made: "Report") -> None:
    """Print the report to a PDF beside it, by LibreOffice."""
    from gongkai_cli.documents.office import program, to_pdf

    if program() is None:
        raise Refusal("pdf-needs-office", path=_shown(path))
    pdf = path.with_suffix(".pdf")
    try:
        data = to_pdf(made.data, path.name)
    except Refusal as refusal:
        raise Refusal("pdf-failed", path=_shown(path)) from refusal
    replace(pdf, present(pdf), data)
    session.say(f"已写入 {_shown(pdf)}")


def planning_day(kind: str, day: date) -> date:
    """Say on which day to look for the plan a report is about: a year ago for one that looks back."""
    return date(day.year - 1, 12, 31) if kind_named(kind).year_back else day


def usual_path(root: Path, kind: str, basis: Basis) -> Path:
    """Say where a report goes that nobody gave a place."""
    parts = (basis.summary.plan.id, basis.office, basis.window_name, title_of(kind))
    return root / FOLDER / f"{'-'.join(filter(None, parts))}.docx"


def ensure_taken(kind: str, given: Mapping[str, object]) -> None:
    """Refuse an option (`office`, `reply-by`) the kind has no use for: its result would not be what was asked for."""
    taken = kind_named(kind).options
    for option, value in given.items():
        if value and option not in taken:
            raise Refusal("report-option", option=f"--{option}", kind=kind)


def ensure_year(kind: str, year: str | None) -> None:
    """Refuse a year for a kind that is about a plan: the plan says the year."""
    if year and not kind_named(kind).of_calendar_year:
        raise Refusal("report-year", value=year, kind=kind)


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
