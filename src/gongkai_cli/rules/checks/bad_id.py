"""编号里有不该有的符号。

计划和任务的编号只用字母、数字、汉字，中间用短横线连接（2-3、guangzhou-sports-2021）；小数点、空格和全角数字容易
与别的写法混淆，也不宜作文件名。
改法：小数点改成短横线（2.3 → 2-3），全角数字改成半角，去掉空格和括号。
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace

CODE = "bad-id"
_WORD = r"[0-9A-Za-z\u3400-\u4dbf\u4e00-\u9fff]+"
_ID = re.compile(rf"{_WORD}(?:-{_WORD})*")


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each id of a plan or a task that is not a proper one."""
    for sourced in workspace.plans:
        plan = sourced.value
        ids = [(("计划",), plan.id), *((("任务", i, "编号"), task.id) for i, task in enumerate(plan.tasks))]
        for at, value in ids:
            if not _ID.fullmatch(value):
                yield Problem(sourced.file, at, CODE, {"value": value, "better": _better(value)})


def _better(value: str) -> str:
    """Suggest the nearest proper id."""
    words = re.findall(_WORD, unicodedata.normalize("NFKC", value))
    return "-".join(words) or "1"
