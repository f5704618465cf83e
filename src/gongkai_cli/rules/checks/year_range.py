"""计划的年度不像年份。

年度决定每项任务的时限和记录该落在哪段时间；多写、少写一位数字，整本台账都会跟着报错。
改法：对照原文改正年度，例如：年度: 2021。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace

CODE = "year-range"
_EARLIEST, _LATEST = 1990, 2100


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell a year in which no body can have had a plan."""
    for sourced in workspace.plans:
        year = sourced.value.year
        if not _EARLIEST <= year <= _LATEST:
            yield Problem(sourced.file, ("年度",), CODE, {"value": str(year)})
