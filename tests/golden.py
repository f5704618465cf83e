"""A report whose every identity holds, in the style of a city's report for 2025 (domain specification, §8)."""

from gongkai_cli.model.annual import Report
from gongkai_cli.model.annual_tables import Disputes, Requests
from gongkai_cli.model.convert import convert
from gongkai_cli.rules.annual.cells import COLUMNS, GROUPS, OUTCOMES, rows

TABLE3 = """
13612 252 0 45 128 32 14069
535 6 0 1 18 0 560
5345 129 0 41 19 14 5548
2120 39 0 1 6 2 2168
13 0 0 0 0 0 13
30 0 0 0 0 0 30
11 0 0 0 0 0 11
49 2 0 0 0 0 51
103 1 0 0 0 0 104
84 1 0 0 0 0 85
282 4 0 0 0 0 286
147 0 0 0 1 2 150
3075 50 0 0 89 8 3222
177 3 0 0 0 0 180
19 0 0 0 0 0 19
199 1 0 0 3 0 203
147 1 0 0 0 0 148
0 0 0 0 0 0 0
100 1 0 0 0 0 101
5 0 0 0 0 0 5
315 3 0 0 0 0 318
202 0 0 1 0 0 203
941 17 0 1 3 3 965
13364 252 0 44 121 29 13810
783 6 0 2 25 3 819
"""
TABLE4 = "376 97 196 121 790\n16 1 12 27 56\n74 1 30 51 156"

Cells = dict[tuple[str, ...], dict[str, str]]


def table3() -> Cells:
    """Give the cells of table 3: row → column → number as text."""
    numbers = [line.split() for line in TABLE3.split("\n") if line]
    labels = [row.labels for row in rows(Requests())]
    return {row: dict(zip(COLUMNS, line, strict=True)) for row, line in zip(labels, numbers, strict=True)}


def table4() -> Cells:
    """Give the cells of table 4: group → column → number as text."""
    return {
        (group,): dict(zip(OUTCOMES, line.split(), strict=True))
        for group, line in zip(GROUPS, TABLE4.split("\n"), strict=True)
    }


def report(requests: Cells, disputes: Cells, year: int = 2025) -> Report:
    """Make a report of these cells."""
    data = {"年度": str(year), "格式": "2021", "表三": nested(requests), "表四": nested(disputes)}
    made, problems = convert(data, Report, "")
    assert made, problems
    return made


def nested(cells: Cells) -> dict[str, object]:
    """Put rows below their groups."""
    found: dict[str, object] = {}
    for path, numbers in cells.items():
        within = found
        for label in path[:-1]:
            inner = within.setdefault(label, {})
            assert isinstance(inner, dict)
            within = inner
        within[path[-1]] = dict(numbers)
    return found


def disputes_of(cells: Cells) -> Disputes:
    """Make table 4 alone."""
    made, problems = convert(nested(cells), Disputes, "")
    assert made, problems
    return made


def values3(form: str = "2021") -> dict[tuple[str, ...], int]:
    """Give table 3 as its single cells; the trial form has 其他处理 in one row."""
    found = {(*row, column): int(number) for row, line in table3().items() for column, number in line.items()}
    if form == "2021":
        return found
    one_row = dict.fromkeys(COLUMNS, 0)
    for (group, *_, column), number in found.items():
        one_row[column] += number if group == "其他处理" else 0
    kept = {path: number for path, number in found.items() if path[0] != "其他处理"}
    return kept | {("其他处理", column): number for column, number in one_row.items()}


def values4() -> dict[tuple[str, ...], int]:
    """Give table 4 as its single cells."""
    return {(*group, one): int(number) for group, line in table4().items() for one, number in line.items()}
