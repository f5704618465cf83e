"""办理结果不是年度报告表三、表四里的说法。

结果照年度报告表格里印的写，不带序号；不予公开、无法提供、不予处理的写到最末一级，例如“属于国家秘密”。年度报告的数就是照它数出来的。
改法：改成可选的说法之一；gongkai request answer --help 列出全部。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.annual_tables import Requests, TrialRequests
from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.annual.cells import OUTCOMES, result_labels
from gongkai_cli.rules.checks.asked import requests

CODE = "request-result"
_DISPUTES = {"复议", "诉讼"}


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each result that no table has a place for."""
    answers = list(result_labels(Requests) | result_labels(TrialRequests))
    for asked in requests(workspace):
        for index, step in asked.steps():
            known = answers if step.step == "答复" else list(OUTCOMES[:-1])
            if step.step in {"答复", *_DISPUTES} and step.result and step.result not in known:
                about = {"value": step.result, "known": "\n".join(known)}
                yield asked.step_problem(index, "结果", CODE, **about)
