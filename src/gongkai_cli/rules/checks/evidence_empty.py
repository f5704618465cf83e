"""佐证材料既没有链接，也没有文件。

只有标题的佐证无从核对。
改法：写上“链接”（https://…），或把文件放进 evidence 目录并写上“文件”。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import evidence

CODE = "evidence-empty"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each piece of evidence with nothing to look at."""
    for file, at, one in evidence(workspace):
        if not one.url and not one.file:
            yield Problem(file, at, CODE)
