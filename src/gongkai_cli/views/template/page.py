"""The pages of `gongkai template`: which templates are in force, what one may print, what is wrong with one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai_cli.lexicon.load import message, words
from gongkai_cli.views.page import GAP, Column, Line, Page, Span, Table, fitted, line, paragraph
from gongkai_cli.views.template.faults import Fault
from gongkai_cli.views.template.places import Place
from gongkai_cli.views.width import one_line, wide
from gongkai_cli.views.word.registry import title_of


class InForce(NamedTuple):
    """A kind of report and whose template it is made from: `own`, `same` (own, unchanged) or `shipped`."""

    kind: str
    whose: str


class Checked(NamedTuple):
    """A template that was looked at: its file as shown, its kind, its faults."""

    file: str
    kind: str
    faults: tuple[Fault, ...]


def list_page(kinds: Sequence[InForce], strays: Sequence[str], width: int) -> Page:
    """Lay out the kinds of report, and files that are no kind's template."""
    said, reports = words("templates"), words("reports")["种类"]
    rows = [(kind, title_of(kind), reports[kind]["用途"], said["来源"][whose]) for kind, whose in kinds]
    heads = tuple(said["列表"].values())
    widths = [max(map(wide, texts)) for texts in zip(heads, *rows, strict=True)]
    widths[2] += min(0, width - sum(widths) - GAP * (len(widths) - 1))
    table = Table(
        tuple(map(Column, heads, widths)),
        tuple(tuple(fitted(text, room, 3) for text, room in zip(row, widths, strict=True)) for row in rows),
    )
    if not strays:
        return (table,)
    return (table, line(), *paragraph(said["不认识"].format(files="、".join(strays)), width))


def check_page(checked: Sequence[Checked], width: int) -> Page:
    """Lay out the faults of templates, each with its place, its words and how to mend it."""
    parts = [one for found in checked for one in _checked(found, width)]
    faults = [fault for found in checked for fault in found.faults]
    if faults:
        errors = sum(fault.is_error for fault in faults)
        parts += [line(), line(words("templates")["合计"].format(errors=errors, hints=len(faults) - errors))]
    return tuple(parts)


def place_text(place: Place | None) -> str:
    """Say where a paragraph stands: 正文第3段, 正文表1第2行."""
    said = words("templates")["位置"]
    if place is None:
        return str(said["全文"])
    part = words("templates")["部件"].get(place.kind, place.kind)
    text: str = said["表" if place.table else "段"].format(
        part=part, number=place.number, table=place.table, row=place.row
    )
    return text + (said["框"] if place.boxed else "")


def _checked(found: Checked, width: int) -> Iterator[Line]:
    said, kind = words("templates"), f"{found.kind} {title_of(found.kind)}"
    if not found.faults:
        yield from paragraph(said["查过"].format(file=found.file, kind=kind), width)
        return
    yield from paragraph(said["查出"].format(file=found.file, kind=kind), width, style="bold")
    for fault in found.faults:
        yield from _fault(fault, width)


def _fault(fault: Fault, width: int) -> Iterator[Line]:
    style = "red" if fault.is_error else "yellow"
    where = place_text(fault.place)
    (head,) = fitted(f"{where}  {one_line(fault.text)}".rstrip(), width - GAP, 1, style)
    yield Line((Span("  "), head))
    yield from paragraph(one_line(message(fault.code, fault.about)), width, label="      ")
