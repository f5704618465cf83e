"""延期登记在期限届满之后。

延长答复期限要经政府信息公开工作机构负责人同意，并在期限届满之前告知申请人（条例第三十三条）；过了期再延，已经逾期了。
改法：日期写错的改正日期；确实晚了的，留着这条提示，写明原因。
"""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import day_told, requests
from gongkai_cli.rules.requests.clock import clock_of
from gongkai_cli.rules.workdays import overlay_of

CODE = "extension-late"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each extension dated past the due day it was to move."""
    overlay = overlay_of(workspace.calendar)
    for asked in requests(workspace):
        for index, step in asked.steps():
            if step.step == "延期":
                before = replace(asked.request, steps=asked.request.steps[:index])
                clock = clock_of(before, overlay=overlay)
                if clock.due and step.day > clock.due:
                    due = day_told(clock.due, provisional=clock.provisional)
                    yield asked.step_problem(index, "日期", CODE, value=str(step.day), due=due)
