"""The text of a file made to say something else: only the lines that change are written, and every comment stays.

The text is spliced between the marks of its nodes, so what is not touched keeps its bytes: blank lines, quotes,
the order of keys. A comment on lines that are replaced or removed moves to a line of its own.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from operator import attrgetter
from typing import Any, TypeVar

import yaml
from msgspec import Struct

from gongkai_cli.model.convert import convert
from gongkai_cli.model.entry import Entry, Listed
from gongkai_cli.model.problem import Position
from gongkai_cli.yamltext.comments import comments
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.read import load, loader
from gongkai_cli.yamltext.write import flow, item_lines, pair_lines, stated

T = TypeVar("T", bound=Entry)
Pair = tuple[Any, Any]
_KNOWN_BY = {"任务": attrgetter("id"), "申请": attrgetter("number")}
"""The lists whose items are known by a name of their own: they are changed one by one."""


class _Edit(Struct, frozen=True):
    """These characters are replaced by that text; an insertion replaces none."""

    start: int
    end: int
    text: str


def edited(text: str, old: T, new: T) -> str:
    """Change a text that says `old` to say `new`. Raises YamlFault where its layout does not allow that."""
    edits = _Page(text).mapping(yaml.compose(text, Loader=loader), old, new)
    result = _applied(text, sorted(edits, key=lambda edit: (edit.start, edit.end)))
    if convert(load(result), type(new), "")[0] != new:
        raise YamlFault("plan-layout", Position(1))
    return result


def _applied(text: str, edits: Iterable[_Edit]) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    parts, done = [], 0
    for edit in edits:
        parts += [text[done : edit.start], edit.text.replace("\n", newline)]
        done = max(done, edit.end)
    return "".join((*parts, text[done:]))


class _Page:
    """A text with its comments, and the edits that make its parts say something else."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.comments = comments(text)

    def mapping(self, node: Any, old: Entry, new: Entry) -> Iterator[_Edit]:
        """Change the pairs of a block mapping; a new key goes where the model has it."""
        if not isinstance(node, yaml.MappingNode) or node.flow_style:
            raise _fault(node)
        pairs = {key.value: (key, value) for key, value in node.value}
        before, after = dict(stated(old)), dict(stated(new))
        above = node.value[0]
        for key, value in after.items():
            if key not in pairs:
                yield self.inserted(_end(above[1]), pair_lines(key, value, _indent(node)))
                continue
            above = pairs[key]
            if before.get(key) != value:
                yield from self.pair(above, before.get(key), (key, value))
        for key in before.keys() - after.keys():
            yield self.removed(*pairs[key])

    def pair(self, nodes: Pair, was: Any, stated_now: tuple[str, Any]) -> Iterator[_Edit]:
        """Change one pair: a list of named items one by one, one that grows by what is new, anything else whole."""
        key, value = stated_now
        if key in _KNOWN_BY and was and value:
            yield from self.items(nodes[1], was, value, _KNOWN_BY[key])
        elif was and isinstance(value, tuple) and value[: len(was)] == was and isinstance(value[0], Listed):
            yield self.grown(nodes[1], value[len(was) :])
        else:
            yield self.replaced(*nodes, "\n".join(pair_lines(key, value, _indent(nodes[0]))).lstrip(" "))

    def grown(self, node: Any, added: Sequence[Listed]) -> _Edit:
        """Write new items after the last of a list, in its own style."""
        end = _end(node.value[-1])
        if node.flow_style:
            return _Edit(end, end, "".join(f", {flow(one)}" for one in added))
        return self.inserted(end, (line for one in added for line in item_lines(one, _indent(node))))

    def items(
        self, node: Any, old: Sequence[Entry], new: Sequence[Entry], name: Callable[[Any], str]
    ) -> Iterator[_Edit]:
        """Change the items that stay, write new ones after the one before them, remove those that go."""
        if node.flow_style:
            raise _fault(node)
        stay = _staying([name(one) for one in old], [name(one) for one in new])
        end = node.start_mark.index - 1
        for place, one in enumerate(new):
            if place not in stay:
                yield self.inserted(end, item_lines(one, _indent(node)))
                continue
            item = node.value[stay[place]]
            if old[stay[place]] != one:
                yield from self.mapping(item, old[stay[place]], one)
            end = _end(item)
        for index in set(range(len(old))) - set(stay.values()):
            yield self.removed(node.value[index], node.value[index])

    def inserted(self, after: int, lines: Iterable[str]) -> _Edit:
        """Write lines below the line of a character."""
        added = "".join(f"\n{line}" for line in lines)
        end = self._past_deeper_comments(self._line_end(after), len(added) - len(added.lstrip()) - 1)
        return _Edit(end, end, added)

    def replaced(self, first: Any, last: Any, now: str) -> _Edit:
        """Write a text for what stands from one node to another."""
        start, end = first.start_mark.index, self._text_end(_end(last))
        if "\n" in now:
            end = self._past_deeper_comments(self._line_end(end), first.start_mark.column)
        above = "".join(f"{said}\n{_indent(first)}" for said in self._comments(start, end))
        return _Edit(start, end, above + now)

    def removed(self, first: Any, last: Any) -> _Edit:
        """Remove the lines from one node to another."""
        start = self._line_end(self.text.rfind("\n", 0, first.start_mark.index))
        end = self._line_end(_end(last))
        kept = "".join(f"\n{_indent(first)}{said}" for said in self._comments(start, end))
        return _Edit(start, end, kept)

    def _past_deeper_comments(self, end: int, column: int) -> int:
        """Go on past the comments that a block of text at this column would take for its own lines."""
        found = re.compile(rf"(?:(?:\r?\n *)*?\r?\n {{{column + 1},}}#[^\r\n]*)+").match(self.text, end)
        return found.end() if found else end

    def _comments(self, start: int, end: int) -> list[str]:
        return [said for place, said in self.comments if start <= place < end]

    def _text_end(self, end: int) -> int:
        return len(self.text[:end].rstrip())

    def _line_end(self, place: int) -> int:
        """Find the end of the line on which the text before a place ends."""
        line = self.text.find("\n", self._text_end(place))
        return len(self.text) if line < 0 else line - self.text[:line].endswith("\r")


def _staying(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Tell which items stay in their order, by their names: place among the new → place among the old."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return {b + i: a + i for a, b, size in matcher.get_matching_blocks() for i in range(size)}


def _end(node: Any) -> int:
    """Find where the text of a node ends; a block's own mark lies behind the comments below it."""
    while not isinstance(node, yaml.ScalarNode) and node.value and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end: int = node.end_mark.index
    return end


def _indent(node: Any) -> str:
    column: int = node.start_mark.column
    return " " * column


def _fault(node: Any) -> YamlFault:
    mark = node.start_mark
    return YamlFault("plan-layout", Position(mark.line + 1, mark.column + 1))
