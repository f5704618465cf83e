"""The items of a plan that is written as a table (or as several tables with headings between them)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gongkai_cli.documents.block import Document, Paragraph
from gongkai_cli.planimport.align import align, seen_texts
from gongkai_cli.planimport.columns import Columns, header_columns, role_of, with_requirement
from gongkai_cli.planimport.grid import Slot, grid
from gongkai_cli.planimport.headings import Standing, level_of
from gongkai_cli.planimport.item import Claim, Found, Item, Key, Said
from gongkai_cli.planimport.ordinal import CHAPTER, ITEM, SECTION, read_number_cell, read_ordinal
from gongkai_cli.planimport.wording import joined, squeezed

_MAX_HEADING = 80
_ROLES = (
    "lead",
    "responsible",
    "support",
    "implementing",
    "deadline",
    "measures",
    "contact",
    "progress",
    "remark",
)
_MERGEABLE = ("lead", "responsible", "support", "implementing")

Line = tuple[str, Key] | list[Slot]
"""A paragraph between tables (text, key), or a row of a table."""


class _Sheet(NamedTuple):
    """The plan's rows under one header."""

    columns: Columns
    lines: list[tuple[Line, str]]
    header: list[Slot]


def items_of_tables(document: Document) -> Found | None:
    """Read the plan's tables; None where no table has the columns of a plan."""
    sheets = list(_sheets(document))
    if not sheets:
        return None
    items: list[Item] = []
    claims: list[Claim] = []
    standing = Standing()
    for sheet in sheets:
        reader = _Reader(sheet, standing)
        items.extend(reader.items())
        claims.extend(reader.claims)
        standing = reader.standing
    columns = frozenset(role for sheet in sheets for role in sheet.columns)
    return Found(tuple(items), tuple(claims), columns, sheets[0].header[0].key[:1]) if items else None


def _sheets(document: Document) -> Iterator[_Sheet]:
    """Cut the document at the headers of plan tables; what comes before the first is not the plan."""
    sheet: _Sheet | None = None
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            if sheet:
                sheet.lines.append(((block.text, (index,)), block.locator))
            continue
        for row, locator in zip(grid(block, index), (row.locator for row in block.rows), strict=True):
            columns = header_columns(row)
            if columns and (sheet is None or not _repeats(row, sheet.header)):
                if sheet:
                    yield _trimmed(sheet)
                sheet = _Sheet(columns, [], row)
            elif sheet:
                sheet.lines.append((row, locator))
    if sheet:
        yield _trimmed(sheet)


def _trimmed(sheet: _Sheet) -> _Sheet:
    """Settle the columns by what the cells hold, and leave the text after the last row to the document."""
    while sheet.lines and not isinstance(sheet.lines[-1][0], list):
        sheet.lines.pop()
    rows = [line for line, _ in sheet.lines if isinstance(line, list)]
    return sheet._replace(columns=with_requirement(sheet.columns, rows))


def _repeats(row: Sequence[Slot], header: Sequence[Slot]) -> bool:
    return [squeezed(slot.text) for slot in row] == [squeezed(slot.text) for slot in header]


class _Reader:
    """Goes through the rows of one sheet, keeping where it stands."""

    def __init__(self, sheet: _Sheet, standing: Standing) -> None:
        self.sheet = sheet
        self.standing = standing
        rows = [line for line, _ in sheet.lines if isinstance(line, list)]
        self.seen = seen_texts(rows, len(sheet.columns))
        self.claims = [_whole(slot, "header") for slot in sheet.header if slot.text.strip()]
        groups = [index for index, role in enumerate(sheet.columns) if role == "group"]
        self.group_level = self._levels(groups, rows)

    def _levels(self, groups: list[int], rows: list[list[Slot]]) -> dict[int, int]:
        """Level of grouping columns without ordinals: the first is the part unless chapter rows are."""
        first = (
            SECTION
            if any(_heading_slot(row, self.sheet.columns) for row in rows) and len(groups) == 1
            else CHAPTER
        )
        return {index: first if place == 0 else SECTION for place, index in enumerate(groups)}

    def items(self) -> Iterator[Item]:
        """Give the tasks of the sheet; headings change the standing."""
        for line, locator in self.sheet.lines:
            if not isinstance(line, list):
                self._paragraph(*line)
            elif _repeats(line, self.sheet.header):
                self.claims.extend(_whole(slot, "header") for slot in line if slot.text.strip())
            else:
                yield from self._row(line, locator)

    def _paragraph(self, text: str, key: Key) -> None:
        level = level_of(text)
        if level and len(text) <= _MAX_HEADING:
            self.standing = self.standing.under(text, level)
            self.claims.append(Claim(key, 0, len(text), "heading"))

    def _row(self, row: list[Slot], locator: str) -> Iterator[Item]:
        alone = _heading_slot(row, self.sheet.columns)
        if alone:
            self.standing = self.standing.under(alone.text, level_of(alone.text) or CHAPTER)
            self.claims.append(_whole(alone, "heading"))
            return
        slots = align(row, self.sheet.columns, self.seen)
        self._groups(slots)
        item = self._item(slots, locator)
        if item:
            yield item

    def _groups(self, slots: list[Slot]) -> None:
        for index, slot in enumerate(slots):
            if self.sheet.columns[index] == "group" and slot.state == "own":
                level = level_of(slot.text) or self.group_level[index]
                self.standing = self.standing.under(slot.text, level)
                self.claims.append(_whole(slot, "heading"))

    def _item(self, slots: list[Slot], locator: str) -> Item | None:
        by_role: dict[str, list[Slot]] = {}
        for role, slot in zip(self.sheet.columns, slots, strict=True):
            by_role.setdefault(role, []).append(slot)
        requirement = by_role["requirement"][0]
        if requirement.state != "own":
            return None
        number, start = _number(by_role.get("number", []), requirement.text)
        cells = {role: _said(by_role[role]) for role in _ROLES if role in by_role}
        used = [slot for role, found in by_role.items() for slot in found if role and role != "group"]
        return Item(
            chapter=self.standing.chapter,
            section=self.standing.section,
            number=number,
            requirement=joined(requirement.text[start:]),
            cells=cells,
            locator=locator,
            claims=tuple(_whole(slot, "task") for slot in used if slot.state == "own"),
        )


def _number(cells: list[Slot], requirement: str) -> tuple[str, int]:
    """The printed number, from its column or from the start of the requirement, and where the requirement starts."""
    printed = read_number_cell(cells[0].text) if cells and cells[0].state == "own" else ""
    ordinal = read_ordinal(requirement)
    if not ordinal or ordinal.level < ITEM:
        return printed, 0
    if printed and printed != ordinal.number:
        return printed, 0
    return ordinal.number, ordinal.end


def _said(slots: list[Slot]) -> Said:
    """What the column says; two columns of one role are joined."""
    texts = [slot.text.strip() for slot in slots if slot.text.strip()]
    return Said("\n".join(dict.fromkeys(texts)), slots[0].state)


def _heading_slot(row: Sequence[Slot], columns: Columns) -> Slot | None:
    """Return the one cell of a row that is a chapter or section heading by itself, however wide."""
    filled = [slot for slot in row if slot.state == "own"]
    if len(filled) != 1 or len(filled[0].text) > _MAX_HEADING:
        return None
    spans = filled[0].width >= max(2, len(columns) - 1) or len(row) == 1
    chapter = level_of(filled[0].text) and any(
        slot.state != "covered" or slot.key == filled[0].key for slot in row
    )
    if chapter and not any(slot.state == "covered" and slot.key != filled[0].key for slot in row):
        return filled[0]
    return filled[0] if spans and not read_ordinal(filled[0].text) and not role_of(filled[0].text) else None


def _whole(slot: Slot, role: str) -> Claim:
    return Claim(slot.key, 0, len(slot.text), role)  # type: ignore[arg-type]
