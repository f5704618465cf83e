"""Which year's report a command is about, and that report as the workspace has it."""

from typing import cast

from gongkai_cli.cli.import_.importing import year_of
from gongkai_cli.cli.session import Session
from gongkai_cli.model.annual import AnnualReport, Report, TrialReport
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.paths import annual_file
from gongkai_cli.store.read import read_annual


def year_named(text: str | None) -> int:
    """Read the year a command was given; refuses a word that is none."""
    if text is None:
        raise Refusal("annual-which-year")
    return cast("int", year_of(text))


def report_of(session: Session, year: int) -> TrialReport | Report | None:
    """Read the report of a year; None where there is none. Refuses one with faults."""
    reports, problems = read_annual(session.root)
    file = annual_file(year)
    session.ensure_sound([problem for problem in problems if problem.file == file])
    return next((in_form(one.value) for one in reports if one.file == file), None)


def in_form(report: AnnualReport) -> TrialReport | Report:
    """Take a report as what it is: one in a form."""
    assert isinstance(report, TrialReport | Report)  # noqa: S101  readers make no other
    return report
