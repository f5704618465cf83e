"""The three tables of a published report, read by their labels wherever they stand: merged, split over pages, restyled.

What is no number in the place of one is told with its place and stays leftover; blanks and dashes say nothing.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from gongkai_cli.documents.block import Document, Table
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.annual import AnnualReport, TrialReport
from gongkai_cli.model.entry import Entry, keys_of
from gongkai_cli.model.entry import bare as bare_type
from gongkai_cli.planimport.annual.placing import Line, Placed, Vocabulary, placed, vocabulary
from gongkai_cli.planimport.annual.sections import Heading
from gongkai_cli.planimport.grid import grid
from gongkai_cli.planimport.item import Claim
from gongkai_cli.planimport.wording import squeezed
from gongkai_cli.rules.annual.form import NAMES, PRESENT, TRIAL
from gongkai_cli.rules.annual.label import bare
from gongkai_cli.rules.annual.values import converted, table_of

Path = tuple[str, ...]


class Fault(Struct, frozen=True):
    """A cell that is no number: of which table, at which row and column, what it says, where it stands.

    `taken`: it is an amount with its unit, and the amount was taken over.
    """

    table: str
    path: Path
    text: str
    locator: str
    taken: bool = False


class Reading(Struct, frozen=True):
    """The tables found, by their printed names; what of the document they took; what is wrong; which blocks."""

    tables: dict[str, Entry]
    claims: tuple[Claim, ...]
    faults: tuple[Fault, ...]
    blocks: frozenset[int]


def read_tables(document: Document, first: Heading, kind: type[AnnualReport]) -> Reading:
    """Read the tables below the first heading, in the form of this kind of report."""
    known = {name: vocabulary(TRIAL if kind is TrialReport else PRESENT, name) for name in NAMES}
    kinds = {name: bare_type(keys_of(kind)[name]) for name in NAMES}
    cells: dict[str, dict[Path, str]] = {}
    claims: list[Claim] = []
    faults: list[Fault] = []
    blocks: set[int] = set()
    for index, table in _tables(document, first.block):
        for name, rows in _parts(grid(table, index), known):
            reading = _Reading(name, kinds[name], cells.setdefault(name, {}))
            reading.take(rows, table, known[name])
            claims += reading.claims
            faults += reading.faults
            blocks |= {index} if reading.claims else set()
    tables = {name: table_of(kinds[name], found) for name, found in cells.items() if found}
    return Reading(tables, tuple(claims), tuple(faults), frozenset(blocks))


class _Reading:
    """One table of the document on its way into the cells of a table of the form."""

    def __init__(self, name: str, kind: type[Entry], cells: dict[Path, str]) -> None:
        self.name, self.kind, self.cells = name, kind, cells
        self.claims: list[Claim] = []
        self.faults: list[Fault] = []

    def take(self, rows: Sequence[Line], table: Table, known: Vocabulary) -> None:
        """Take over every number that stands where the form has one; claim these and the labels."""
        for line in rows:
            for slot in line:
                if slot.state != "covered" and bare(slot.text) in known.labels:
                    self.claims.append(Claim(slot.key, 0, len(slot.text), "heading"))
        for one in placed(self.name, rows, known):
            self._number(one, table.rows[one.slot.key[1]].locator)

    def _number(self, one: Placed, locator: str) -> None:
        text, unit = _amount(number_text(one.slot.text), one.path[-1])
        fits = one.path not in self.cells and converted(self.kind, {one.path: text})[0] is not None
        if text and (unit or not fits):
            self.faults.append(Fault(self.name, one.path, one.slot.text.strip(), locator, taken=fits))
        if not text or fits:
            self.claims.append(Claim(one.slot.key, 0, len(one.slot.text), "task" if text else "heading"))
        if text and fits:
            self.cells[one.path] = text


def _amount(text: str, column: str) -> tuple[str, str]:
    """Part an amount from the unit that some write behind it, where the column is one of money."""
    units: list[str] = words("annual_form")["金额单位"].get(column, [])
    unit = next((one for one in units if text.endswith(one)), "")
    return text.removesuffix(unit), unit


def number_text(printed: str) -> str:
    """Bare a number of blanks and thousands separators; "" for what stands for an empty cell."""
    text = squeezed(printed)
    return "" if text in words("annual_form")["空格"] else _joined(text)


def _joined(text: str) -> str:
    """Drop the commas that part thousands: they have three digits behind them."""
    head, *groups = text.replace("，", ",").split(",")
    parted = (
        groups and 0 < len(head.lstrip("+-")) <= 3 and all(len(one.partition(".")[0]) == 3 for one in groups)
    )
    return head + "".join(groups) if parted else text


def _tables(document: Document, after: int) -> Iterator[tuple[int, Table]]:
    for index, block in enumerate(document.blocks):
        if index > after and isinstance(block, Table):
            yield index, block


def _parts(rows: Sequence[Line], known: dict[str, Vocabulary]) -> Iterator[tuple[str, list[Line]]]:
    """Part the rows of what is laid out as one table by the tables of the form; all of it "" is no part."""
    names = [_named(line, known) for line in rows]
    current = next(filter(None, names), "")
    parts: list[tuple[str, list[Line]]] = []
    for name, line in zip(names, rows, strict=True):
        if not parts or name not in {"", current}:
            current = name or current
            parts.append((current, []))
        parts[-1][1].append(line)
    return (part for part in parts if part[0])


def _named(line: Line, known: dict[str, Vocabulary]) -> str:
    """Tell which of the tables a row is of: the one most of whose words it has; "" for none."""
    said = [bare(slot.text) for slot in line if slot.state != "covered"]
    hits = {name: sum(one in words.own for one in said) for name, words in known.items()}
    best = max(hits, key=lambda name: hits[name])
    return best if hits[best] else ""


def fault_text(faults: Sequence[Fault]) -> str:
    """Say what is wrong with the cells of a table."""
    said: dict[str, str] = words("annual")["说明"]
    return "；".join(
        said["带单位" if one.taken else "不是数"].format(
            row="·".join(one.path[:-1]), column=one.path[-1], locator=one.locator, text=one.text
        )
        for one in faults
    )
