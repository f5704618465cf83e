"""佐证材料写的文件不在工作区里。

别人打开台账时看不到这份材料，等于没有。
改法：把文件放到所写的位置（连同大小写），或者改正“文件”一行；文件太大的，放到网上，改用“链接”。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.evidence_path import leaves_workspace
from gongkai_cli.rules.checks.filed import evidence

CODE = "evidence-missing"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each evidence file that was looked for and is not there."""
    for file, at, one in evidence(workspace):
        if one.file and not leaves_workspace(one.file) and workspace.digests.get(one.file) == "":
            yield Problem(file, (*at, "文件"), CODE, {"value": one.file})
