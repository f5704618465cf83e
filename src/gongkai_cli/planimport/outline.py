"""The items of a plan that is written as paragraphs: a numbered requirement, then who is responsible.

Who is responsible stands in a line of its own after the item or at its end. A chapter holds tasks when one of its
items says who; then its other items of that level are tasks too, with nobody named.
"""

from collections.abc import Iterator, Sequence

from gongkai_cli.documents.block import Document
from gongkai_cli.planimport.entries import Entry, entries
from gongkai_cli.planimport.headings import Standing
from gongkai_cli.planimport.item import Claim, Found, Item, Said
from gongkai_cli.planimport.lines import Line, outline_lines
from gongkai_cli.planimport.offices.read import read_duty
from gongkai_cli.planimport.ordinal import CHAPTER, ITEM, SECTION
from gongkai_cli.planimport.wording import joined

_BRACKETS = {"(": ")", "（": "）", "【": "】", "[": "]"}


def items_of_outline(document: Document) -> Found | None:
    """Read the numbered items; None where none of them says who is responsible."""
    lines = outline_lines(document)
    found = entries(lines)
    levels = _task_levels(found)
    if not levels:
        return None
    items: list[Item] = []
    claims = [_whole(line) for line in lines if line.kind == "header"]
    standing = Standing()
    for chapter, entry in _with_chapters(found):
        if entry.level in levels.get(chapter, ()):
            items.append(_item(entry, standing))
        elif chapter in levels and entry.level in {CHAPTER, SECTION}:
            standing = standing.under(entry.head.text, entry.level)
            claims.append(Claim(entry.head.key, 0, len(entry.head.text), "heading"))
        elif entry.level < max(levels.get(chapter, {0})):
            standing = standing.under_item(entry.head.text)
            claims.append(Claim(entry.head.key, 0, len(entry.head.text), "heading"))
    return Found(
        items=tuple(items),
        claims=tuple(claims),
        columns=_columns(items),
        first_key=min(claim.key for claim in (*claims, *(claim for item in items for claim in item.claims))),
    )


def _with_chapters(found: Sequence[Entry]) -> Iterator[tuple[int, Entry]]:
    """Number the chapters as they come; what stands before the first is chapter 0."""
    chapter = 0
    for entry in found:
        chapter += entry.level == CHAPTER
        yield chapter, entry


def _task_levels(found: Sequence[Entry]) -> dict[int, set[int]]:
    """For each chapter that holds tasks the levels its tasks stand on."""
    levels: dict[int, set[int]] = {}
    for chapter, entry in _with_chapters(found):
        if entry.says_who:
            levels.setdefault(chapter, set()).add(entry.level)
    if any(level > CHAPTER for of in levels.values() for level in of):
        # where tasks stand below chapters, a chapter that closes with who does what is none itself
        return {chapter: of - {CHAPTER} for chapter, of in levels.items() if of - {CHAPTER}}
    return _with_bare_chapters(found, levels)


def _with_bare_chapters(found: Sequence[Entry], levels: dict[int, set[int]]) -> dict[int, set[int]]:
    """Where the chapters' own lines are the tasks, a chapter that names nobody is a task as well."""
    on_chapters = [chapter for chapter, of in levels.items() if of == {CHAPTER}]
    if len(on_chapters) * 2 <= len({chapter for chapter, _ in _with_chapters(found)}):
        return levels
    return {chapter: levels.get(chapter, {CHAPTER}) for chapter, _ in _with_chapters(found)}


def _item(entry: Entry, standing: Standing) -> Item:
    head = entry.head
    number = head.ordinal.number if head.ordinal else ""
    start = head.ordinal.end if head.ordinal else 0
    texts = [head.without_who(start), *(line.without_who() for line in entry.more)]
    inline = [line.who for line in (head, *entry.more) if line.says_who]
    said = [*inline, *(line.text for line in entry.duties)]
    cells = {"duty": Said("\n".join(_unbracketed(text) for text in said), "own" if said else "absent")}
    if entry.deadlines:
        cells["deadline"] = Said("；".join(_unlabelled(line.text) for line in entry.deadlines), "own")
    return Item(
        chapter=standing.chapter,
        section=standing.lowest if entry.level > ITEM else standing.section,
        number=standing.numbered(number) if entry.level > ITEM else number,
        printed="".join((head.text[:start], *(line.text for line in entry.deadlines))),
        requirement=joined("\n".join(texts)),
        cells=cells,
        locator=head.locator,
        claims=tuple(Claim(line.key, 0, len(line.text), "task") for line in entry.lines),
    )


def _unbracketed(text: str) -> str:
    """Take off the brackets (and the full stop after them) around the words that say who."""
    bare = text.strip()
    inner = bare.rstrip("。").strip()
    return inner[1:-1].strip() if inner[:1] in _BRACKETS and _BRACKETS[inner[:1]] == inner[-1:] else bare


def _unlabelled(text: str) -> str:
    return read_duty(text).deadline or text


def _columns(items: Sequence[Item]) -> frozenset[str]:
    return frozenset(role for item in items for role in item.cells) | {"requirement"}


def _whole(line: Line) -> Claim:
    return Claim(line.key, 0, len(line.text), "header")
