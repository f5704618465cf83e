"""更正的那条记录找不到。

“更正”写被更正记录的日期；同一部门、同一任务在那一天没有记录，就不知道更正的是哪一条，原来的错还在。
改法：核对被更正记录的“日期”和“任务”；不是更正的，去掉“更正”一行。
"""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import records

CODE = "correction-without-target"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each correction of a record that does not stand before it in the ledger."""
    seen: set[tuple[str, str, date]] = set()
    for filed in records(workspace):
        record = filed.entry
        if record.corrects is not UNSET and (filed.file, record.task, record.corrects) not in seen:
            yield filed.problem("更正", CODE, value=record.corrects.isoformat(), task=record.task)
        seen.add((filed.file, record.task, record.day))
