"""Making a report: a plan's standing filled into a Word template, and what is left to fill in by hand."""

from datetime import date
from pathlib import Path

from gongkai_cli.cli.plans import office_named
from gongkai_cli.cli.session import Session
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.model.workspace import Config
from gongkai_cli.rules.share import share_of
from gongkai_cli.rules.summary import summarise
from gongkai_cli.store.replace import replace
from gongkai_cli.store.templates import shipped, template

_FOLDER, _KIND = "reports", "year-end"


def year_end(session: Session, plan: str, day: date, *, office: str | None, output: Path | None) -> None:
    """Write the year-end report of a plan, or of one office's share in it."""
    workspace = session.workspace([plan])
    (summary,) = summarise(workspace, day, [plan]).plans
    office = office_named(workspace.config, office)
    if office:
        summary = share_of(summary, office)
    data = _rendered(session.root, summary, day, workspace.config)
    path = (
        output or session.root / _FOLDER / f"{'-'.join(filter(None, (plan, office)))}-年度落实情况总结.docx"
    )
    _written(path, data)
    _told(session, path, data)


def _rendered(root: Path, summary: PlanSummary, day: date, config: Config) -> bytes:
    """Fill the template; one that is not the program's own runs in a process of its own."""
    data = template(root, _KIND)
    if data == shipped(_KIND):
        from gongkai_cli.views.word.year_end import render

        return render(summary, day, config, data)
    from gongkai_cli.cli.apart import Order, render_apart

    return render_apart(Order(summary, day, config, data))


def _written(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise Refusal("is-folder", path=path)
    replace(path, path.read_bytes() if path.exists() else None, data)


def _told(session: Session, path: Path, data: bytes) -> None:
    from gongkai_cli.views.word.tally import gaps

    left = gaps(data)
    if left:
        session.note(f"有 {len(left)} 处留待补充（文中标有〔请补充〕）：")
        for gap in left:
            session.note(f"  {gap}")
    near = path.is_relative_to(Path.cwd())
    session.say(f"已写入 {path.relative_to(Path.cwd()) if near else path}")
