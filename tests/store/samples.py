"""A small plan, a ledger with one record, and what lays files out."""

from collections.abc import Callable
from pathlib import Path

PLAN = "计划: p\n标题: 甲\n年度: 2021\n任务:\n  - 编号: 1\n    具体要求: 一\n    牵头: [办公室]\n"
LEDGER = "计划: p\n部门: 办公室\n记录:\n  - 日期: 2021-09-28\n    任务: 1\n    状态: 推进中\n"

Lay = Callable[[dict[str, str | bytes]], Path]
