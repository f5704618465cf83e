"""The tags of a template in their order: every name is looked up, every `for` and `if` has its end."""

import re
from collections import ChainMap
from collections.abc import Iterable, Mapping

from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from gongkai_cli.views.template.faults import Fault
from gongkai_cli.views.template.places import Paragraph, Place
from gongkai_cli.views.template.shapes import Reader, Shape, given, parsed
from gongkai_cli.views.template.tags import Tag, tags

_FOR = re.compile(r"for\s+(.+?)\s+in\s+(.+?)(?:\s+if\s+(.+))?", re.DOTALL)
_SET = re.compile(r"set\s+(\w+)\s*=\s*(.+)", re.DOTALL)
_WORDS = ("for", "endfor", "if", "elif", "else", "endif", "set")
_OTHERS = {
    "with", "endwith", "filter", "endfilter", "raw", "endraw", "autoescape", "endautoescape", "macro", "endmacro",
    "call", "endcall", "block", "endblock", "endset", "do", "break", "continue", "colspan", "cellbg", "vm", "hm",
}  # fmt: skip
"""Words of Jinja and docxtpl that staff hardly use: the trial rendering judges them."""


class Opened(Struct, frozen=True):
    """A block that has begun: its word (`for`, `if`), its tag, and where."""

    word: str
    tag: Tag
    place: Place


class Blocks:
    """Reads the tags of one part of a template; what is wrong gathers in `faults`."""

    def __init__(self, environment: ImmutableSandboxedEnvironment, fields: Mapping[str, Shape]) -> None:
        self._environment = environment
        self._scope: ChainMap[str, Shape] = ChainMap({}, dict(fields))
        self._open: list[Opened] = []
        self.faults: list[Fault] = []

    def read(self, paragraphs: Iterable[Paragraph]) -> None:
        """Read the tags of all paragraphs; at the end no block may be open."""
        for paragraph in paragraphs:
            for tag in tags(paragraph.text):
                if tag.opens != "{#":
                    self._read(tag, paragraph.place)
        while self._open:
            self._never_ends(self._open.pop())

    def _read(self, tag: Tag, place: Place) -> None:
        word, _, rest = tag.code.partition(" ")
        if not tag.is_block:
            self._printed(tag, place)
        elif word == "for":
            self._for(tag, place)
        elif word in {"if", "elif"}:
            self._if(tag, place, rest)
        elif word == "else":
            self._inside(tag, place)
        elif word in {"endfor", "endif"}:
            self._end(tag, place)
        elif word == "set":
            self._set(tag, place)
        elif word not in _OTHERS:
            self._unknown(tag, place, word)

    def _printed(self, tag: Tag, place: Place) -> None:
        shape = self._expression(tag.code, tag, place)
        if shape and shape.repeated:
            self._say(place, tag, "tag-prints-list", value=tag.code)
        elif shape and shape.parts:
            self._say(
                place,
                tag,
                "tag-prints-group",
                value=tag.code,
                known="、".join(one.name for one in shape.parts),
            )

    def _for(self, tag: Tag, place: Place) -> None:
        self._open.append(Opened("for", tag, place))
        found = _FOR.fullmatch(tag.code)
        listed = self._expression(found.group(2), tag, place) if found else None
        if not found:
            self._say(place, tag, "tag-bad-for")
        elif listed and not listed.repeated:
            self._say(place, tag, "tag-not-list", value=found.group(2))
        self._scope = self._scope.new_child({"loop": None})
        if found:
            self._scope.update(given(found.group(1), listed))
        if found and found.group(3):
            self._expression(found.group(3), tag, place)

    def _if(self, tag: Tag, place: Place, condition: str) -> None:
        if tag.code.startswith("if"):
            self._open.append(Opened("if", tag, place))
        else:
            self._inside(tag, place)
        self._expression(condition, tag, place)

    def _inside(self, tag: Tag, place: Place) -> None:
        if not self._open:
            self._say(place, tag, "tag-no-begin", better="if")

    def _end(self, tag: Tag, place: Place) -> None:
        word = tag.code.split()[0].removeprefix("end")
        if word not in {one.word for one in self._open}:
            self._say(place, tag, "tag-no-begin", better=word)
            return
        while self._open[-1].word != word:
            self._never_ends(self._close())
        opened = self._close()
        if code := _uneven(opened, tag, place):
            self._say(place, tag, code, first=opened.tag.text)

    def _close(self) -> Opened:
        opened = self._open.pop()
        if opened.word == "for":
            self._scope = self._scope.parents
        return opened

    def _never_ends(self, opened: Opened) -> None:
        self._say(
            opened.place, opened.tag, "tag-no-end", better=f"{{%{opened.tag.scope} end{opened.word} %}}"
        )

    def _set(self, tag: Tag, place: Place) -> None:
        found = _SET.fullmatch(tag.code)
        if found:
            self._scope[found.group(1)] = self._expression(found.group(2), tag, place)

    def _unknown(self, tag: Tag, place: Place, word: str) -> None:
        if word not in {"p", "tr", "tc", "r"}:
            self._say(place, tag, "tag-unknown-word", value=word, known="、".join(_WORDS))
            return
        code = tag.code.removeprefix(word).strip()
        self._say(place, tag, "tag-space", value=word, better=f"{{%{word} {code} %}}")
        self._read(Tag(tag.text, tag.opens, word, code), place)

    def _expression(self, code: str, tag: Tag, place: Place) -> Shape:
        node = parsed(self._environment, code)
        if node is None:
            self._say(place, tag, "tag-unreadable", value=code)
            return None
        reader = Reader(self._environment)
        shape = reader.shape(node, self._scope)
        self.faults += (Fault(place, tag.text, doubt.code, doubt.about) for doubt in reader.doubts)
        return shape

    def _say(self, place: Place, tag: Tag, code: str, **about: str) -> None:
        self.faults.append(Fault(place, tag.text, code, {"tag": tag.text, **about}))


def _uneven(opened: Opened, tag: Tag, place: Place) -> str:
    """What is wrong with a begin and an end that take away different things; "" where they do not."""
    first, scope = opened.place, tag.scope
    if opened.tag.scope != scope:
        return "tag-uneven"
    if scope == "tr":
        return "" if (first.part, first.table) == (place.part, place.table) else "tag-other-table"
    if scope == "p":
        return "" if _cell(first) == _cell(place) else "tag-other-cell"
    return "" if first == place or scope == "tc" else "tag-other-paragraph"


def _cell(place: Place) -> tuple[str, int, int, int]:
    return place.part, place.table, place.row, place.cell
