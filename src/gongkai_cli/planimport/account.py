"""The proof that an import lost nothing: every character of the document is accounted for once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from gongkai_cli.documents.block import Document, Paragraph
from gongkai_cli.model.plan import Task
from gongkai_cli.planimport.carry import says_ditto
from gongkai_cli.planimport.item import Claim, Item, Key
from gongkai_cli.planimport.offices.names import is_nobody
from gongkai_cli.planimport.wording import squeezed


class Leftover(Struct, frozen=True):
    """Text of the document that became no part of the plan, and where it stands."""

    locator: str
    text: str


class Account(Struct, frozen=True, kw_only=True):
    """Characters (blanks not counted) of the document and where they went; `lost` must be empty."""

    total: int
    tasks: int
    headings: int
    header: int
    leftover: int
    lost: str


class Unit(NamedTuple):
    """A paragraph or a cell of the document."""

    key: Key
    text: str
    locator: str


def units(document: Document) -> Iterator[Unit]:
    """Give every paragraph and cell in the order of the document."""
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            yield Unit((index,), block.text, block.locator)
            continue
        for number, row in enumerate(block.rows):
            for place, cell in enumerate(row.cells):
                yield Unit((index, number, place), cell.text, row.locator)


def leftovers(document: Document, claims: Sequence[Claim]) -> tuple[Leftover, ...]:
    """Return what no claim covers; cells of one row are told together."""
    covered = _by_key(claims)
    rows: dict[str, list[str]] = {}
    for unit in units(document):
        for text in _uncovered(unit.text, covered.get(unit.key, [])):
            rows.setdefault(unit.locator, []).append(text)
    return tuple(Leftover(locator, " | ".join(texts)) for locator, texts in rows.items())


def account(document: Document, claims: Sequence[Claim], lost: str = "") -> Account:
    """Add up the document's characters by what they became; `lost`: those a caller found to be nowhere."""
    texts = {unit.key: unit.text for unit in units(document)}
    covered, kept = _by_key(claims), set(claims)
    sums = dict.fromkeys(("task", "heading", "header"), 0)
    for claim in kept:
        sums[claim.role] += _size(texts[claim.key][claim.start : claim.end])
    left = sum(
        _size(piece) for key, text in texts.items() for piece in _uncovered(text, covered.get(key, []))
    )
    return Account(
        total=sum(_size(text) for text in texts.values()),
        tasks=sums["task"],
        headings=sums["heading"],
        header=sums["header"],
        leftover=left,
        lost=lost,
    )


def not_shown(document: Document, items: Sequence[Item], tasks: Sequence[Task]) -> list[Claim]:
    """Look every item's own text up in the task it became: the claims whose letters the task does not hold."""
    texts = {unit.key: unit.text for unit in units(document)}
    missing: list[Claim] = []
    for item, task in zip(items, tasks, strict=True):
        kept = _letters(" ".join(_strings(task, item)))
        missing += [
            claim for claim in item.claims if not _holds(kept, texts[claim.key][claim.start : claim.end])
        ]
    return missing


def _holds(kept: str, text: str) -> bool:
    """Whether letters of a task are those of a text: in one piece as a rule, else one by one (names of a list)."""
    letters = _letters(text)
    return letters in kept or not Counter(letters) - Counter(kept)


def _strings(task: Task, item: Item) -> Iterator[str]:
    yield from (task.id, item.printed, task.requirement, task.responsible_text, task.measures, task.deadline)
    yield from (task.contact, task.progress, task.remark)
    yield from (*task.lead, *task.support, *task.implementing)
    yield from (said.text for said in item.cells.values() if is_nobody(said.text) or says_ditto(said))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _by_key(claims: Sequence[Claim]) -> dict[Key, list[tuple[int, int]]]:
    found: dict[Key, list[tuple[int, int]]] = {}
    for claim in claims:
        found.setdefault(claim.key, []).append((claim.start, claim.end))
    return found


def _uncovered(text: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    pieces, start = [], 0
    for begin, end in sorted(spans):
        pieces.append(text[start:begin])
        start = max(start, end)
    return [piece.strip() for piece in (*pieces, text[start:]) if piece.strip()]


def _size(text: str) -> int:
    return len(squeezed(text))
