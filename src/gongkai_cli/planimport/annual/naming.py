"""What a number counts, by the words around it: 新闻发布会 + 场, 微信 + 条, or 信息 in general."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from gongkai_cli.planimport.annual.pattern import filled, pattern, said

_MAX_NAME = 20


class Kind(NamedTuple):
    """A kind of figure: its name, the words that speak of it, its measure words."""

    name: str
    words: re.Pattern[str]
    units: frozenset[str]


class Around(NamedTuple):
    """The words around a number: before it, after it, before the number it follows, in the clauses before."""

    before: str
    after: str
    inherited: str = ""
    context: str = ""

    @property
    def own(self) -> tuple[str, str]:
        """The words that speak of this number alone."""
        return self.before, self.after


class Name(NamedTuple):
    """The name of a figure, and why a person should look at it."""

    name: str
    doubt: str = ""


def name_of(around: Around, unit: str) -> Name | None:
    """Name a figure; None where the words do not say of what it is."""
    for text in (*around.own, around.inherited):
        found = _named(text, unit)
        if found:
            return Name(found)
    found = _named(around.context, unit)
    if found:
        return Name(found, said("说明")["前文"])
    if not any(pattern("动词").search(text) for text in (*around.own, around.inherited)):
        return None
    general = next(
        (kind.name for text in around.own for kind in _kinds("笼统") if _fits(kind, text, unit)), ""
    )
    return Name(general) if general else _made_up(around, unit)


def shared_names(before: str, units: Sequence[str]) -> list[Name] | None:
    """Name the numbers of `微博、微信分别发布211条、169条`, each by the word in its place."""
    if "分别" not in before:
        return None
    places: dict[int, list[Kind]] = {}
    for kind in (*_kinds("事情"), *_kinds("渠道")):
        for found in kind.words.finditer(before):
            places.setdefault(found.start(), []).append(kind)
    named = [
        next((Name(kind.name) for kind in places[start] if unit in kind.units), None)
        for start, unit in zip(sorted(places), units, strict=False)
    ]
    return [one for one in named if one] if len(places) == len(units) and all(named) else None


def speaks_of_it(before: str, unit: str) -> bool:
    """Whether the words directly before a number in Chinese numerals make it one: 召开三次 but not 第一次."""
    bare = pattern("填充").sub("", before)
    ends = [found.end() for found in pattern("动词").finditer(bare)]
    ends += [
        found.end() for kind in _kinds("事情") if unit in kind.units for found in kind.words.finditer(bare)
    ]
    return len(bare) in ends


def _named(text: str, unit: str) -> str:
    """Name by the thing counted, else by the one channel spoken of; several channels name nothing."""
    thing = next((kind.name for kind in _kinds("事情") if _fits(kind, text, unit)), "")
    if thing:
        return thing
    channels = {kind.words for kind in _kinds("渠道") if kind.words.search(text)}
    if len(channels) > 1:
        return ""
    return next((kind.name for kind in _kinds("渠道") if _fits(kind, text, unit)), "")


def _made_up(around: Around, unit: str) -> Name | None:
    """Name a figure by the document's own words, from the verb on where something stands behind it."""
    if unit in said("要名称的计量"):
        return None
    text, verb = next(
        (text, found) for text in (*around.own, around.inherited) if (found := pattern("动词").search(text))
    )
    words = text[verb.start() :] + (around.after if text == around.before else "")
    name = pattern("填充").sub("", words) if len(words) > len(verb[0]) else pattern("填充").sub("", text)
    return Name(name[:_MAX_NAME], said("说明")["自拟"])


def _fits(kind: Kind, text: str, unit: str) -> bool:
    return unit in kind.units and bool(kind.words.search(text))


@cache
def _kinds(group: str) -> tuple[Kind, ...]:
    return tuple(Kind(one["名称"], filled(one["词"]), frozenset(one["计量"])) for one in said(group))
