"""两个部门的名称连在了一起。

牵头、配合等清单里，每个部门单独一项，用半角逗号隔开；写成全角逗号，程序会当作一个部门。
改法：全角逗号改成半角逗号：[办公室, 法规宣传处]。
"""

import re
from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Path, Problem
from gongkai_cli.model.workspace import Workspace

CODE = "joined-names"
_BRACKETS = re.compile(r"（[^（）]*）|\([^()]*\)|“[^“”]*”|《[^《》]*》")
_JOINT = re.compile(r"[，；]")


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each name that holds a full-width comma outside its brackets."""
    for file, at, name in _names(workspace):
        if _JOINT.search(_BRACKETS.sub("", name)):
            yield Problem(file, at, CODE, {"value": name})


def _names(workspace: Workspace) -> Iterator[tuple[str, Path, str]]:
    for sourced in workspace.plans:
        for index, task in enumerate(sourced.value.tasks):
            lists = {"牵头": task.lead, "配合": task.support, "落实部门": task.implementing}
            for key, names in lists.items():
                yield from ((sourced.file, ("任务", index, key, i), name) for i, name in enumerate(names))
    config = workspace.config
    for index, office in enumerate(config.offices):
        yield from (
            ("gongkai.yaml", ("部门", index, "别名", i), name) for i, name in enumerate(office.aliases)
        )
    for group, names in config.groups.items():
        yield from (("gongkai.yaml", ("部门组", group, i), name) for i, name in enumerate(names))
