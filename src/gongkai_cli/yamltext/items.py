"""A text taken apart into the things it says one after another: the keys of its head, the items of its last list.

Every line belongs to one of them, comments too: a comment (with the blank lines above it) belongs to what stands
directly below it, unless a blank line parts them or it is indented deeper than that; then to what stands above.
So each can be moved, and what follows it is still read as before.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec
import yaml
from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.model.problem import Position
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.read import Data, load, loader

_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_EMPTY_LIST = re.compile(r"(?<=:) *\[\s*\]")


class Item(Struct, frozen=True):
    """The lines that say one thing; `lead` are the comments and blank lines above it, `value` compares what it says."""

    lead: str
    body: str
    data: Data
    value: bytes

    @property
    def text(self) -> str:
        """All its lines."""
        return self.lead + self.body

    @property
    def listed(self) -> bool:
        """Whether it stands in the list, not in the head."""
        return self.body.lstrip(" ").startswith("-")


class Listing(Struct, frozen=True):
    """A text as its head, the line that opens its list (None where it has none) and the list's items."""

    head: tuple[Item, ...] = ()
    opening: Item | None = None
    items: tuple[Item, ...] = ()
    indent: int | None = None

    @property
    def key(self) -> str | None:
        """The key that holds the list."""
        return str(self.opening.data) if self.opening else None


class _Unit(Struct):
    """Where one thing is said: from the start of a line up to the end of its last word."""

    start: int
    end: int


class _Outline(Struct):
    """Where the keys of a text stand and, where the last holds a list in block style, its items."""

    keys: list[str]
    units: list[_Unit]
    items: list[_Unit]
    indent: int | None = None
    listed: bool = False

    def note_key(self, event: Any) -> None:
        """A key begins."""
        self.close_items()
        self.keys.append(event.value)
        self.units.append(_Unit(event.start_mark.index, event.end_mark.index))
        self.indent = None

    def close_items(self) -> None:
        """Take the items for no more than the value of their key, which ends with the last."""
        if self.items:
            self.units[-1].end = self.items[-1].end
        self.items = []

    def note_value(self, event: Any) -> None:
        """A key's value begins: a list, an empty list, nothing, or something else."""
        is_list = type(event) is yaml.SequenceStartEvent
        if is_list and not event.flow_style:
            self.indent = event.start_mark.column
        self.listed = is_list or (type(event) is yaml.ScalarEvent and not event.value and not event.style)

    def note_item(self, text: str, event: Any) -> None:
        """An item begins where its dash stands, which may be lines above its first key."""
        if self.indent is None:
            self.listed = False
            return
        start, above = event.start_mark.index, (self.items or self.units)[-1].end - 1
        dash = text.rindex(f"\n{' ' * self.indent}-", above, start) + 1
        self.items.append(_Unit(dash, start))
        self.listed &= type(event) is yaml.MappingStartEvent

    def note_end(self, event: Any) -> None:
        """Something has been said up to here."""
        (self.items or self.units)[-1].end = event.end_mark.index


def listing(text: str) -> Listing:
    """Take a text apart whose lines end with line feeds, the last too. A YamlFault where it does not read so."""
    data = load(text)
    if data is None:
        return Listing(head=(item_of("", text, None),) if text.strip() else ())
    outline = _outline(text)
    assert isinstance(data, dict)  # noqa: S101  the outline is that of a mapping
    parts = list(_cut(text, outline))
    head = [item_of(*part, {key: data.get(key)}) for key, part in zip(outline.keys, parts, strict=False)]
    if not outline.listed:
        return Listing(head=tuple(head))
    lead, line = parts[len(head) - 1]
    opening = item_of(lead, _EMPTY_LIST.sub("", line, count=1), outline.keys[-1])
    said = zip(parts[len(head) :], data.get(outline.keys[-1], ()), strict=True)
    items = tuple(item_of(*part, one) for part, one in said)
    return Listing(tuple(head[:-1]), opening, items, outline.indent)


def shifted(item: Item, by: int) -> Item:
    """Indent an item deeper, or less deep."""
    if not by:
        return item
    return replace(item, lead=moved(item.lead, by), body=moved(item.body, by))


def moved(text: str, by: int) -> str:
    """Indent lines deeper, or less deep."""
    if by > 0:
        return re.sub(r"^(?=.)", " " * by, text, flags=re.MULTILINE)
    return re.sub(rf"^ {{1,{-by}}}", "", text, flags=re.MULTILINE)


def item_of(lead: str, body: str, data: Data) -> Item:
    """Make an item of its lines and what they say."""
    return Item(lead, body, data, msgspec.json.encode(data, order="sorted"))


def _outline(text: str) -> _Outline:
    """Walk through the events of a text that reads, noting where keys and items begin and end."""
    found = _Outline([], [], [])
    depth = nodes = 0
    events: Iterator[Any] = iter(loader(text).get_event, None)
    for event in events:
        kind = type(event)
        if kind is yaml.ScalarEvent or kind in _STARTS:
            if depth == 0 and (kind is not yaml.MappingStartEvent or event.flow_style):
                raise YamlFault("no-list", Position(1))
            if depth == 1:
                (found.note_value if nodes % 2 else found.note_key)(event)
                nodes += 1
            elif depth == 2 and nodes % 2 == 0:
                found.note_item(text, event)
            depth += kind in _STARTS
        depth -= kind in _ENDS
        if depth and (kind is yaml.ScalarEvent or (kind in _ENDS and _is_bracket(event))):
            found.note_end(event)
    if not found.listed:
        found.close_items()
    return found


def _is_bracket(event: Any) -> bool:
    """A collection in flow style ends with its bracket, one in block style where nothing is said any more."""
    return bool(event.end_mark.index > event.start_mark.index)


def _cut(text: str, outline: _Outline) -> Iterator[tuple[str, str]]:
    """Part a text into the lead and the body of each key and, where they are listed, of each item."""
    units = [*outline.units, *outline.items]
    columns = [0] * len(outline.units) + [outline.indent or 0] * len(outline.items)
    leads = [0]
    for (above, below), column in zip(pairwise(units), columns[1:], strict=True):
        start = _line_end(text, above.end)
        leads.append(start + _owned(text[start : below.start], column))
    for unit, lead, end in zip(units, leads, [*leads[1:], len(text)], strict=True):
        yield text[lead : unit.start], text[unit.start : end]


def _line_end(text: str, place: int) -> int:
    if place and text[place - 1] == "\n":  # a block of text ends with its line
        return place
    return text.index("\n", place) + 1


def _owned(gap: str, column: int) -> int:
    """Find from where on the lines between two things belong to the lower one, which stands at a column."""
    lead = re.search(rf"(?:^[ ]*\n)*(?:^[ ]{{0,{column}}}#.*\n)*\Z", gap, re.MULTILINE)
    return lead.start() if lead else len(gap)
