"""The deadline grammar of `lexicon/deadlines.yaml`, compiled phrase by phrase when a text first needs it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from gongkai_cli.lexicon.load import words

Parts = Mapping[str, str]


class Phrase(Struct, frozen=True):
    """One way to write a deadline: what it means, the characters one of which it has, and its pattern."""

    means: str
    tells: frozenset[str]
    pattern: str


def understood(plain: str) -> tuple[str, Parts] | None:
    """Return the meaning of the first phrase that is the whole text, with the named parts it found."""
    for phrase in _phrases():
        if not phrase.tells.isdisjoint(plain):
            match = compiled(phrase.pattern).fullmatch(plain)
            if match:
                return phrase.means, {name: part for name, part in match.groupdict().items() if part}
    return None


def in_sentences() -> Iterator[re.Pattern[str]]:
    """Yield the patterns that find deadlines inside a requirement."""
    lexicon = words("deadlines")
    for pattern in lexicon["句中"]:
        yield compiled(pattern.replace("〈数〉", lexicon["数字"]))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern with its 〈fragments〉 written out."""
    fragments: dict[str, str] = words("deadlines")["片段"]
    while "〈" in pattern:
        pattern = re.sub("〈(.+?)〉", lambda match: fragments[match[1]], pattern)
    return re.compile(pattern)


@cache
def _phrases() -> tuple[Phrase, ...]:
    listed: list[dict[str, str]] = words("deadlines")["句式"]
    return tuple(Phrase(one["意"], frozenset(one["见"]), one["写"]) for one in listed)
