"""依申请公开的期限过了。

补正要在收到申请之日起七个工作日内一次告知（条例第三十条）。
有的地方还规定几个工作日内录入平台，写在 gongkai.yaml 里，例如：预警: {申请录入工作日: 2}。
改法：日期写错的改正日期；确实晚了的，留着这条提示，写明原因。
"""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.request import received_on
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.asked import Asked, day_told, requests
from gongkai_cli.rules.requests.clock import CORRECTION
from gongkai_cli.rules.workdays import Overlay, add_workdays, is_unsettled, overlay_of

CODE = "request-late"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each notice of correction, and each entry, that came too late."""
    overlay = overlay_of(workspace.calendar)
    for asked in requests(workspace):
        yield from _corrections(asked, overlay)
        yield from _entry(asked, as_of, workspace.config.thresholds.entry_workdays, overlay)


def _corrections(asked: Asked, overlay: Overlay) -> Iterator[Problem]:
    received = received_on(asked.request)
    for index, step in asked.steps():
        if step.step == "补正" and received:
            due = add_workdays(received, CORRECTION, overlay)
            if step.day > due:
                told = day_told(due, provisional=is_unsettled(received, due, overlay))
                yield asked.step_problem(index, "日期", CODE, what="补正告知", value=str(step.day), due=told)
        if step.step == "收到补正":
            received = step.day


def _entry(asked: Asked, as_of: date, workdays: int, overlay: Overlay) -> Iterator[Problem]:
    if not workdays:
        return
    request = asked.request
    due = add_workdays(request.arrived, workdays, overlay)
    entered = as_of if request.registered is UNSET else request.registered
    if entered > due:
        key, what = (
            ("到达", "录入平台（没有写“登记”）") if request.registered is UNSET else ("登记", "录入平台")
        )
        told = day_told(due, provisional=is_unsettled(request.arrived, due, overlay))
        yield asked.problem(key, CODE, what=what, value=str(entered), due=told)
