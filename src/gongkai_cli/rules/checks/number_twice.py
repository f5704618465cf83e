"""两份催办通知、督办通知单用了同一个编号。

编号一年一个流水，一份一个；两个人各在自己的电脑上编号，再合到一起，就会重号，反馈回来分不清是哪一份。
改法：后发的一份换一个没用过的编号，连同已经发出的纸质件一起改。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import FiledAct, acts

CODE = "number-twice"
_PAPERS = {"催办", "督办"}


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each act that bears the number of another paper; one reminder of several tasks is one paper."""
    known: dict[str, tuple[str, str, str, str]] = {}
    for filed in acts(workspace):
        if filed.entry.number and filed.entry.act in _PAPERS:
            paper = _paper(filed)
            first = known.setdefault(filed.entry.number, paper)
            if first != paper:
                yield filed.problem("编号", CODE, number=filed.entry.number, first="，".join(first[1:]))


def _paper(filed: FiledAct) -> tuple[str, str, str, str]:
    act = filed.entry
    about = act.office if act.act == "催办" else f"{act.office}第{act.task}项"
    return filed.file, act.day.isoformat(), act.act, about
