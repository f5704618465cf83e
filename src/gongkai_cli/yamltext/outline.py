"""Where the keys of a text stand and, where the last holds a list in block style, the items of that list.

Every line belongs to one of them, comments too: a comment (with the blank lines above it) belongs to what stands
directly below it, unless a blank line parts them or it is indented deeper than that; then to what stands above.
So each can be moved, and what follows it is still read as before.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import yaml
from msgspec import Struct

from gongkai_cli.model.problem import Position
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.read import loader

_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class _Unit(Struct):
    """Where one thing is said: from the start of a line up to the end of its last word."""

    start: int
    end: int


class Outline(Struct):
    """The keys of a text with their places; `listed` where the last holds a list or nothing, with the items' places."""

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


def outline(text: str) -> Outline:
    """Walk through the events of a text that reads, noting where keys and items begin and end."""
    found = Outline([], [], [])
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


def cut(text: str, found: Outline) -> Iterator[tuple[str, str]]:
    """Part a text into the lead and the body of each key and, where they are listed, of each item."""
    units = [*found.units, *found.items]
    columns = [0] * len(found.units) + [found.indent or 0] * len(found.items)
    leads = [0]
    for (above, below), column in zip(pairwise(units), columns[1:], strict=True):
        start = _line_end(text, above.end)
        leads.append(start + _owned(text[start : below.start], column))
    for unit, lead, end in zip(units, leads, [*leads[1:], len(text)], strict=True):
        yield text[lead : unit.start], text[unit.start : end]


def _is_bracket(event: Any) -> bool:
    """A collection in flow style ends with its bracket, one in block style where nothing is said any more."""
    return bool(event.end_mark.index > event.start_mark.index)


def _line_end(text: str, place: int) -> int:
    if place and text[place - 1] == "\n":  # a block of text ends with its line
        return place
    return text.index("\n", place) + 1


def _owned(gap: str, column: int) -> int:
    """Find from where on the lines between two things belong to the lower one, which stands at a column."""
    lead = re.search(rf"(?:^[ ]*\n)*(?:^[ ]{{0,{column}}}#.*\n)*\Z", gap, re.MULTILINE)
    return lead.start() if lead else len(gap)
