"""The accuracy table of many documents: what was found in each, what is doubtful, what was left over."""

from collections.abc import Sequence

from msgspec import Struct

from gongkai_cli.views.page import GAP, Column, Page, Span, Table, fitted, line
from gongkai_cli.views.width import one_line, wide

_NUMBERS = ("任务", "字段", "待核", "未归入")
_NUMBER_WIDTH = 8
_LEAST_NAME = 24


class Surveyed(Struct, frozen=True, kw_only=True):
    """One document: tasks, fields filled, fields in doubt, characters left over; `outcome` where it was refused."""

    name: str
    tasks: int = 0
    fields: int = 0
    doubts: int = 0
    total: int = 0
    leftover: int = 0
    outcome: str = ""


def survey_page(rows: Sequence[Surveyed], width: int) -> Page:
    """A row for each document and the sums; below, why a document was refused."""
    name = max(_LEAST_NAME, *(min(wide(row.name), width // 2) for row in rows))
    columns = (
        Column("文件", name),
        *(Column(title, _NUMBER_WIDTH) for title in _NUMBERS),
        Column("占比", _NUMBER_WIDTH),
    )
    read = [row for row in rows if not row.outcome]
    total = Surveyed(
        name=f"合计 {len(read)}/{len(rows)} 份",
        tasks=sum(row.tasks for row in read),
        fields=sum(row.fields for row in read),
        doubts=sum(row.doubts for row in read),
        total=sum(row.total for row in read),
        leftover=sum(row.leftover for row in read),
    )
    refused = [row for row in rows if row.outcome]
    return (
        Table(columns, tuple(_cells(row, name) for row in (*read, total))),
        *(line() for _ in refused[:1]),
        *(line(f"{row.name}：{one_line(row.outcome)}", "red") for row in refused),
    )


def _cells(row: Surveyed, name: int) -> tuple[tuple[Span, ...], ...]:
    numbers = (row.tasks, row.fields, row.doubts, row.leftover)
    share = f"{100 * row.leftover / row.total:.1f}%" if row.total else "—"
    return (
        fitted(one_line(row.name), name, 2),
        *(fitted(str(number).rjust(_NUMBER_WIDTH - GAP), _NUMBER_WIDTH, 1) for number in numbers),
        fitted(share.rjust(_NUMBER_WIDTH - GAP), _NUMBER_WIDTH, 1),
    )
