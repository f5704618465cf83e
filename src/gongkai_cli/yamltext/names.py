"""By what an item of a list is known again when it was changed: what says which one it is, not what it reports."""

from collections.abc import Hashable

from msgspec.structs import replace

from gongkai_cli.yamltext.items import Item
from gongkai_cli.yamltext.rows import Naming

DAY, TASK, NUMBER = "日期", "任务", "编号"
_IDENTITY = (DAY, TASK, "部门", "动作", NUMBER)
_SAYING = "进展"


def _said(item: Item, *keys: str) -> Hashable | None:
    """What an item says under these keys; None where it says nothing of it."""
    data = item.data if isinstance(item.data, dict) else {}
    told = tuple(repr(data.get(key, "")) for key in keys)
    return told if any(key in data for key in keys) else None


def _identity(item: Item) -> Hashable | None:
    return _said(item, *_IDENTITY)


def _identity_and_saying(item: Item) -> Hashable | None:
    return _said(item, *_IDENTITY, _SAYING)


def _saying(item: Item) -> Hashable | None:
    """A record whose day was put right: the same task, the same words."""
    data = item.data if isinstance(item.data, dict) else {}
    return _said(item, TASK, _SAYING) if {TASK, _SAYING} <= data.keys() else None


def _number(item: Item) -> Hashable | None:
    """The number of a case is given once; records have none, and a number of an act may stand on several."""
    data = item.data if isinstance(item.data, dict) else {}
    return None if DAY in data else _said(item, NUMBER)


def _order(item: Item) -> str:
    data = item.data if isinstance(item.data, dict) else {}
    return str(data.get(DAY) or data.get(NUMBER) or "")


def _key(item: Item) -> Hashable | None:
    return tuple(item.data) if isinstance(item.data, dict) else ""


def _nothing(item: Item) -> str:  # noqa: ARG001  keys have no order but that of the file
    return ""


ENTRIES = Naming((_identity_and_saying, _identity, _saying), _number, _order)
STRICT = replace(ENTRIES, alone=_identity)
KEYS = Naming((_key,), _key, _nothing)
