"""计划里的日期与年度对不上。

报送期应当落在计划的年度里，印发日期应当在年度当年或上一年年底；对不上，多半是年度或日期写错了一处，时限会跟着全算错。
改法：对照原文，改正“年度”或这个日期。
"""

from collections.abc import Iterator
from datetime import date

from msgspec import UNSET

from gongkai_cli.model.plan import Plan
from gongkai_cli.model.problem import Path, Problem
from gongkai_cli.model.workspace import Workspace

CODE = "plan-year"


def check(workspace: Workspace, as_of: date) -> Iterator[Problem]:
    """Tell each day of a plan that cannot belong to its year."""
    for sourced in workspace.plans:
        year = sourced.value.year
        for at, day, allowed in _days(sourced.value):
            if day.year not in allowed:
                about = {"key": str(at[-1]), "value": day.isoformat(), "year": str(year)}
                yield Problem(sourced.file, at, CODE, about)


def _days(plan: Plan) -> Iterator[tuple[Path, date, set[int]]]:
    if plan.issued is not UNSET:
        yield ("印发",), plan.issued, {plan.year - 1, plan.year}
    for index, window in enumerate(plan.windows):
        yield ("报送", index, "起"), window.start, {plan.year}
        yield ("报送", index, "止"), window.end, {plan.year, plan.year + 1}
        yield ("报送", index, "截止"), window.due, {plan.year, plan.year + 1}
