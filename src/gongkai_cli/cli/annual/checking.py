"""What `annual check` holds against what: a report, the year before, its own text, the registers of requests."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from gongkai_cli.cli.annual.registers import errors_in
from gongkai_cli.cli.annual.years import in_form
from gongkai_cli.cli.session import Session
from gongkai_cli.documents.read import read
from gongkai_cli.model.annual import Report, TrialReport
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.planimport.annual.draft import annual_from
from gongkai_cli.planimport.annual.figures import figures
from gongkai_cli.planimport.annual.sections import Line
from gongkai_cli.planimport.annual.tables import Fault, fault_text
from gongkai_cli.rules.annual.building import Difference, differences
from gongkai_cli.rules.annual.form import NAMES
from gongkai_cli.rules.annual.identities import breaks, proofs
from gongkai_cli.rules.annual.prose import prose_breaks
from gongkai_cli.rules.annual.suspect import suspects
from gongkai_cli.rules.annual.values import values
from gongkai_cli.rules.annual.year import counted_tables
from gongkai_cli.store.paths import annual_file
from gongkai_cli.store.read import read_annual
from gongkai_cli.views.annual_check import Checked

_TEXTS = ("lead_in", "overview", "requests", "review_litigation", "other")
"""Where a report tells how many requests it got: not among its shortcomings and next year's plans."""


class Given(Struct, frozen=True):
    """A report and where it is from; of a published one the cells that hold no number."""

    place: str
    report: TrialReport | Report
    faults: tuple[Fault, ...] = ()
    ours: bool = False


def checked(session: Session, which: Sequence[str], day: date) -> tuple[Checked, ...]:
    """Check the reports named, or all of the workspace; refuses where there is none."""
    own = tuple(_own(session))
    given = [_named(one, own) for one in which] or list(own)
    if not given:
        raise Refusal("annual-none")
    registers = session.registers() if any(one.ours for one in given) else Workspace()
    countable = not errors_in(registers, day)
    return tuple(
        _checked(one, _before(one, (*given, *own)), registers if one.ours and countable else Workspace())
        for one in given
    )


def _own(session: Session) -> Iterator[Given]:
    """Take the reports of the workspace; none outside of one."""
    try:
        root = session.root
    except Refusal:
        return
    reports, problems = read_annual(root)
    session.ensure_sound(problems)
    yield from (Given(one.file, in_form(one.value), ours=True) for one in reports)


def _named(name: str, own: Sequence[Given]) -> Given:
    """Find a report by its year or by its file in the workspace, else read the document of that name."""
    file = annual_file(int(name)) if name.isdecimal() else name
    known = next((one for one in own if one.place == file), None)
    if known:
        return known
    if name.isdecimal():
        raise Refusal("annual-missing", year=int(name), file=file)
    draft = annual_from(read(Path(name)))
    return Given(name, draft.report, draft.faults)


def _before(given: Given, others: Sequence[Given]) -> TrialReport | Report | None:
    """Find the same body's report of the year before."""
    report = given.report
    return next(
        (
            one.report
            for one in others
            if one.report.year == report.year - 1 and one.report.body == report.body
        ),
        None,
    )


def _checked(given: Given, before: TrialReport | Report | None, registers: Workspace) -> Checked:
    report = given.report
    lines = [
        Line(line, 0, 0, "") for name in _TEXTS for line in getattr(report, name).splitlines() if line.strip()
    ]
    return Checked(
        place=given.place,
        report=report,
        proofs=proofs(report, before),
        breaks=(*breaks(report, before), *prose_breaks(report, figures(lines, report.year))),
        suspects=suspects(report),
        faults=tuple((not one.taken, f"{one.table}{fault_text([one])}") for one in given.faults),
        differences=tuple(_differences(report, registers)),
        missing=tuple(
            name
            for name, table in zip(NAMES, (report.table2, report.table3, report.table4), strict=True)
            if not values(table)
        ),
    )


def _differences(report: TrialReport | Report, registers: Workspace) -> Iterator[Difference]:
    """Hold tables 3 and 4 against the registers, where some were kept."""
    counted = counted_tables(registers, report.year)
    if counted:
        yield from differences(report.table3, counted[0], NAMES[1])
        yield from differences(report.table4, counted[1], NAMES[2])
