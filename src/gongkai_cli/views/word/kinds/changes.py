"""变化情况: what changed in a plan between two days or revisions, task by task."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from gongkai_cli.model.problem import Refusal
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.changes import ChangesText, changes_text
from gongkai_cli.views.word.extract import cell_text
from gongkai_cli.views.word.ooxml import w

PARTS = (ChangesText,)
_HEADS = ["编号", "具体要求", "亮灯", "变化"]


def context(basis: Basis) -> tuple[Struct, ...]:
    """Find the words for what changed. Refuses where nobody said since when."""
    if basis.changes is None:
        raise Refusal("report-since-when")
    return (changes_text(basis.changes),)


def charts(basis: Basis) -> Mapping[str, Any]:  # noqa: ARG001  one signature for all kinds
    """Hold no chart."""
    return {}


def ensure(body: Any, basis: Basis) -> None:
    """Refuse a paper that lacks a task that changed."""
    wanted = [change.standing.task.id for change in basis.changes.tasks] if basis.changes else []
    found = list(_ids(body))
    if found != wanted:
        missing = "、".join(one for one in wanted if one not in found) or "—"
        raise Refusal("report-lost-tasks", found=len(found), expected=len(wanted), missing=missing)


def _ids(body: Any) -> list[str]:
    for table in body.iter(w("tbl")):
        rows = [[cell_text(cell) for cell in row.findall(w("tc"))] for row in table.findall(w("tr"))]
        if rows and rows[0] == _HEADS:
            return [row[0] for row in rows[1:]]
    return []
