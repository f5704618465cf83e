"""The items of a plan that is written as a table (or as several tables with headings between them)."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from gongkai_cli.documents.block import Document
from gongkai_cli.planimport.align import align, seen_texts
from gongkai_cli.planimport.columns import Columns
from gongkai_cli.planimport.front import is_title
from gongkai_cli.planimport.grid import Slot
from gongkai_cli.planimport.heading_rows import heading_slots, is_total
from gongkai_cli.planimport.headings import Standing, level_of
from gongkai_cli.planimport.item import Claim, Found, Item, Role, Said
from gongkai_cli.planimport.ordinal import CHAPTER, ITEM, SECTION, read_number_cell, read_ordinal
from gongkai_cli.planimport.sheets import BY_CONTENTS, Between, Line, Sheet, sheets
from gongkai_cli.planimport.wording import joined

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
NO_REQUIREMENT = "原表此格空白，用任务名称代替"


def items_of_tables(document: Document) -> Found | None:
    """Read the plan's tables; None where no table has the columns of a plan."""
    items: list[Item] = []
    claims: list[Claim] = []
    found = sheets(document)
    standing = Standing()
    for sheet in found:
        reader = _Reader(sheet, standing)
        items.extend(reader.items())
        claims.extend(reader.claims)
        standing = reader.standing
    if not items:
        return None
    return Found(
        items=tuple(items),
        claims=tuple(claims),
        columns=frozenset(role for sheet in found for role in sheet.columns),
        first_key=min(claim.key for claim in (*claims, *items[0].claims) if claim.role != "heading"),
        doubts={"任务": BY_CONTENTS} if any(sheet.guessed for sheet in found) else {},
    )


class _Reader:
    """Goes through the lines of one sheet, keeping where it stands."""

    def __init__(self, sheet: Sheet, standing: Standing) -> None:
        self.sheet = sheet
        self.standing = standing
        self.seen = seen_texts(sheet.rows, len(sheet.columns))
        self.claims = [
            _whole(slot, "header") for head in sheet.header for slot in head.slots if slot.state == "own"
        ]
        self.group_level = _group_levels(sheet)

    def items(self) -> list[Item]:
        """Give the tasks of the sheet; headings change the standing."""
        items: list[Item] = []
        new_page = False
        for line in self.sheet.lines:
            if isinstance(line, Between):
                self._between(line)
            elif self.sheet.repeats_header(line):
                self._claim(line.slots, "header")
                new_page = True
            else:
                self._line(line, items, new_page=new_page)
                new_page = False
        return items

    def _claim(self, slots: Sequence[Slot], role: Role) -> None:
        self.claims.extend(_whole(slot, role) for slot in slots if slot.state == "own")

    def _line(self, line: Line, items: list[Item], *, new_page: bool) -> None:
        """Read a row: the rest of the one above, a title, a heading, a sum, or a task."""
        columns = self.sheet.columns
        row = _Row(columns, line.slots[: len(columns)])
        heading = heading_slots(line.slots, columns)
        if new_page and items and _is_rest(row):
            items[:] = self._with_rest(items, row)
        elif heading and is_title(heading[0].text):
            self._claim(heading, "header")
        elif heading:
            text = "".join(dict.fromkeys(slot.text for slot in heading))
            self.standing = self.standing.under(text, level_of(text) or CHAPTER)
            self._claim(heading, "heading")
        elif not is_total(line.slots):
            self._row(line, items)

    def _with_rest(self, items: list[Item], row: "_Row") -> list[Item]:
        """Join to the last task the rest of its row, which a page cut off; its headings may be cut as well."""
        last, section = items[-1], items[-1].section
        more = "".join(slot.text for _, slot in row.placed("group") if slot.state == "own")
        longer = section._replace(text=section.text + more)
        self.standing = self.standing._replace(section=longer)
        self._claim([slot for _, slot in row.placed("group")], "heading")
        rest = row.first("requirement").text
        items[-1] = replace(
            last, requirement=joined(f"{last.requirement}\n{rest}"), claims=(*last.claims, *row.claims())
        )
        return [replace(item, section=longer) if item.section == section else item for item in items]

    def _between(self, line: Between) -> None:
        level = level_of(line.text)
        if level and len(line.text) <= _MAX_HEADING:
            self.standing = self.standing.under(line.text, level)
            self.claims.append(Claim(line.key, 0, len(line.text), "heading"))

    def _row(self, line: Line, items: list[Item]) -> None:
        slots = align(line.slots, self.sheet.columns, self.seen)
        row = _Row(self.sheet.columns, slots)
        groups = self._groups(row)
        requirement = row.first("requirement")
        if requirement.state == "own":
            items.append(self._item(row, requirement, line.locator))
        elif requirement.state == "covered" and items and row.says_something:
            items[-1] = _widened(items[-1], row)
        elif groups and row.says_something:
            item = self._item(row, groups[-1], line.locator)
            items.append(replace(item, doubts={"具体要求": NO_REQUIREMENT}))
        elif groups:
            self._claim([slot for _, slot in row.placed("number")], "heading")

    def _groups(self, row: "_Row") -> list[Slot]:
        """Stand under the row's own headings; return them."""
        own = [(index, slot) for index, slot in row.placed("group") if slot.state == "own"]
        for index, slot in own:
            if self.group_level[index] == ITEM:
                self.standing = self.standing.under_item(slot.text)
            else:
                self.standing = self.standing.under(slot.text, level_of(slot.text) or self.group_level[index])
            self.claims.append(_whole(slot, "heading"))
        return [slot for _, slot in own]

    def _item(self, row: "_Row", requirement: Slot, locator: str) -> Item:
        cell = row.first("number")
        number, start = _number(cell, requirement.text)
        return Item(
            chapter=self.standing.chapter,
            section=self.standing.lowest,
            number=self.standing.numbered(number),
            printed=cell.text + requirement.text[:start],
            requirement=joined(requirement.text[start:]),
            cells=row.cells(),
            locator=locator,
            claims=tuple(row.claims()),
        )


class _Row:
    """The slots of a row by the role of their column."""

    def __init__(self, columns: Columns, slots: Sequence[Slot]) -> None:
        self.columns = columns
        self.slots = slots

    def placed(self, role: str) -> list[tuple[int, Slot]]:
        """The slots of a role with their columns."""
        return [(index, slot) for index, slot in enumerate(self.slots) if self.columns[index] == role]

    def first(self, role: str) -> Slot:
        """The first slot of a role, absent where there is none."""
        return next((slot for _, slot in self.placed(role)), Slot("", (), "absent"))

    def cells(self) -> dict[str, Said]:
        """What the row says in each column that is neither number, heading nor requirement."""
        return {
            role: _said([slot for _, slot in self.placed(role)]) for role in _ROLES if role in self.columns
        }

    @property
    def says_something(self) -> bool:
        """Whether any such column has a cell of this row's own."""
        return any(said.state == "own" for said in self.cells().values())

    def claims(self) -> Iterator[Claim]:
        """Claim the row's own cells but for headings and columns nobody knows."""
        for role, slot in zip(self.columns, self.slots, strict=True):
            if slot.state == "own" and role and role != "group":
                yield _whole(slot, "task")


def _is_rest(row: _Row) -> bool:
    """Whether a row that begins a page is the rest of the row above: neither number, nor who, nor until when."""
    requirement = row.first("requirement")
    return (
        "number" in row.columns
        and row.first("number").state != "own"
        and requirement.state == "own"
        and not row.says_something
        and not read_ordinal(requirement.text)
    )


def _group_levels(sheet: Sheet) -> dict[int, int]:
    """Level of grouping columns without ordinals: the first is the part unless rows of their own give the parts."""
    groups = [index for index, role in enumerate(sheet.columns) if role == "group"]
    parts = any(
        heading and not is_title(heading[0].text)
        for heading in (heading_slots(row, sheet.columns) for row in sheet.rows)
    )
    parts = parts or any(isinstance(line, Between) and level_of(line.text) == CHAPTER for line in sheet.lines)
    first = SECTION if parts and len(groups) == 1 else CHAPTER
    levels = (first, SECTION, *[ITEM] * len(groups))
    return {index: levels[place] for place, index in enumerate(groups)}


def _widened(item: Item, row: _Row) -> Item:
    """Add to a task the further row that its merged requirement covers."""
    cells = dict(item.cells)
    for role, said in row.cells().items():
        if said.state == "own" and said.text != cells.get(role, Said()).text:
            texts = [text for text in (cells.get(role, Said()).text, said.text) if text]
            cells[role] = Said("\n".join(texts), "own")
    return replace(item, cells=cells, claims=(*item.claims, *row.claims()))


def _number(cell: Slot, requirement: str) -> tuple[str, int]:
    """The printed number, from its column or the start of the requirement, and where the requirement starts."""
    printed = read_number_cell(cell.text) if cell.state == "own" else ""
    ordinal = read_ordinal(requirement)
    if not ordinal or ordinal.level < ITEM or (printed and printed != ordinal.number):
        return printed, 0
    return ordinal.number, ordinal.end


def _said(slots: Sequence[Slot]) -> Said:
    """What a column says; two columns of one role are joined."""
    texts = [slot.text.strip() for slot in slots if slot.text.strip()]
    states = {slot.state for slot in slots}
    return Said("\n".join(dict.fromkeys(texts)), "own" if "own" in states else slots[0].state)


def _whole(slot: Slot, role: Role) -> Claim:
    return Claim(slot.key, 0, len(slot.text), role)
