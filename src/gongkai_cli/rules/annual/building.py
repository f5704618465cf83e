"""A year's counts put into its report: what a person entered is never overwritten unasked, all that differs is told."""

from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import fields, replace

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.annual import Figure, Report, TrialReport
from gongkai_cli.model.entry import Entry
from gongkai_cli.rules.annual.cells import Path
from gongkai_cli.rules.annual.form import NAMES, printed
from gongkai_cli.rules.annual.values import Number, table_of, values
from gongkai_cli.rules.annual.year import Year

T = TypeVar("T", bound=Entry)

_TEXTS = frozenset({"body", "lead_in", "overview", "problems", "other"})
"""The texts every report has."""


class Difference(Struct, frozen=True):
    """What a person entered and what is counted: in a cell of a table, a figure, a paragraph of section 六."""

    what: str
    path: Path
    said: str
    counted: str


class Built(Struct, frozen=True, kw_only=True):
    """The report as it is to be, and where it differs from the counts."""

    report: TrialReport | Report
    differences: tuple[Difference, ...]


def built(old: TrialReport | Report, year: Year, *, recount: bool) -> Built:
    """Put the counts in; where they differ from what is there, the counts win only if asked for."""
    table3, cells3 = _table(NAMES[1], old.table3, year.requests, recount=recount)
    table4, cells4 = _table(NAMES[2], old.table4, year.disputes, recount=recount)
    figures, numbers = _figures(old.figures, year.figures, recount=recount)
    other, said = _other(old.other, year, recount=recount)
    found = (*cells3, *cells4, *numbers, *said)
    report = replace(
        old,
        table3=table3,
        table4=table4,
        figures=figures,
        other=other,
        doubts=_doubts(old.doubts, () if recount else found, counted=year.requests is not None),
    )
    return Built(report=report, differences=found)


def differences(table: object, counted: Entry, name: str) -> tuple[Difference, ...]:
    """Tell the cells of a table that say something else than the counted one."""
    said, wanted = values(table), values(counted)
    return tuple(
        Difference(name, path, str(said[path]), str(wanted[path]))
        for path in wanted
        if path in said and said[path] != wanted[path]
    )


def _table(
    name: str, old: T | object, counted: T | None, *, recount: bool
) -> tuple[object, tuple[Difference, ...]]:
    if counted is None:
        return old, ()
    cells: dict[Path, Number] = values(counted) if recount else values(counted) | values(old)
    return table_of(type(counted), cells), differences(old, counted, name)


def _figures(
    old: tuple[Figure, ...], counted: tuple[Figure, ...], *, recount: bool
) -> tuple[tuple[Figure, ...], tuple[Difference, ...]]:
    """Renew the counted figures; one a document or a person states goes before the ledger's."""
    source = words("annual")["台账出处"]
    wanted = {one.name: one for one in counted}
    stated = {one.name: one for one in old if one.locator != source}
    differ = tuple(
        Difference("数据", (name,), str(stated[name].number), str(one.number))
        for name, one in wanted.items()
        if name in stated and stated[name].number != one.number
    )
    by_hand = {name for name, one in stated.items() if not one.text}
    taken = {name: one for name, one in wanted.items() if name not in stated or (recount and name in by_hand)}
    kept = [taken.get(one.name, one) for one in old if one.locator != source or one.name in taken]
    return (*kept, *(one for name, one in taken.items() if name not in {k.name for k in kept})), differ


def _other(old: str, year: Year, *, recount: bool) -> tuple[str, tuple[Difference, ...]]:
    """Add to section 六 the paragraphs it lacks; 无 gives way to the first."""
    lines = [line for line in old.splitlines() if line.strip("。 ") != "无" or not year.drafts]
    differ = []
    for draft in year.drafts:
        place = next((at for at, line in enumerate(lines) if draft.known_by in line), None)
        if place is None:
            lines.append(draft.text)
        elif lines[place] != draft.text:
            differ.append(Difference("其他需要报告的事项", (), lines[place], draft.text))
            lines[place] = draft.text if recount else lines[place]
    return "\n".join(lines), tuple(differ)


def _doubts(old: dict[str, str], found: Sequence[Difference], *, counted: bool) -> dict[str, str]:
    """Mark at the tables which cells were entered by hand and differ from the count."""
    tables = NAMES[1:] if counted else ()
    opening = words("annual")["手工"].format(cells="")
    kept = {key: why for key, why in old.items() if key not in tables or not why.startswith(opening)}
    by_table = {name: [cell_words(one) for one in found if one.what == name] for name in tables}
    return kept | {name: opening + "、".join(cells) for name, cells in by_table.items() if cells}


def cell_words(one: Difference) -> str:
    """`予以公开·自然人 5（登记 4）`."""
    text: str = words("annual")["手工格"].format(cell="·".join(one.path), said=one.said, counted=one.counted)
    return text


def blanks(report: TrialReport | Report) -> dict[str, tuple[Path, ...]]:
    """Give what a person has to fill in: the texts every report has (no paths), cells without a number."""
    found: dict[str, tuple[Path, ...]] = {
        field.encode_name: ()
        for field in fields(report)
        if field.name in _TEXTS and not getattr(report, field.name)
    }
    for name, table in zip(NAMES, (report.table2, report.table3, report.table4), strict=True):
        there = values(table)
        empty = tuple(path for path in printed(report.form, name).paths if path not in there)
        found |= {name: empty} if empty else {}
    return found
