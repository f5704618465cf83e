"""A single wrong cell of table 3 is found by where the broken row and column cross, with what it has to say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from golden import report, table3, table4, values3
from gongkai_cli.rules.annual.suspect import Suspect, suspects

CELLS = st.sampled_from(sorted(values3()))


def with_changes(changes: dict[tuple[str, ...], int]):
    cells = table3()
    for (*row, column), number in changes.items():
        cells[tuple(row)][column] = str(number)
    return report(cells, table4())


@given(CELLS, st.integers(0, 20000))
def test_one_wrong_cell_is_found_with_its_right_number(path: tuple[str, ...], number: int) -> None:
    right = values3()[path]
    expected = () if number == right else (Suspect("表三", path, number, right),)
    assert suspects(with_changes({path: number})) == expected


@given(st.dictionaries(CELLS, st.integers(20001, 30000), min_size=2, max_size=4))
def test_of_several_wrong_cells_none_is_blamed(changes: dict[tuple[str, ...], int]) -> None:
    for one in suspects(with_changes(changes)):
        assert one.path in changes


def test_a_report_that_adds_up_has_none() -> None:
    assert suspects(report(table3(), table4())) == ()


@pytest.mark.parametrize("path", [("行政复议", "结果维持")])
def test_table_four_cannot_say_which(path: tuple[str, ...]) -> None:
    cells = table4()
    cells[path[:-1]][path[-1]] = "1"
    assert suspects(report(table3(), cells)) == ()
