"""The identities (勾稽关系) the tables of an annual report must keep, each break named by table, row and column.

The names are those of the specification: T3-BAL is printed on the form itself, T3-CARRY ties a year to the last.
"""

from collections.abc import Iterator
from itertools import chain

from msgspec import UNSET, Struct

from gongkai_cli.model.annual import AnnualReport, Report, TrialReport
from gongkai_cli.model.annual_tables import Disputes, Documents, Proactive, Requests, TrialRequests
from gongkai_cli.rules.annual.cells import (
    CARRIED_IN,
    CARRIED_OUT,
    COLUMNS,
    GROUPS,
    NEW,
    OUTCOMES,
    TOTAL,
    Row,
    disputes,
    results,
    rows,
)
from gongkai_cli.rules.annual.values import values

Term = tuple[str, int]
_SUM = COLUMNS[-1]
_NOTE = "上年结转"
"""Words of the note a report needs where units were merged or split, so that it takes over other cases."""


class Break(Struct, frozen=True, kw_only=True):
    """An identity that does not hold: which, where (table; row and column as printed), both sides term by term.

    `grave` tells an error from a hint: some identities may fail for good reasons.
    """

    rule: str
    table: str
    row: str = ""
    column: str = ""
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    grave: bool = True


def proofs(report: AnnualReport, before: AnnualReport | None = None) -> dict[str, int]:
    """Say which identities a report's tables can be held to, and how many of each."""
    if not isinstance(report, Report | TrialReport):
        return {}
    last = before if isinstance(before, Report | TrialReport) else None
    found: dict[str, int] = {}
    if report.table3 is not UNSET and values(report.table3):
        found |= {"T3-BAL": len(COLUMNS), "T3-SUM": len(COLUMNS), "T3-ROW": len(rows(report.table3))}
        found |= {"T3-CARRY": len(COLUMNS)} if last and values(last.table3) else {}
    if values(report.table4):
        found |= {"T4-SUM": len(GROUPS)}
        found |= {"T4-PEND": len(GROUPS)} if last and values(last.table4) else {}
    stocks = tuple(_stocks(report.table2, last and last.table2))
    return found | ({"T2-STOCK": len(stocks)} if stocks else {})


def breaks(report: AnnualReport, before: AnnualReport | None = None) -> tuple[Break, ...]:
    """Prove every identity of a report's tables, those against the year before where its report is there."""
    if not isinstance(report, Report | TrialReport):
        return ()
    last = before if isinstance(before, Report | TrialReport) else None
    found: list[Iterator[Break]] = []
    if report.table3 is not UNSET and values(report.table3):
        found += [_balance(report.table3), _sums(report.table3), _across(report.table3)]
        if last and last.table3 is not UNSET and values(last.table3):
            noted = any(_NOTE in text for text in (report.requests, report.other))
            found.append(_carried(report.table3, last.table3, grave=not noted))
    if report.table4 is not UNSET and values(report.table4):
        found.append(_outcomes(report.table4))
        if last and last.table4 is not UNSET and values(last.table4):
            found.append(_pending(report.table4, last.table4))
    if isinstance(report, Report) and isinstance(last, Report):
        found.append(_stock(report.table2, last.table2))
    return tuple(chain.from_iterable(found))


def _balance(table: Requests | TrialRequests) -> Iterator[Break]:
    """T3-BAL: what came in is what was settled and what is carried over, in every column."""
    by_name = {row.labels: row for row in rows(table)}
    for column in COLUMNS:
        new, old, done, open_ = (
            by_name[name,].numbers[column] for name in (NEW, CARRIED_IN, TOTAL, CARRIED_OUT)
        )
        if new + old != done + open_:
            yield Break(
                rule="T3-BAL",
                table="表三",
                column=column,
                left=(("本年新收", new), ("上年结转", old)),
                right=(("办理结果总计", done), ("结转下年度", open_)),
            )


def _sums(table: Requests | TrialRequests) -> Iterator[Break]:
    """T3-SUM: the total of the results is their sum, in every column."""
    every = rows(table)
    total = next(row for row in every if row.labels == (TOTAL,))
    unsummed = any(not _has_sum(table, row) for row in results(every))
    for column in COLUMNS:
        terms = tuple((row.name, row.numbers[column]) for row in results(every) if row.numbers[column])
        if sum(number for _, number in terms) != total.numbers[column]:
            yield Break(
                rule="T3-SUM",
                table="表三",
                row=TOTAL,
                column=column,
                left=terms,
                right=(("办理结果总计", total.numbers[column]),),
                grave=not (unsummed and column == _SUM),
            )


def _across(table: Requests | TrialRequests) -> Iterator[Break]:
    """T3-ROW: 总计 is the sum of the kinds of applicants, in every row."""
    for row in rows(table):
        if sum(row.numbers[column] for column in COLUMNS[:-1]) != row.numbers[_SUM]:
            yield Break(
                rule="T3-ROW",
                table="表三",
                row=_row_name(row),
                left=tuple((column, row.numbers[column]) for column in COLUMNS[:-1] if row.numbers[column]),
                right=((_SUM, row.numbers[_SUM]),),
                grave=_has_sum(table, row),
            )


def _has_sum(table: Requests | TrialRequests, row: Row) -> bool:
    """Whether a row states its 总计: some bodies leave the column blank, which is a gap and no wrong number."""
    return (*row.labels, _SUM) in values(table) or not any(row.numbers.values())


def _carried(
    table: Requests | TrialRequests, last: Requests | TrialRequests, *, grave: bool
) -> Iterator[Break]:
    """T3-CARRY: what a year takes over is what the last one left; a hint where the report's text explains it."""
    now = next(row for row in rows(table) if row.labels == (CARRIED_IN,))
    then = next(row for row in rows(last) if row.labels == (CARRIED_OUT,))
    for column in COLUMNS:
        if now.numbers[column] != then.numbers[column]:
            yield Break(
                rule="T3-CARRY",
                table="表三",
                row=CARRIED_IN,
                column=column,
                left=(("上年结转", now.numbers[column]),),
                right=(("上年报告的结转下年度", then.numbers[column]),),
                grave=grave,
            )


def _outcomes(table: Disputes) -> Iterator[Break]:
    """T4-SUM: 总计 is the sum of the outcomes, in every group."""
    for group, numbers in disputes(table).items():
        if sum(numbers[one] for one in OUTCOMES[:-1]) != numbers[OUTCOMES[-1]]:
            yield Break(
                rule="T4-SUM",
                table="表四",
                row=group,
                left=tuple((one, numbers[one]) for one in OUTCOMES[:-1] if numbers[one]),
                right=((OUTCOMES[-1], numbers[OUTCOMES[-1]]),),
            )


def _pending(table: Disputes, last: Disputes) -> Iterator[Break]:
    """T4-PEND: what was pending shows up again; a hint, since reviews may turn into suits."""
    now, then = disputes(table), disputes(last)
    for group, numbers in now.items():
        if numbers[OUTCOMES[-1]] < then[group][OUTCOMES[-2]]:
            yield Break(
                rule="T4-PEND",
                table="表四",
                row=group,
                left=((OUTCOMES[-1], numbers[OUTCOMES[-1]]),),
                right=(("上年报告的尚未审结", then[group][OUTCOMES[-2]]),),
                grave=False,
            )


def _stock(table: object, last: object) -> Iterator[Break]:
    """T2-STOCK: what is in force is last year's stock and what was made less what was repealed; a hint."""
    for name, now, then in _stocks(table, last):
        held, made, gone, left = (
            0 if one is UNSET else one for one in (then.in_force, now.made, now.repealed, now.in_force)
        )
        if held + made - gone != left:
            yield Break(
                rule="T2-STOCK",
                table="表二",
                row=name,
                left=(("上年现行有效", held), ("本年制发", made), ("本年废止", -gone)),
                right=(("现行有效", left),),
                grave=False,
            )


def _stocks(table: object, last: object) -> Iterator[tuple[str, Documents, Documents]]:
    """Pair the rows of table 2 that have a stock with those of the year before; a blank row proves nothing."""
    if isinstance(table, Proactive) and isinstance(last, Proactive):
        pairs = (
            ("规章", table.rules, last.rules),
            ("行政规范性文件", table.normative_docs, last.normative_docs),
        )
        for name, now, then in pairs:
            if isinstance(now, Documents) and isinstance(then, Documents) and values(now) and values(then):
                yield name, now, then


def _row_name(row: Row) -> str:
    return row.name if len(row.labels) == 1 else f"{row.labels[0]}·{row.name}"
