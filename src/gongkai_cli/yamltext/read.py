"""Text → plain data: dicts, lists, strings as written; one document, no anchors, tags or duplicate keys.

PyYAML's C parser yields the events (never its constructors, which guess types); the builder is ours.
Measured 39 times as fast as ruamel's round-trip loader on ledgers.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import yaml

from gongkai_cli.model.problem import Path, Position
from gongkai_cli.yamltext.fault import YamlFault

Data = dict[str, Any] | list[Any] | str | None
Places = dict[Path, Position]

MAX_DEPTH = 50
loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DISPUTED = re.compile(
    "\r(?!\n)|[\x85\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
_BARE_TAB = re.compile(r"(?:[^\t#]|(?<!\s)#|#[^\r\n]*+)*?\t")
_BLOCKS = ("|", ">")
_HEADER = re.compile(r"[|>][-+1-9]* *(?: #.*)?\r?$", re.MULTILINE)
_DIRECTIVE = re.compile(r"^%", re.MULTILINE)


def load(text: str, faults: list[YamlFault] | None = None) -> Data:
    """Read a text of the house kind; None for a text that says nothing. Raises YamlFault.

    Given a list, faults that need not stop the reading (a key given twice, a tag) are added to it instead.
    """
    return _Builder(text, faults=faults).read()


def places(text: str) -> Places:
    """Where each key path of a text that `load` accepts stands: of a key its key, of a list item its start.

    The path () is the first thing in the text. Lesser faults are no hindrance. Raises YamlFault.
    """
    found: Places = {}
    _Builder(text, found=found, faults=[]).read()
    return found


class _Builder:
    """Turns the events of one text into plain data, and notes places and lesser faults when asked to."""

    def __init__(
        self, text: str, *, found: Places | None = None, faults: list[YamlFault] | None = None
    ) -> None:
        _refuse_disputed(text)
        self.text = text
        self.events: Iterator[Any] = iter(loader(text).get_event, None)
        self.places = found
        self.faults = faults

    def read(self) -> Data:
        """Read the whole stream."""
        try:
            return self.document()
        except yaml.MarkedYAMLError as error:
            runs_on = "unexpected end of stream" in (error.problem or "")  # a quote: tell where it began
            mark = (runs_on and error.context_mark) or error.problem_mark or error.context_mark
            position = Position(mark.line + 1, mark.column + 1) if mark else Position(1)
            raise YamlFault("yaml-syntax", position, detail=error.problem or "") from error

    def document(self) -> Data:
        """Read the one document of the stream."""
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        if event.version or event.tags:
            raise _at(event, "yaml-directive")
        event = next(self.events)
        data = None if _is_empty(event) else self.node(event, ())
        event = next(self.events)
        if event.explicit:
            raise _at(event, "yaml-documents")
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise _at(event, "yaml-documents")
        return data

    def node(self, event: Any, path: Path) -> Any:
        """Read the node that starts with this event."""
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor is not None:
            raise _at(event, "yaml-anchor")
        if event.tag is not None:
            self.note(_at(event, "yaml-tag", tag=event.tag))
        if self.places is not None:
            self.places.setdefault(path, _position(event))
        if kind is yaml.ScalarEvent:
            if event.style in _BLOCKS:
                self.check_header(event, path)
            return event.value
        if len(path) >= MAX_DEPTH:
            raise _at(event, "yaml-depth", limit=str(MAX_DEPTH))
        return self.mapping(path) if kind is yaml.MappingStartEvent else self.sequence(path)

    def sequence(self, path: Path) -> list[Any]:
        """Read the items up to the end of a sequence."""
        items: list[Any] = []
        for event in self.events:
            if type(event) is yaml.SequenceEndEvent:
                break
            items.append(self.node(event, (*path, len(items))))
        return items

    def mapping(self, path: Path) -> dict[str, Any]:
        """Read the pairs up to the end of a mapping; a key with an empty value is an absent key."""
        pairs: dict[str, Any] = {}
        seen: set[str] = set()
        for event in self.events:
            if type(event) is yaml.MappingEndEvent:
                break
            key = self.key(event, seen)
            where = (*path, key)
            if self.places is not None:
                self.places[where] = _position(event)
            value = next(self.events)
            if not _is_empty(value):
                pairs[key] = self.node(value, where)
            elif ":" not in self.text[event.end_mark.index : value.start_mark.index]:
                self.note(_at(event, "lone-key", key=key))  # `{类型：报道}` would say nothing, unseen
        return pairs

    def check_header(self, event: Any, path: Path) -> None:
        """Refuse a block of text whose sign not all readers take: without a key, or with something sticking to it."""
        if not path or not _HEADER.match(self.text, event.start_mark.index):
            raise _at(event, "block-sign")

    def note(self, fault: YamlFault) -> None:
        """Keep a fault that need not stop the reading, if all are asked for."""
        if self.faults is None:
            raise fault
        self.faults.append(fault)

    def key(self, event: Any, seen: set[str]) -> str:
        """Read one key and refuse what cannot be one."""
        if type(event) is yaml.AliasEvent or event.anchor is not None:
            raise _at(event, "yaml-anchor")
        if type(event) is not yaml.ScalarEvent:
            raise _at(event, "yaml-key")
        if event.tag is not None:
            self.note(_at(event, "yaml-tag", tag=event.tag))
        key: str = event.value
        if key == "<<" and not event.style:
            raise _at(event, "yaml-merge")
        if not key:
            raise _at(event, "yaml-key")
        if key in seen:
            self.note(_at(event, "duplicate-key", key=key))
        seen.add(key)
        return key


def _is_empty(event: Any) -> bool:
    return (
        type(event) is yaml.ScalarEvent
        and not event.value
        and not event.style
        and event.anchor is None
        and event.tag is None
    )


def _position(event: Any) -> Position:
    mark = event.start_mark
    return Position(mark.line + 1, mark.column + 1)


def _at(event: Any, code: str, **about: str) -> YamlFault:
    return YamlFault(code, _position(event), **about)


def _refuse_disputed(text: str) -> None:
    """Refuse the characters on which YAML readers disagree, and tabs that separate rather than say."""
    bad = _DISPUTED.search(text)
    if bad:
        raise YamlFault("yaml-character", position_of(text, bad.start()), code_point=f"U+{ord(bad[0]):04X}")
    directive = _DIRECTIVE.search(text)
    if directive:
        raise YamlFault("yaml-directive", position_of(text, directive.start()))
    if "\t" in text:
        _refuse_bare_tabs(text)


def _refuse_bare_tabs(text: str) -> None:
    """A tab may stand in quotes, in a block of text and in a comment; elsewhere not all readers take it."""
    try:
        tokens = list(yaml.scan(text, Loader=loader))
    except yaml.MarkedYAMLError:
        return  # the parser will say what is wrong, with its place
    for before, after in pairwise(tokens):
        start, end = before.end_mark.index, after.start_mark.index
        if isinstance(before, yaml.ScalarToken) and before.plain:
            start = before.start_mark.index
        tab = _BARE_TAB.match(text, start, end)
        if tab:
            raise YamlFault("tab", position_of(text, tab.end() - 1))


def position_of(text: str, index: int) -> Position:
    """Line and column of a character of the text."""
    start = text.rfind("\n", 0, index) + 1
    return Position(text.count("\n", 0, index) + 1, index - start + 1)
