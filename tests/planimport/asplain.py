"""A plan as plain data with the keys of its file, texts for all leaves: what expectations are written in."""

from typing import Any

import msgspec

from gongkai_cli.model.plan import Plan

Plain = dict[str, Any]


def plain_plan(plan: Plan) -> Plain:
    """Turn a plan into plain data; a task's 序号 is always told, whether or not it equals its 编号."""
    found: Plain = as_text(msgspec.to_builtins(plan))
    for task in found["任务"]:
        if not task.get("序号") and "编号" not in task.get("待核", {}):
            task["序号"] = task["编号"]
    return found


def as_text(value: Any) -> Any:
    """Turn numbers and dates into text, as our YAML reader gives them."""
    if isinstance(value, dict):
        return {key: as_text(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [as_text(one) for one in value]
    return str(value)
