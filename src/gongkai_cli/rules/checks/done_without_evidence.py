"""写了“已完成”，却没有佐证材料。

考核只认看得见的证据：公开页面、报道、截图、文件。没有佐证的“已完成”到年底要重新收集。
改法：在这条记录的“佐证材料”里补上链接或文件；已经提交的，再记一条，附上佐证。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import FiledRecord, counting

CODE = "done-without-evidence"
Bare = dict[tuple[str, str], FiledRecord]


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell the last 已完成 of an office on a task that neither brings evidence nor is followed by any."""
    bare: Bare = {}
    for filed in counting(workspace):
        key = (filed.file, filed.entry.task)
        if filed.entry.evidence:
            bare.pop(key, None)
        elif filed.entry.status == "已完成":
            bare[key] = filed
    for filed in bare.values():
        yield filed.problem("状态", CODE, task=filed.entry.task)
