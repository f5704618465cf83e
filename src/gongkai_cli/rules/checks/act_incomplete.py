"""督办的登记缺少必要的内容。

延期要写明新时限和批准人，退回要写明原因和反馈时限，否则时限改到哪天、要对方改什么，都无从说起。
改法：补上所缺的几项，例如：{…, 动作: 延期, 新时限: 2021-10-31, 批准人: 李四}。
"""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.record import Act
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.filed import acts

CODE = "act-incomplete"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each extension and return that does not say what it has to."""
    for filed in acts(workspace):
        missing = "、".join(key for key, given in _due(filed.entry).items() if not given)
        if missing:
            yield filed.problem("动作", CODE, value=filed.entry.act, missing=missing)


def _due(act: Act) -> dict[str, bool]:
    if act.act == "延期":
        return {"新时限": act.new_due is not UNSET, "批准人": bool(act.approver)}
    if act.act == "退回":
        return {"原因": bool(act.reason), "反馈时限": act.reply_by is not UNSET}
    return {}
