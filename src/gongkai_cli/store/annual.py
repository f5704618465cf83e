"""Writing the annual reports: what their document says, beside what people entered by hand."""

from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace as replace_fields

from gongkai_cli.model.annual import SECTIONS, AnnualReport, Figure
from gongkai_cli.store.converted import Change, Converted, beside
from gongkai_cli.store.paths import annual_file

_KEPT = ("body", "title", "lead_in", *SECTIONS, "table2", "table3", "table4", "prose")


def annual_change(root: Path, report: AnnualReport, *, update: bool) -> Change:
    """Tell what writing a report would change, and write nothing."""
    return Converted(annual_file(report.year), report, merged).change(root, update=update)


def write_annual(root: Path, report: AnnualReport, *, update: bool) -> Change:
    """Write a report; returns what changed."""
    return Converted(annual_file(report.year), report, merged).write(root, update=update)


def merged(old: AnnualReport, new: AnnualReport) -> AnnualReport:
    """What the document says; beside it the tables, figures and sections that people added."""
    return replace_fields(beside(old, new, _KEPT), figures=tuple(_figures(old.figures, new.figures)))


def _figures(old: tuple[Figure, ...], new: tuple[Figure, ...]) -> Iterator[Figure]:
    """Take the document's figures, then those that were entered by hand: they quote nothing."""
    known = {(one.text, one.unit): one for one in old}
    for one in new:
        same = known.get((one.text, one.unit))
        yield beside(same, one, ()) if same else one
    yield from (one for one in old if not one.text)
