"""年度报告的数与上年接不上。

现行有效件数通常等于上年的加上本年制发、减去本年废止的；上年尚未审结的复议、诉讼，本年应当还在表四里。
有文件自动失效、重新清理、复议转诉讼等情形的，接不上也不算错。
改法：核对两年的报告；没有错的不用改。
"""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.problem import Problem
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.rules.checks.reported import broken

CODE = "annual-doubt"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each identity that fails and may have reason to."""
    return broken(workspace, CODE, grave=False)
