"""报送期的日期前后颠倒。

“起”不能晚于“止”，“截止”不能早于“起”；颠倒的报送期里一天也没有，谁都是未报。
改法：对照通知原文改正日期，例如：{报送期: 第三季度, 起: 2021-07-01, 止: 2021-09-30, 截止: 2021-09-30}。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace

CODE = "window-dates"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each reporting window that ends, or has to be filed, before it starts."""
    for sourced in workspace.plans:
        for index, window in enumerate(sourced.value.windows):
            for key, day in (("止", window.end), ("截止", window.due)):
                if day < window.start:
                    about = {"window": window.name, "key": key, "value": day.isoformat()}
                    about["start"] = window.start.isoformat()
                    yield Problem(sourced.file, ("报送", index, key), CODE, about)
