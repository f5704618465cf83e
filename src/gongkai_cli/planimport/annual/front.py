"""Which year a report is on and whose it is: by its title, its statistics window, its signature, its first sentence."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeVar

from msgspec import Struct

from gongkai_cli.documents.block import Document, Paragraph
from gongkai_cli.lexicon.numerals import number
from gongkai_cli.planimport.annual.pattern import filled, pattern, said
from gongkai_cli.planimport.annual.sections import Line, Section
from gongkai_cli.planimport.front import front_pattern
from gongkai_cli.planimport.wording import squeezed

T = TypeVar("T")

_MAX_TITLE = 60
_MIN_SENTENCE = 20
_SIGNATURE_LINES = 4


class Front(Struct, frozen=True, kw_only=True):
    """The facts of a report, its lead-in, and doubts about them.

    `header` tells the blocks of the title and the signature, `prose` those of the lead-in.
    """

    title: str
    year: int
    body: str
    lead_in: str
    header: frozenset[int]
    prose: frozenset[int]
    doubts: dict[str, str]


class _Title(NamedTuple):
    text: str = ""
    year: int = 0
    body: str = ""
    blocks: tuple[int, ...] = ()


class _Fact(NamedTuple):
    """What some place of the document says, and why a person should look at it."""

    value: str
    doubt: str = ""


def read_front(document: Document, sections: Sequence[Section]) -> Front:
    """Read the facts; what the report does not state stays empty, with a doubt."""
    above = list(_lines(document, sections[0].heading.block))
    title = _title(above)
    lead_in = [line for line in above if line.block not in title.blocks and _is_sentence(line.text)]
    prose = squeezed("".join(line.text for line in lead_in))
    signature, signed = _signature(sections[-1].lines)
    first = next((line for section in sections for line in section.lines), None)
    year = _first(
        _Fact(str(title.year or "")),
        _Fact(_found(pattern("统计期").search(prose), "year")),
        _in_first_sentence(first, pattern("首句年"), "year"),
    )
    body = _first(
        _Fact(title.body),
        _Fact(signed),
        _Fact(_found(pattern("编制").search(prose), "body")),
        _in_first_sentence(first, pattern("首句机关"), "body"),
    )
    return Front(
        title=title.text,
        year=number(year.value) if year.value else 0,
        body=body.value,
        lead_in="\n".join(line.text.strip() for line in lead_in),
        header=frozenset((*title.blocks, *signature)),
        prose=frozenset(line.block for line in lead_in),
        doubts={key: fact.doubt for key, fact in {"年度": year, "单位": body}.items() if fact.doubt},
    )


def _lines(document: Document, end: int) -> Iterator[Line]:
    for index, block in enumerate(document.blocks[:end]):
        if isinstance(block, Paragraph):
            yield Line(block.text, index, 0, block.locator)


def _title(lines: Sequence[Line]) -> _Title:
    """Take the last title above the first section: one line, or the body's name and then the rest of it."""
    for place in reversed(range(len(lines))):
        bare = squeezed(lines[place].text)
        found = _named(bare)
        if not found:
            continue
        above = squeezed(lines[place - 1].text) if place else ""
        if not found["body"] and front_pattern("机关").fullmatch(above):
            blocks = (lines[place - 1].block, lines[place].block)
            return _Title(above + bare, number(found["year"]), above, blocks)
        return _Title(bare, number(found["year"]), found["body"] or "", (lines[place].block,))
    return _Title()


def _named(bare: str) -> re.Match[str] | None:
    if len(bare) > _MAX_TITLE:
        return None
    return next(filter(None, (filled(name).fullmatch(bare) for name in said("报告名"))), None)


def _is_sentence(text: str) -> bool:
    return len(text) >= _MIN_SENTENCE and "。" in text


def _signature(lines: Sequence[Line]) -> tuple[tuple[int, ...], str]:
    """Take the lines below the last section that hold only a date or a body's name; and that name."""
    blocks: list[int] = []
    body = ""
    for line in reversed(lines[-_SIGNATURE_LINES:]):
        bare = squeezed(line.text)
        name = bool(front_pattern("机关").fullmatch(bare))
        if not name and not front_pattern("落款日期").fullmatch(bare):
            break
        blocks.append(line.block)
        body = bare if name else body
    return tuple(blocks), body


def _in_first_sentence(line: Line | None, shape: re.Pattern[str], name: str) -> _Fact:
    """Read a fact where no title states it: the text only implies that the report is on this year and body."""
    if line is None:
        return _Fact("")
    sentence = line.text.split("。")[0]
    found = shape.match(sentence) if name == "year" else shape.search(sentence)
    if not found:
        return _Fact("")
    words = sentence[: found.end()].lstrip()
    return _Fact(found[name], said("说明")["首句"].format(locator=line.locator, text=words))


def _found(found: re.Match[str] | None, name: str) -> str:
    return found[name] if found else ""


def _first(*facts: _Fact) -> _Fact:
    return next((fact for fact in facts if fact.value), _Fact("", said("说明")["未写"]))
