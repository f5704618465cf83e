"""Every sentence of the rules on status, lights and filing, as cases: `tests/cases/rules/status/*.yaml`."""

from pathlib import Path
from typing import Any

import pytest

from gongkai_cli.yamltext.read import load

CASES = Path(__file__).parents[1] / "cases" / "rules" / "status"


def rows() -> list[Any]:
    found = []
    for file in sorted(CASES.glob("*.yaml")):
        for case in load(file.read_text("utf-8")) or ():
            assert isinstance(case, dict)
            found += [
                pytest.param(case, day, id=f"{file.stem}: {case['rule']} @{day}") for day in case["then"]
            ]
    return found


@pytest.mark.parametrize(("case", "day"), rows())
def test_as_the_rule_says(case: dict[str, Any], day: str, summary_of: Any, tell: Any) -> None:
    wanted = case["then"][day]
    if isinstance(wanted, str):
        wanted = dict(zip(("light", "reason"), wanted.split(maxsplit=1), strict=False))
    first, *_ = summary_of(case, day).tasks
    assert tell(first, wanted) == wanted
