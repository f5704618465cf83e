"""Putting a year's counts into its report: what is sound is counted, what a person wrote stays, the rest is told."""

from datetime import date

from gongkai_cli.cli.annual.registers import ensure_right
from gongkai_cli.cli.annual.years import in_form
from gongkai_cli.cli.session import Session
from gongkai_cli.model.annual import Report, TrialReport, form_of
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.annual.building import blanks, built
from gongkai_cli.rules.annual.form import PRESENT, TRIAL
from gongkai_cli.rules.annual.year import year_of
from gongkai_cli.store.annual import write_built
from gongkai_cli.store.paths import annual_file
from gongkai_cli.store.read import read_workspace
from gongkai_cli.views.annual_build import BuildDone


def build(session: Session, year: int, day: date, *, recount: bool, dry_run: bool) -> BuildDone:
    """Fill the report of a year. Refuses while the registers of requests have errors: they would be counted wrongly."""
    workspace, problems = read_workspace(session.root)
    session.ensure_sound(problems)
    ensure_right(session, workspace, day)
    counts = year_of(workspace, year, day)
    old = _known(workspace, year)
    made = built(old, counts, recount=recount)
    change = write_built(session.root, made.report, blanks(made.report), dry_run=dry_run)
    return BuildDone(
        file=change.file,
        report=made.report,
        counts=counts,
        differences=made.differences,
        blanks=blanks(made.report),
        recount=recount,
        written=not dry_run,
        is_new=change.was is None,
        diff=change.diff if change.was is not None else "",
    )


def _known(workspace: Workspace, year: int) -> TrialReport | Report:
    """Take the report the workspace has, else begin one."""
    file = annual_file(year)
    there = next((in_form(one.value) for one in workspace.annual if one.file == file), None)
    if there is not None:
        return there
    bodies = [one.value.body for one in workspace.plans if one.value.year == year and one.value.body]
    body = workspace.config.body or (bodies[0] if len(set(bodies)) == 1 else "")
    if form_of(year) is TrialReport:
        return TrialReport(year=year, form=TRIAL, body=body)
    return Report(year=year, form=PRESENT, body=body)
