"""佐证文件的位置不在工作区之内。

写成 C 盘路径、上级目录或带反斜杠的路径，别人的电脑上就打不开。
改法：把文件复制到工作区的 evidence 目录，写从工作区算起的路径，用正斜杠：evidence/2021/发布会.png。
"""

import re
from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import evidence

CODE = "evidence-path"
_LEAVES = re.compile(r"^[/~]|^[A-Za-z]:|(?:^|/)\.\.(?:/|$)|[\\\x00-\x1f\x7f]|^[a-z]+://")


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each evidence file whose path leads elsewhere."""
    for file, at, one in evidence(workspace):
        if leaves_workspace(one.file):
            yield Problem(file, (*at, "文件"), CODE, {"value": one.file})


def leaves_workspace(path: str) -> bool:
    """Say if a path is no plain relative one: absolute, with `..`, a backslash or a line break."""
    return _LEAVES.search(path) is not None
