"""The items of a plan that is written as paragraphs: a numbered requirement, then who is responsible.

Who is responsible stands in a sentence of its own after the item or in brackets at its end. A chapter holds tasks
when one of its items says who; then its other items of that level are tasks too, with nobody named.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai_cli.documents.block import Document, Paragraph
from gongkai_cli.planimport.columns import role_of
from gongkai_cli.planimport.headings import Standing
from gongkai_cli.planimport.item import Claim, Found, Item, Key, Said
from gongkai_cli.planimport.masked import brackets
from gongkai_cli.planimport.offices import is_duty
from gongkai_cli.planimport.ordinal import CHAPTER, SECTION, Ordinal, read_ordinal
from gongkai_cli.planimport.wording import joined

_ABSENT = Said()


class _Line(NamedTuple):
    text: str
    key: Key
    locator: str
    ordinal: Ordinal | None
    duty_start: int
    """Where the bracket that says who begins; the length of the text where there is none."""

    @property
    def is_duty(self) -> bool:
        """Whether the whole line says who is responsible."""
        return self.ordinal is None and is_duty(self.text)

    @property
    def says_who(self) -> bool:
        """Whether an item says at its end who is responsible."""
        return self.duty_start < len(self.text)


class _Entry(NamedTuple):
    """A numbered line with the lines that belong to it."""

    head: _Line
    more: list[_Line]
    duties: list[_Line]

    @property
    def says_who(self) -> bool:
        return bool(self.duties) or self.head.says_who or any(line.says_who for line in self.more)


def items_of_outline(document: Document) -> Found | None:
    """Read the numbered items; None where none of them says who is responsible."""
    lines = [
        _line(block, index) for index, block in enumerate(document.blocks) if isinstance(block, Paragraph)
    ]
    entries = _entries(lines)
    levels = _task_levels(entries)
    if not levels:
        return None
    items: list[Item] = []
    claims = list(_column_headings(lines))
    standing = Standing()
    for chapter, entry in _with_chapters(entries):
        level = entry.head.ordinal.level if entry.head.ordinal else 0
        if chapter not in levels:
            continue
        if level in levels[chapter]:
            items.append(_item(entry, standing))
        elif level in {CHAPTER, SECTION}:
            standing = standing.under(entry.head.text, level)
            claims.append(Claim(entry.head.key, 0, len(entry.head.text), "heading"))
    return Found(
        items=tuple(items),
        claims=tuple(claims),
        columns=frozenset({"requirement", "duty"}),
        first_key=_first_key(items, claims),
    )


def _line(block: Paragraph, index: int) -> _Line:
    ordinal = read_ordinal(block.text)
    return _Line(block.text, (index,), block.locator, ordinal, _duty_start(block.text))


def _duty_start(text: str) -> int:
    """Find the bracket at the end of a text that says who is responsible."""
    bare = text.rstrip().rstrip("。")
    spans = [span for span in brackets(bare) if span[1] == len(bare) and span[0] > 0]
    return spans[0][0] if spans and is_duty(bare[spans[0][0] :]) else len(text)


def _entries(lines: Sequence[_Line]) -> list[_Entry]:
    """Gather under each numbered line the lines that follow it: sentences that say who, and the rest."""
    entries: list[_Entry] = []
    for line in lines:
        if line.ordinal:
            entries.append(_Entry(line, [], []))
        elif entries and line.is_duty:
            entries[-1].duties.append(line)
        elif entries and not entries[-1].duties:
            entries[-1].more.append(line)
    return entries


def _with_chapters(entries: Sequence[_Entry]) -> Iterator[tuple[int, _Entry]]:
    """Number the chapters as they come; what stands before the first is chapter 0."""
    chapter = 0
    for entry in entries:
        if entry.head.ordinal and entry.head.ordinal.level == CHAPTER:
            chapter += 1
        yield chapter, entry


def _task_levels(entries: Sequence[_Entry]) -> dict[int, set[int]]:
    """For each chapter that holds tasks the levels its tasks stand on."""
    levels: dict[int, set[int]] = {}
    for chapter, entry in _with_chapters(entries):
        if entry.says_who and entry.head.ordinal:
            levels.setdefault(chapter, set()).add(entry.head.ordinal.level)
    return levels


def _item(entry: _Entry, standing: Standing) -> Item:
    head = entry.head
    start = head.ordinal.end if head.ordinal else 0
    texts = [head.text[start : head.duty_start], *(line.text[: line.duty_start] for line in entry.more)]
    inline = [line.text[line.duty_start :] for line in (head, *entry.more) if line.says_who]
    said = [text.strip().rstrip("。").strip()[1:-1] for text in inline] + [
        line.text.strip() for line in entry.duties
    ]
    lines = (head, *entry.more, *entry.duties)
    return Item(
        chapter=standing.chapter,
        section=standing.section,
        number=head.ordinal.number if head.ordinal else "",
        requirement=joined("\n".join(texts)),
        cells={"duty": Said("\n".join(said), "own") if said else _ABSENT},
        locator=head.locator,
        claims=tuple(Claim(line.key, 0, len(line.text), "task") for line in lines),
    )


def _column_headings(lines: Sequence[_Line]) -> Iterator[Claim]:
    """Claim the headings of a table that was saved as one cell a line."""
    for line in lines:
        if not line.ordinal and not line.is_duty and role_of(line.text):
            yield Claim(line.key, 0, len(line.text), "header")


def _first_key(items: Sequence[Item], claims: Sequence[Claim]) -> Key:
    return min([claim.key for item in items for claim in item.claims] + [claim.key for claim in claims])
