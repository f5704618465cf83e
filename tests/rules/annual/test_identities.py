"""Every identity holds of the golden report, and every single cell that is changed is caught and named."""

from copy import deepcopy

import pytest
from msgspec.structs import replace

from golden import Cells, report, table3, table4
from gongkai_cli.model.annual_tables import Documents, Proactive
from gongkai_cli.rules.annual.cells import CARRIED_IN, CARRIED_OUT, COLUMNS, NEW, OUTCOMES, TOTAL
from gongkai_cli.rules.annual.identities import Break, breaks, proofs

CELLS3 = [(row, column) for row in table3() for column in COLUMNS]
CELLS4 = [(row, column) for row in table4() for column in OUTCOMES]


def changed(cells: Cells, row: tuple[str, ...], column: str) -> Cells:
    other = deepcopy(cells)
    other[row][column] = str(int(other[row][column]) + 1)
    return other


def test_the_golden_report_keeps_every_identity() -> None:
    assert breaks(report(table3(), table4())) == ()


@pytest.mark.parametrize(
    ("row", "column"), CELLS3, ids=lambda one: one if isinstance(one, str) else "·".join(one)
)
def test_a_changed_cell_of_table_3_is_named(row: tuple[str, ...], column: str) -> None:
    found = breaks(report(changed(table3(), row, column), table4()))
    assert {one.rule for one in found} == expected(row)
    across = next(one for one in found if one.rule == "T3-ROW")
    assert across.row == "·".join(row)
    assert {one.column for one in found if one.rule != "T3-ROW"} == {column}


def expected(row: tuple[str, ...]) -> set[str]:
    if row in {(NEW,), (CARRIED_IN,), (CARRIED_OUT,)}:
        return {"T3-BAL", "T3-ROW"}
    return {"T3-BAL", "T3-SUM", "T3-ROW"} if row == (TOTAL,) else {"T3-SUM", "T3-ROW"}


@pytest.mark.parametrize(
    ("row", "column"), CELLS4, ids=lambda one: one if isinstance(one, str) else "·".join(one)
)
def test_a_changed_cell_of_table_4_is_named(row: tuple[str, ...], column: str) -> None:
    (found,) = breaks(report(table3(), changed(table4(), row, column)))
    assert (found.rule, found.row) == ("T4-SUM", row[0])


def test_a_break_shows_both_sides() -> None:
    (balance, _) = breaks(report(changed(table3(), (NEW,), "自然人"), table4()))
    assert balance == Break(
        rule="T3-BAL",
        table="表三",
        column="自然人",
        left=(("本年新收", 13613), ("上年结转", 535)),
        right=(("办理结果总计", 13364), ("结转下年度", 783)),
    )


def test_what_is_taken_over_is_what_was_left() -> None:
    now, next_year = report(table3(), table4()), report(table3(), table4(), year=2026)
    found = breaks(next_year, now)
    assert {one.rule for one in found} == {"T3-CARRY"}
    assert found[0].left == (("上年结转", 535),)
    assert found[0].right == (("上年报告的结转下年度", 783),)


def test_a_blank_total_is_a_gap_and_no_wrong_number() -> None:
    cells = table3()
    del cells["予以公开",]["总计"]
    found = breaks(report(cells, table4()))
    assert {(one.rule, one.row, one.column, one.grave) for one in found} == {
        ("T3-ROW", "予以公开", "", False),
        ("T3-SUM", TOTAL, "总计", False),
    }


def test_what_the_report_explains_is_a_hint() -> None:
    now, next_year = report(table3(), table4()), report(table3(), table4(), year=2026)
    noted = replace(next_year, requests="机构改革后并入原体育局的申请，上年结转数相应调整。")
    assert {(one.rule, one.grave) for one in breaks(noted, now)} == {("T3-CARRY", False)}
    assert all(one.grave for one in breaks(replace(next_year, requests="申请集中在学籍管理。"), now))


def test_tables_that_are_missing_break_nothing() -> None:
    missing = report({}, {})
    assert breaks(missing) == ()


def test_a_blank_row_of_table_2_proves_nothing() -> None:
    there = replace(report({}, {}), table2=Proactive(rules=Documents(in_force=3)))
    blank = replace(there, table2=Proactive(rules=Documents()))
    assert (proofs(blank, there), breaks(blank, there)) == ({}, ())
    assert proofs(there, there) == {"T2-STOCK": 1}
