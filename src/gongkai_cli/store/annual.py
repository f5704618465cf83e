"""Writing the annual reports: what their document says, beside what people entered by hand."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from msgspec.structs import replace as replace_fields

from gongkai_cli.model.annual import SECTIONS, AnnualReport, Figure
from gongkai_cli.store.converted import Change, Converted, beside
from gongkai_cli.store.lock import locked
from gongkai_cli.store.paths import annual_file
from gongkai_cli.store.replace import replace
from gongkai_cli.store.schemas import schema_line
from gongkai_cli.yamltext.skeleton import skeleton_text

_KEPT = ("body", "title", "lead_in", *SECTIONS, "table2", "table3", "table4", "prose")


def annual_change(root: Path, report: AnnualReport, *, update: bool) -> Change:
    """Tell what writing a report would change, and write nothing."""
    return Converted(annual_file(report.year), report, merged).change(root, update=update)


def write_annual(root: Path, report: AnnualReport, *, update: bool) -> Change:
    """Write a report; returns what changed."""
    return Converted(annual_file(report.year), report, merged).write(root, update=update)


def write_built(
    root: Path, report: AnnualReport, blanks: Mapping[str, Iterable[tuple[str, ...]]], *, dry_run: bool
) -> Change:
    """Write a report as it is to be, or only tell what would change; comments and layout of a file stay.

    A new file also shows the keys a person has to fill in (`blanks`, see `skeleton_text`).
    """
    file = annual_file(report.year)
    converted = Converted(file, report, lambda _, new: new)
    if (root / file).exists():
        return converted.change(root, update=True) if dry_run else converted.write(root, update=True)
    change = Change(file, None, (schema_line(root, file) + skeleton_text(report, blanks)).encode())
    if not dry_run:
        with locked(root):
            replace(root / file, None, change.now)
    return change


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
