"""日期在将来。

记录、督办和佐证说的都是已经发生的事；将来的日期多半是年份或月份写错了。
改法：改成事情发生的那一天；计划要做的事写在“下一步”里。
"""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.problem import Path, Problem
from gongkai_cli.model.record import Record
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import Filed, entries

CODE = "future-date"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each day after the day as of which the check is made; of a record in the future its own day only."""
    for filed in entries(workspace):
        if filed.entry.day > as_of:
            yield filed.problem("日期", CODE, **_about(filed.entry.day, as_of))
        elif isinstance(filed.entry, Record):
            yield from _evidence(filed, filed.entry, as_of)


def _evidence(filed: Filed, record: Record, as_of: date) -> Iterator[Problem]:
    for index, one in enumerate(record.evidence):
        at: Path = (*filed.at, "佐证材料", index)
        if one.published is not UNSET and one.published > as_of:
            yield Problem(filed.file, (*at, "发布日期"), CODE, _about(one.published, as_of))
        if one.secrecy_review is not UNSET and one.secrecy_review.day > as_of:
            day = one.secrecy_review.day
            yield Problem(filed.file, (*at, "保密审查", "日期"), CODE, _about(day, as_of))


def _about(day: date, as_of: date) -> dict[str, str]:
    return {"value": day.isoformat(), "as_of": as_of.isoformat()}
