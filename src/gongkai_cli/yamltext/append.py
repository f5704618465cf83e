"""A new item at the end of a file whose last key holds a list, spliced in as text.

The bytes before it never change, but for `记录: []` and a missing final newline. However long the file, only its head,
its last item and the new one are parsed: the head shows that the key opens the list, a search that nothing after
it stands at the margin, the last item that what is added is read as the next. Where these parts cannot tell, the
whole file is parsed before and after.
"""

import re

from msgspec import Struct

from gongkai_cli.model.problem import Position
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.read import Data, load

_HOUSE_INDENT = b"  "
_MARGIN = re.compile(rb"\n(?![ \r\n#]|-[ \r\n]|-?\Z)")
_BLANK = re.compile(rb"(?: *(?:#[^\r\n]*)?\r?\n)* *(?:#[^\r\n]*)?")
_FIRST_ITEM = re.compile(rb"(?:^ *(?:#[^\r\n]*)?\r?\n)*^( *)-(?=[ \r\n]|\Z)", re.MULTILINE)


class _List(Struct, frozen=True):
    """Where a list stands: the end of its key's line, how its items are indented, where the last begins."""

    start: int
    indent: bytes
    last: int | None = None


def append_item(was: bytes, key: str, item: str) -> bytes:
    """Add an item (the lines of `- …`, indented by two spaces) to the list under the last key. Raises YamlFault."""
    line = _key_line(key).search(was)
    base = was[: line.start(1)] + was[line.end(1) :] if line and line[1] else was
    place = _find(base, line.end() - len(line[1] or b"")) if line else None
    opening = b"" if line else key.encode() + b":\n"
    indent = place.indent if place else _HOUSE_INDENT
    added = _ending(base) + _lines(opening + _shifted(item, indent), base)
    if not (place and _opens(base, key, place) and _follows(base, added, place.last)):
        _compare(was, base + added, key, item)
    return base + added


def _key_line(key: str) -> re.Pattern[bytes]:
    """The line of a key without a value, or with an empty list (group 1)."""
    name = re.escape(key.encode())
    return re.compile(
        rb"^(?:\xef\xbb\xbf)?" + name + rb" *:( *\[ *\])? *(?:#[^\r\n]*)?(?:\r?\n|\Z)", re.MULTILINE
    )


def _find(data: bytes, start: int) -> _List | None:
    """Find the items from the end of their key's line on; None where something else comes first."""
    first = _FIRST_ITEM.match(data, start)
    if first:
        return _List(start, first[1], data.rindex(b"\n" + first[1] + b"-") + 1)
    return _List(start, _HOUSE_INDENT) if _BLANK.fullmatch(data, start) else None


def _opens(data: bytes, key: str, place: _List) -> bool:
    """Say if an item after the key's line is the first of the list under the last key."""
    head = data[: place.start]
    if _MARGIN.search(data, place.start - 1):
        return False
    parsed = _parsed(head + _ending(head) + place.indent + b"- x\n")
    return isinstance(parsed, dict) and parsed.get(key) == ["x"] and list(parsed)[-1] == key


def _follows(data: bytes, added: bytes, last: int | None) -> bool:
    """Say if what is added reads as one more item after the last."""
    if last is None:
        return True
    before, after = _parsed(data[last:] + _ending(data)), _parsed(data[last:] + added)
    new = _parsed(added)
    return isinstance(before, list) and isinstance(new, list) and after == [*before, *new]


def _compare(was: bytes, now: bytes, key: str, item: str) -> None:
    """Parse all of it before and after; a fault where the item is not the one thing added."""
    before, new = load(_decoded(was + _ending(was))), load(item)
    if isinstance(before, dict) and key in before and list(before)[-1] != key:
        raise YamlFault("list-not-last", Position(1), key=key, last=list(before)[-1])
    items = before.get(key, []) if isinstance(before, dict) else None
    if not (isinstance(before, dict) and isinstance(items, list) and isinstance(new, list)):
        raise YamlFault("list-layout", Position(1), key=key)
    if _parsed(now) != {**before, key: [*items, *new]}:
        raise YamlFault("list-layout", Position(1), key=key)


def _parsed(data: bytes) -> Data:
    try:
        return load(_decoded(data))
    except YamlFault:
        return None


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise YamlFault("encoding", Position(data.count(b"\n", 0, error.start) + 1)) from error


def _ending(data: bytes) -> bytes:
    """The newline that the last line lacks."""
    return b"" if not data or data.endswith(b"\n") else _newline(data)


def _newline(data: bytes) -> bytes:
    return b"\r\n" if data[: data.rfind(b"\n")].endswith(b"\r") else b"\n"


def _shifted(item: str, indent: bytes) -> bytes:
    """Move an item from two spaces to the list's own indentation."""
    lines = (line.removeprefix(_HOUSE_INDENT) for line in item.encode().splitlines(keepends=True))
    return b"".join(indent + line if line.strip() else line for line in lines)


def _lines(text: bytes, data: bytes) -> bytes:
    """Give lines the line ends of the file they go to."""
    return text.replace(b"\n", _newline(data))
