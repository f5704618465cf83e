"""Values → text in the house layout: keys in the order of the model, short things in flow style on one line.

Written without a YAML library: exact, the same bytes every time, and nothing to import when a record is added.
What does not read back as the value it was is a bug, and never returned.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from msgspec import NODEFAULT, UNSET
from msgspec.structs import FieldInfo, fields

from gongkai_cli.model.convert import convert
from gongkai_cli.model.entry import Entry, Listed
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import Act, Record
from gongkai_cli.model.request import Request
from gongkai_cli.yamltext import scalar
from gongkai_cli.yamltext.read import Data, load

_KEY_LENGTH = 300  # YAML allows 1024 characters, quotes and escapes counted
_AS_BLOCK = (Plan, Task, Record, Request)


def plan_text(plan: Plan) -> str:
    """Write a plan's whole file."""
    return file_text(plan)


def file_text(entry: Entry) -> str:
    """Write a whole file."""
    text = "".join(f"{line}\n" for line in block_lines(entry, ""))
    return _read_back(text, load(text), entry)


def record_text(record: Record) -> str:
    """Write a record as an item of a ledger's list, indented by two spaces."""
    return _item_text(record)


def act_text(act: Act) -> str:
    """Write an act of supervision as an item of the coordinator's list, on one line."""
    return _item_text(act)


def request_text(request: Request) -> str:
    """Write a disclosure request as an item of its year's list, indented by two spaces."""
    return _item_text(request)


def _item_text(entry: Entry) -> str:
    text = "".join(f"{line}\n" for line in item_lines(entry, "  "))
    items = load(text)
    return _read_back(text, items[0] if isinstance(items, list) else None, entry)


def block_lines(entry: Entry, indent: str) -> Iterator[str]:
    """Write an entry, one key a line; lines may hold line breaks of a literal block."""
    for key, value in stated(entry):
        yield from pair_lines(key, value, indent)


def pair_lines(key: str, value: object, indent: str) -> Iterator[str]:
    """Write one key and its value."""
    if isinstance(value, str):
        written = scalar.literal(value, indent + "  ") or scalar.block(value)
        yield f"{indent}{key}: {written}"
    elif isinstance(value, tuple) and value and isinstance(value[0], (*_AS_BLOCK, Listed)):
        yield f"{indent}{key}:"
        for item in value:
            yield from item_lines(item, indent + "  ")
    elif isinstance(value, Entry) and any(isinstance(one, Entry) for _, one in stated(value)):
        yield f"{indent}{key}:"
        yield from block_lines(value, indent + "  ")
    else:
        yield f"{indent}{key}: {flow(value)}"


def flow(value: object) -> str:
    """Write a value on one line."""
    if isinstance(value, str):
        return scalar.flow(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(flow(one) for one in value) + "]"
    if isinstance(value, dict):
        return _flow_pairs(value.items())
    return _flow_pairs(stated(value)) if isinstance(value, Entry) else str(value)


def stated(entry: Entry) -> Iterator[tuple[str, object]]:
    """List the keys an entry states, in the order of the model, with their values."""
    for field in _fields(type(entry)):
        value = getattr(entry, field.name)
        if value is not UNSET and (field.required or value != _default(field)):
            yield field.encode_name, value


@cache
def _fields(kind: type[Entry]) -> tuple[FieldInfo, ...]:
    """Look a struct's fields up once: the library works them out from the annotations each time."""
    return fields(kind)


def item_lines(entry: Entry, indent: str) -> Iterator[str]:
    """Write an entry as an item of a list."""
    if isinstance(entry, Listed):
        yield f"{indent}- {flow(entry)}"
        return
    marker = f"{indent}- "
    for line in block_lines(entry, indent + "  "):
        yield marker + line[len(marker) :] if marker else line
        marker = ""


def _flow_pairs(pairs: Iterable[tuple[str, object]]) -> str:
    return "{" + ", ".join(f"{_key(key)}: {flow(one)}" for key, one in pairs) + "}"


def _key(text: str) -> str:
    if not text or len(text) > _KEY_LENGTH:
        raise Refusal("unwritable-key", key=text[:40])
    return scalar.flow(text)


def _default(field: FieldInfo) -> object:
    return field.default if field.default is not NODEFAULT else field.default_factory()


def _read_back(text: str, data: Data, entry: Entry) -> str:
    if convert(data, type(entry), "")[0] != entry:
        raise AssertionError(text)
    return text
