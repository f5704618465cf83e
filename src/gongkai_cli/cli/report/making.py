"""Which way a paper is made, by its kind; an option a kind has no use for is refused."""

from datetime import date
from pathlib import Path

from msgspec import Struct

from gongkai_cli.cli.plans import address, plan_for
from gongkai_cli.cli.report.groundwork import Wanted
from gongkai_cli.cli.report.reporting import (
    ensure_taken,
    ensure_year,
    planning_day,
    printed,
    report,
    usual_path,
    written,
)
from gongkai_cli.cli.session import Session
from gongkai_cli.views.word.registry import kind_named

_SUPERVISION = {"notice", "order"}
_SPELT = {"everyone": "all", "reply_by": "reply-by"}
"""The options whose name on the command line is no name in Python."""


class Options(Struct, frozen=True, kw_only=True):
    """The options of `gongkai report`, as the user gave them."""

    year: str | None
    output: Path | None
    office: str | None
    window: str | None
    since: str | None
    public: bool
    pdf: bool
    order: str | None
    everyone: bool
    reply_by: str | None
    draft: bool
    html: bool
    plan: str | None

    def refuse(self, kind: str, *names: str) -> None:
        """Refuse those of these options that were given: the kind has no use for them."""
        ensure_taken(kind, {_SPELT.get(name, name): getattr(self, name) for name in names})


def make(session: Session, kind: str, options: Options, as_of: str | None) -> None:
    """Make the paper asked for."""
    kind_named(kind)
    day = session.day(as_of)
    ensure_year(kind, options.year)
    if kind == "annual":
        _publish(session, options, day)
    elif kind in _SUPERVISION:
        _issue(session, "order" if options.order else kind, options, day)
    else:
        _report(session, kind, options, day)


def _publish(session: Session, options: Options, day: date) -> None:
    """The statutory annual report: of a year, not of a plan."""
    from gongkai_cli.cli.annual.publishing import Edition, publish

    options.refuse("annual", "office", "window", "since", "public", "order", "everyone", "reply_by", "plan")
    edition = Edition(
        year=options.year, output=options.output, html=options.html, pdf=options.pdf, draft=options.draft
    )
    publish(session, edition, day)


def _issue(session: Session, kind: str, options: Options, day: date) -> None:
    """Papers of supervision: numbered, and put on record."""
    from gongkai_cli.cli.report.addressees import Asked
    from gongkai_cli.cli.report.noticing import issue

    options.refuse(kind, "office", "window", "since", "public", "html")
    where = address(options.order or "", options.plan)
    asked = Asked(
        office=options.office,
        task=where.task or None,
        all=options.everyone,
        reply_by=options.reply_by,
        draft=options.draft,
        output=options.output,
        pdf=options.pdf,
    )
    issue(session, kind, plan_for(session.root, where.plan, day), asked, day)


def _report(session: Session, kind: str, options: Options, day: date) -> None:
    """Papers on a plan's standing."""
    options.refuse(kind, "order", "everyone", "reply_by", "draft", "html")
    wanted = Wanted(office=options.office, window=options.window, since=options.since, public=options.public)
    plan = plan_for(session.root, options.plan, planning_day(kind, day))
    basis, made = report(session, kind, plan, day, wanted)
    path = options.output or usual_path(session.root, kind, basis)
    written(session, path, made)
    if options.pdf:
        printed(session, path, made)
