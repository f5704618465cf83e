"""What a document's tables and outlines are reduced to before they become tasks."""

from typing import Literal, NamedTuple

from msgspec import Struct

Key = tuple[int, ...]
"""Where a text stands in the document: (block,) of a paragraph, (block, row, cell) of a table cell."""

State = Literal["own", "covered", "blank", "absent"]
Role = Literal["task", "heading", "header"]


class Claim(NamedTuple):
    """A stretch of the document's text and what it became: task, heading or header."""

    key: Key
    start: int
    end: int
    role: Role


class Said(NamedTuple):
    """What a cell says. `covered`: merged with the cell above; `blank`: there but empty; `absent`: not there."""

    text: str = ""
    state: State = "absent"


class Heading(NamedTuple):
    """A chapter or section heading with the place it counts for in ids ("" for none)."""

    text: str = ""
    number: str = ""


class Item(Struct, frozen=True, kw_only=True):
    """One task before its words are understood; `cells` column role → what its cell says.

    `number` is the printed number without its punctuation, `printed` the number with it.
    """

    chapter: Heading = Heading()
    section: Heading = Heading()
    number: str = ""
    printed: str = ""
    requirement: str
    cells: dict[str, Said] = {}
    locator: str
    claims: tuple[Claim, ...] = ()
    doubts: dict[str, str] = {}


class Found(Struct, frozen=True, kw_only=True):
    """The items of a document, the claims on its headings and column headings, where the plan starts, its doubts."""

    items: tuple[Item, ...]
    claims: tuple[Claim, ...]
    columns: frozenset[str]
    first_key: Key
    doubts: dict[str, str] = {}
