"""How tags are written: braces that do not close, full-width signs, tags that would take other text away with them."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate

from gongkai_cli.views.template.faults import Fault
from gongkai_cli.views.template.places import Paragraph
from gongkai_cli.views.template.tags import Tag, bare, full_width, half_width, loose, single, tags

_GIVEN = re.compile(r"\bfor\s+(\w+)\s+in\b")
_WHOLE = {"p": "一段", "tr": "一行"}


def writing_faults(paragraphs: Sequence[Paragraph], names: Collection[str]) -> Iterator[Fault]:
    """Find the faults of writing; `names` are those a tag may begin with, which one brace would print as they are."""
    for paragraph in paragraphs:
        found = list(tags(paragraph.text))
        yield from _broken(paragraph)
        yield from _single(paragraph, names)
        for tag in found:
            yield from _odd(paragraph, tag)
        yield from _crowded([paragraph], "p")
    for row in _rows(paragraphs):
        yield from _crowded(row, "tr")


def given_names(paragraphs: Iterable[Paragraph]) -> set[str]:
    """List the names that loops give."""
    return {name for paragraph in paragraphs for name in _GIVEN.findall(paragraph.text)}


def _broken(paragraph: Paragraph) -> Iterator[Fault]:
    piece = _first_whole(loose(paragraph.text))
    if piece:
        mended = half_width(piece)
        code = "tag-full-width" if mended != piece and not loose(mended) else "tag-open"
        yield Fault(paragraph.place, paragraph.text, code, {"value": piece, "better": mended})


def _first_whole(piece: str) -> str:
    """Cut a piece behind its first tag, were its signs half-width; whole if there is none."""
    mended = half_width(piece)
    tag = next(tags(mended), None)
    if tag is None:
        return piece
    end = mended.index(tag.text) + len(tag.text)
    reached = accumulate(len(half_width(mark)) for mark in piece)
    return piece[: next(count for count, length in enumerate(reached, 1) if length >= end)]


def _single(paragraph: Paragraph, names: Collection[str]) -> Iterator[Fault]:
    for name in single(paragraph.text):
        if name.partition(".")[0] in names:
            yield Fault(paragraph.place, paragraph.text, "tag-single", {"value": name})


def _odd(paragraph: Paragraph, tag: Tag) -> Iterator[Fault]:
    if sign := full_width(tag.code):
        about = {"value": sign, "better": half_width(tag.text)}
        yield Fault(paragraph.place, tag.text, "tag-full-width", about)
    if tag.scope in {"tr", "tc"} and not paragraph.place.table:
        yield Fault(paragraph.place, tag.text, "tag-outside-table", {"value": tag.scope})


def _rows(paragraphs: Iterable[Paragraph]) -> Iterable[list[Paragraph]]:
    rows = defaultdict(list)
    for paragraph in paragraphs:
        if paragraph.place.table:
            rows[paragraph.place.part, paragraph.place.table, paragraph.place.row].append(paragraph)
    return rows.values()


def _crowded(together: Sequence[Paragraph], scope: str) -> Iterator[Fault]:
    """A tag for a whole paragraph or row takes everything else in it away, other tags too."""
    text = "".join(one.text for one in together)
    found = list(tags(text))
    scoped = [tag for tag in found if tag.scope == scope and tag.opens != "{{"]
    rest = bare(text).strip() or "".join(tag.text for tag in found if tag is not scoped[0]) if scoped else ""
    if rest:
        place = next(one.place for one in together if scoped[0].text in one.text)
        about = {"value": scoped[0].text, "rest": rest, "whole": _WHOLE[scope]}
        yield Fault(place, text, "tag-crowded", about)
