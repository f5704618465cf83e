"""Compare an imported plan with what a person wrote down by hand (see tests/cases/planimport/README.md)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from gongkai_cli.model.plan import Plan
from gongkai_cli.planimport.draft import Draft
from gongkai_cli.yamltext.read import load

Plain = dict[str, Any]
CASES = Path(__file__).parents[1] / "cases" / "planimport"
CARRIED_DOWN = ("部分", "工作任务")
ALWAYS_TOLD: Plain = {"牵头": [], "配合": [], "落实部门": [], "完成时限": "", "待核": []}


def expectation(path: Path) -> Plain:
    """Read what a person expects of a document."""
    found = load(path.read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def plain_plan(plan: Plan) -> Plain:
    """Turn a plan into plain data, texts for all leaves; a numbered task's 序号 is always told."""
    found: Plain = _as_text(msgspec.to_builtins(plan))
    for task in found["任务"]:
        if "编号" not in task.get("待核", {}):
            task.setdefault("序号", task["编号"])
    return found


def differences(expected: Plain, draft: Draft) -> Iterator[str]:
    """Tell every difference between what is expected and what was read, a line each."""
    got = plain_plan(draft.plan)
    yield from _of_entry("计划", expected["计划"], got)
    yield from _of_tasks(expected["任务"], got["任务"])
    left = [piece.text for piece in draft.leftover]
    if "剩余" in expected and left != list(expected["剩余"] or []):
        yield f"剩余: 应为 {expected['剩余']}，得 {left}"
    for piece in expected.get("剩余有", []):
        if not any(piece in text for text in left):
            yield f"剩余: 应有 {piece}，得 {left}"


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_text(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_as_text(one) for one in value]
    return str(value)


def _of_tasks(expected: list[Plain], got: list[Plain]) -> Iterator[str]:
    ids = [task["编号"] for task in expected], [task["编号"] for task in got]
    if not _agrees(*ids):
        yield f"编号: 应为 {ids[0]}，得 {ids[1]}"
    standing: Plain = {}
    for one, other in zip(expected, got, strict=False):
        standing |= {key: one[key] for key in CARRIED_DOWN if key in one}
        yield from _of_entry(f"任务{one['编号']}", ALWAYS_TOLD | standing | one, other)


def _of_entry(place: str, expected: Plain, got: Plain) -> Iterator[str]:
    for key, value in expected.items():
        found = got.get(key, [] if isinstance(value, list) else "")
        if not (_agrees_on_doubts(value, set(found)) if key == "待核" else _agrees(value, found)):
            yield f"{place} {key}: 应为 {value!r}，得 {found!r}"


def _agrees(expected: Any, found: Any) -> bool:
    """Whether a value is as expected; an entry need only hold what is expected of it."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(
            _agrees(value, found.get(key)) for key, value in expected.items()
        )
    if isinstance(expected, list):
        return isinstance(found, list) and len(found) == len(expected) and all(map(_agrees, expected, found))
    if isinstance(found, str) and expected.endswith("…"):
        return found.startswith(expected[:-1])
    if isinstance(found, str) and expected.startswith("…"):
        return found.endswith(expected[1:])
    return bool(expected == found)


def _agrees_on_doubts(expected: list[str], found: set[str]) -> bool:
    """Whether exactly the expected fields are doubted; `配合?` may be or not. 指标 are proposals, always marked."""
    found = found - {"指标"} if "指标" not in expected else found
    sure = {field for field in expected if not field.endswith("?")}
    open_ones = {field.removesuffix("?") for field in expected if field.endswith("?")}
    return sure <= found <= sure | open_ones
