"""Making a report: a plan's standing filled into a Word template, and what is left to fill in by hand."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from gongkai_cli.cli.plans import office_named
from gongkai_cli.cli.session import Session
from gongkai_cli.model.problem import Refusal
from gongkai_cli.rules.share import share_of
from gongkai_cli.rules.summary import summarise
from gongkai_cli.store.replace import present, replace
from gongkai_cli.store.templates import shipped, template
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.registry import kind_named, title_of

if TYPE_CHECKING:
    from gongkai_cli.views.word.report import Report

_FOLDER = "reports"


class Wanted(Struct, frozen=True, kw_only=True):
    """What was asked for: the options of `gongkai report`, each as far as the kind takes it."""

    office: str | None = None


def report(session: Session, kind: str, plan: str, day: date, wanted: Wanted) -> "tuple[Basis, Report]":
    """Make a report of a plan, or of one office's share in it."""
    _ensure_taken(kind, wanted)
    basis = _basis(session, plan, day, wanted)
    return basis, rendered(session.root, kind, basis)


def rendered(root: Path, kind: str, basis: Basis) -> "Report":
    """Fill the template; one that is not the program's own runs in a process of its own."""
    data = template(root, kind)
    if data == shipped(kind):
        from gongkai_cli.store.album import picture
        from gongkai_cli.views.word.report import render

        return render(kind, basis, data, partial(picture, root))
    from gongkai_cli.cli.apart import Order, render_apart

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
    near = path.is_relative_to(Path.cwd())
    session.say(f"已写入 {path.relative_to(Path.cwd()) if near else path}")


def usual_path(root: Path, kind: str, basis: Basis) -> Path:
    """Say where a report goes that nobody gave a place."""
    parts = (basis.summary.plan.id, basis.office, title_of(kind))
    return root / _FOLDER / f"{'-'.join(filter(None, parts))}.docx"


def _basis(session: Session, plan: str, day: date, wanted: Wanted) -> Basis:
    workspace = session.workspace([plan])
    (summary,) = summarise(workspace, day, [plan]).plans
    office = office_named(workspace.config, wanted.office)
    if office:
        summary = share_of(summary, office)
    return Basis(summary=summary, as_of=day, config=workspace.config, office=office or "")


def _ensure_taken(kind: str, wanted: Wanted) -> None:
    """Refuse an option the kind has no use for: its result would not be what was asked for."""
    taken = kind_named(kind).options
    for option in wanted.__struct_fields__:
        if getattr(wanted, option) and option not in taken:
            raise Refusal("report-option", option=f"--{option}", kind=kind)
