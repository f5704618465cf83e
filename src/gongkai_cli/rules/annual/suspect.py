"""Which single cell is wrong: the one that, put right, makes every identity of its table hold."""

from collections.abc import Iterator

from msgspec import UNSET, Struct
from msgspec.structs import replace

from gongkai_cli.model.annual import Report, TrialReport
from gongkai_cli.rules.annual.cells import COLUMNS, Path
from gongkai_cli.rules.annual.form import NAMES
from gongkai_cli.rules.annual.identities import Break, breaks
from gongkai_cli.rules.annual.values import table_of, values

_SUM = COLUMNS[-1]


class Suspect(Struct, frozen=True):
    """A cell, what it says, and what it would have to say."""

    table: str
    path: Path
    number: int
    expected: int


def suspects(report: TrialReport | Report) -> tuple[Suspect, ...]:
    """Find the one wrong cell of table 3; nothing where several are wrong, or none.

    A row of table 4 has one identity only, so that any of its cells may be the wrong one.
    """
    broken = [one for one in breaks(report) if one.table == NAMES[1]]
    found = tuple(_candidates(report, broken)) if broken else ()
    return found if len(found) == 1 else ()


def _candidates(report: TrialReport | Report, broken: list[Break]) -> Iterator[Suspect]:
    """Try the cells where the broken row and the broken column cross."""
    rows = [one for one in broken if one.rule == "T3-ROW"]
    columns = {one.column for one in broken if one.column}
    if len(rows) != 1 or len(columns) != 1:
        return
    (row,), (column,) = rows, columns
    table, path = values(report.table3), (*row.row.split("·"), column)
    excess = sum(number for _, number in row.left) - sum(number for _, number in row.right)
    number = int(table.get(path, 0))
    expected = number + (excess if column == _SUM else -excess)
    if expected >= 0 and report.table3 is not UNSET:
        mended = table_of(type(report.table3), table | {path: expected})
        if not breaks(replace(report, table3=mended, table4=UNSET)):
            yield Suspect(NAMES[1], path, number, expected)
