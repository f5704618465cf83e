"""gongkai.yaml 里两处用了同一个名称。

部门的名称、别名和部门组的名称合在一起不能重复，否则台账里写的是谁就说不清；“督办”留作督办登记的文件名，不能作部门名。
改法：改掉或删去后一处。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Path, Problem
from gongkai_cli.model.workspace import Config, Workspace

CODE = "name-collision"
_FILE, _RESERVED = "gongkai.yaml", "督办"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each name of an office, alias or group that stands for something else already."""
    taken = {_RESERVED: "督办登记的文件名"}
    for at, name, role in _names(workspace.config):
        if name in taken:
            yield Problem(_FILE, at, CODE, {"value": name, "first": taken[name]})
        taken.setdefault(name, role)


def _names(config: Config) -> Iterator[tuple[Path, str, str]]:
    for index, office in enumerate(config.offices):
        yield ("部门", index, "名称"), office.name, "部门的名称"
    for index, office in enumerate(config.offices):
        for place, alias in enumerate(office.aliases):
            yield ("部门", index, "别名", place), alias, f"{office.name}的名称或别名"
    for group in config.groups:
        yield ("部门组", group), group, "部门的名称或别名"
