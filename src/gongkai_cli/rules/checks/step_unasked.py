"""收到的回复对不上去函。

收到补正要先有补正告知，收到意见要先有征求意见，缴费要先有收费通知；对不上，期限就会多停或者少停。
改法：补登前面的一步，或者改正步骤的名称。
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import requests

CODE = "step-unasked"
_ASKED_BY = {
    "收到补正": "补正",
    "收到第三方意见": "征求第三方",
    "收到机关意见": "征求其他机关",
    "缴费": "收费",
}


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each reply to which nothing was asked."""
    for asked in requests(workspace):
        open_: Counter[str] = Counter()
        for index, step in asked.steps():
            open_[step.step] += 1
            question = _ASKED_BY.get(step.step)
            if question:
                if not open_[question]:
                    yield asked.step_problem(index, "步骤", CODE, step=step.step, question=question)
                open_[question] = max(0, open_[question] - 1)
