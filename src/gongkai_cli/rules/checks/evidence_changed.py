"""佐证文件与登记时不一样了。

登记时记下的 sha256 是这份文件的指纹；对不上，说明文件后来被改过或换过，审核过的就不再是它。
改法：找回原来的文件；确应更换的，重新登记这份佐证，写上新的 sha256。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import evidence

CODE = "evidence-changed"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each evidence file whose digest is not the one stated."""
    for file, at, one in evidence(workspace):
        found = workspace.digests.get(one.file, "")
        if one.sha256 and found and found != one.sha256.strip().lower():
            yield Problem(file, (*at, "sha256"), CODE, {"value": one.file, "found": found})
