"""答复之后又有办理步骤。

答复作出，这件申请就办结了，之后只有送达、归档、复议、诉讼。被复议或者判决责令重新答复的，另立一件。
改法：删去多登的一步；日期写错的，改正日期。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import AFTERWARDS, requests

CODE = "step-after-answer"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each step that cannot follow an answer."""
    for asked in requests(workspace):
        answered = False
        for index, step in asked.steps():
            if answered and step.step not in AFTERWARDS:
                yield asked.step_problem(index, "步骤", CODE, step=step.step)
            answered = answered or step.step == "答复"
