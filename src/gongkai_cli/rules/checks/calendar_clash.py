"""同一天既写了放假，又写了上班。

calendar.yaml 补的是节假日安排里没有的日子；两头都写，期限就没法算。
改法：对照放假通知，删去写错的一处。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace

CODE = "calendar-clash"
_FILE = "calendar.yaml"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each day that is listed as both."""
    off = set(workspace.calendar.off)
    for index, day in enumerate(workspace.calendar.on):
        if day in off:
            yield Problem(_FILE, ("上班", index), CODE, {"value": day.isoformat()})
