"""佐证文件是空的，一个字节也没有。

多半是没有下载完、没有复制完，或者网盘只留了一个占位的文件；到用的时候才发现就晚了。
改法：打开原来的文件看一看，重新放进 evidence 目录，登记新的 sha256。
"""

import hashlib
from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import evidence

CODE = "evidence-zero"
_NOTHING = hashlib.sha256(b"").hexdigest()


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each evidence file that has no bytes; one that was changed since is told as such."""
    for file, at, one in evidence(workspace):
        if workspace.digests.get(one.file) == _NOTHING and one.sha256.strip().lower() in {"", _NOTHING}:
            yield Problem(file, (*at, "文件"), CODE, {"value": one.file})
