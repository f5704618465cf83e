"""A paper's table of tasks, read back from what was made."""

from collections.abc import Iterable, Iterator
from typing import Any

from gongkai_cli.model.problem import Refusal
from gongkai_cli.views.word.extract import cell_text
from gongkai_cli.views.word.ooxml import w

_HEAD = "序号"


def ensure_listed(body: Any, tasks: Iterable[str]) -> None:
    """Refuse a paper whose table (with a column 序号) does not list each of these tasks once, in this order."""
    found, expected = list(_numbers(body)), list(tasks)
    if found != expected:
        missing = [one for one in expected if one not in found]
        raise Refusal(
            "report-lost-tasks", found=len(found), expected=len(expected), missing="、".join(missing) or "—"
        )


def _numbers(body: Any) -> Iterator[str]:
    for table in body.iter(w("tbl")):
        rows = [[cell_text(cell).strip() for cell in row.findall(w("tc"))] for row in table.findall(w("tr"))]
        if rows and _HEAD in rows[0]:
            place = rows[0].index(_HEAD)
            yield from (row[place] for row in rows[1:] if len(row) == len(rows[0]))
