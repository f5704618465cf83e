"""Where the six sections of an annual report begin: at its headings, in the wordings offices really use."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai_cli.documents.block import Document, Paragraph, Table
from gongkai_cli.model.annual import SECTIONS
from gongkai_cli.planimport.annual.pattern import filled, pattern, said

_NUMERALS = "一二三四五六"


class Heading(NamedTuple):
    """A heading: which section, in which block, and where in the block the section's own text begins."""

    section: str
    block: int
    end: int


class Line(NamedTuple):
    """A piece of a section's text and where it stands."""

    text: str
    block: int
    start: int
    locator: str


class Section(NamedTuple):
    """A section with its text, and whether tables stand in it."""

    heading: Heading
    lines: tuple[Line, ...]
    tables: int


def headings(document: Document) -> tuple[Heading, ...]:
    """Find the headings in their order; nothing where there are too few of them for an annual report."""
    found = [
        heading
        for index, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and (heading := _heading(block.text, index))
    ]
    chain = _longest(found)
    return chain if len(chain) >= int(said("最少标题")) else ()


def is_heading(text: str) -> bool:
    """Whether a text is a section's heading with its number, and nothing else."""
    heading = _heading(text, 0)
    return heading is not None and heading.end == len(text) and bool(pattern("序号").match(text.strip()))


def sections(document: Document, found: Sequence[Heading]) -> Iterator[Section]:
    """Give each section with what stands below its heading."""
    ends = [*(heading.block for heading in found[1:]), len(document.blocks)]
    for heading, end in zip(found, ends, strict=True):
        blocks = document.blocks[heading.block + 1 : end]
        yield Section(
            heading, tuple(_lines(document, heading, end)), sum(isinstance(one, Table) for one in blocks)
        )


def _lines(document: Document, heading: Heading, end: int) -> Iterator[Line]:
    for index in range(heading.block, end):
        block = document.blocks[index]
        start = heading.end if index == heading.block else 0
        if isinstance(block, Paragraph) and any(char.isalnum() for char in block.text[start:]):
            yield Line(block.text[start:], index, start, block.locator)


def _heading(text: str, block: int) -> Heading | None:
    """Read a paragraph as a heading; text may follow it on its line where a number stands before it."""
    ordinal = pattern("序号").match(text.strip())
    blanks = len(text) - len(text.lstrip())
    start = blanks + (ordinal.end() if ordinal else 0)
    for place, section in enumerate(SECTIONS, 1):
        found = filled(f"(?:{said('标题')[section]})").match(text, start)
        if not found:
            continue
        rest = pattern("标题后").match(text, found.end())
        alone = not text[found.end() :].strip(" \u3000:：。")
        if (alone or (ordinal and rest)) and _is_numbered(ordinal, place):
            return Heading(section, block, len(text) if alone else rest.end() if rest else len(text))
    return None


def _is_numbered(ordinal: re.Match[str] | None, place: int) -> bool:
    """Digits also number what stands within a section: they have to be the section's own."""
    return not ordinal or not ordinal["digit"] or int(ordinal["digit"]) == place


def _longest(found: Sequence[Heading]) -> tuple[Heading, ...]:
    """Take the longest chain in the order of the form; of two, the later: the first is a table of contents."""
    chains: list[tuple[Heading, ...]] = []
    for heading in reversed(found):
        place = SECTIONS.index(heading.section)
        after = [chain for chain in chains if SECTIONS.index(chain[0].section) > place]
        chains.append((heading, *max(reversed(after), key=len, default=())))
    return max(chains, key=len, default=())
