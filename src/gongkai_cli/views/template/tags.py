"""The tags of a paragraph, and what looks like one: `{{ 标题 }}`, `{%p for 行 in 台账 %}`, `{# … #}`.

A letter behind the opening brace says what a tag stands for as a whole: p its paragraph, tr its table row, tc its
cell, r its run (docxtpl).
"""

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

_INSIDE = r"((?:(?!\{\{|\{%|\{#|\}\}|%\}|#\}).)*)"
_TAG = re.compile(rf"\{{\{{{_INSIDE}\}}\}}|\{{%{_INSIDE}%\}}|\{{#{_INSIDE}#\}}", re.DOTALL)
_SCOPE = re.compile(r"(tr|tc|p|r)\s+(.*)", re.DOTALL)
_LOOSE = re.compile(r"[{｛][ \u3000]?[{｛%％#＃]|[}｝%％#＃][ \u3000]?[}｝]")
_EDGE = re.compile(r"\{$|^\}")
_SINGLE = re.compile(r"(?<![{｛])[{｛]\s*([^\W\d][\w.]*)\s*[}｝](?![}｝])")
_HIDDEN = "\0"
_QUOTES = str.maketrans("“”‘’", "\"\"''")


class Tag(Struct, frozen=True):
    """A tag: as written, how it opens (`{{`, `{%`, `{#`), its letter, and the code inside with straight quotes."""

    text: str
    opens: str
    scope: str
    code: str

    @property
    def is_block(self) -> bool:
        """Whether it is a statement (`{% … %}`)."""
        return self.opens == "{%"


def tags(text: str) -> Iterator[Tag]:
    """Find the whole tags of a paragraph."""
    for found in _TAG.finditer(text):
        opens = found.group()[:2]
        inside = next(group for group in found.groups() if group is not None)
        scoped = _SCOPE.fullmatch(inside)
        scope, code = scoped.groups() if scoped else ("", inside.strip("-+"))
        yield Tag(found.group(), opens, scope, code.strip().translate(_QUOTES))


def bare(text: str) -> str:
    """The words of a paragraph that stand outside of tags."""
    return _TAG.sub("", text)


def loose(text: str) -> str:
    """Find the first piece of a tag that is not whole, from its brace to the next whole tag; "" where all are.

    A single brace at the edge of a paragraph is one too: docxtpl joins it to a brace of the next.
    """
    left = _TAG.sub(_HIDDEN, text)
    found = _LOOSE.search(left) or _EDGE.search(left)
    return left[found.start() :].partition(_HIDDEN)[0].strip() if found else ""


def single(text: str) -> list[str]:
    """Find names in one pair of braces, which would be printed as they are."""
    return _SINGLE.findall(_TAG.sub("", text))


def half_width(text: str) -> str:
    """Write full-width signs as a keyboard in English mode does; Chinese words stay."""
    return "".join(_halved(mark) for mark in text)


def full_width(code: str) -> str:
    """Find the first full-width sign of a code outside its quotations; "" where there is none."""
    outside = re.sub(r"\"[^\"]*\"|'[^']*'", "", code)
    return next((mark for mark in outside if _halved(mark) != mark), "")


def _halved(mark: str) -> str:
    plain = {"\u3000": " ", "。": ".", "【": "[", "】": "]"}.get(mark) or unicodedata.normalize("NFKC", mark)
    return plain if plain.isascii() else mark
