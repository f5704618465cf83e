"""What `gongkai init` did, what is still missing, and what to do next."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.views.page import Line, Page, paragraph
from gongkai_cli.views.width import padded, wide

_NUMBER = re.compile(r"^ *\d\. ")
_PLACEHOLDER = ".gitkeep"  # stands for its folder


class Row(NamedTuple):
    """What became (a word of 结果 in `lexicon/init.yaml`) of what."""

    outcome: str
    what: str


class Note(Struct, frozen=True):
    """The code of a note and what it is about."""

    code: str
    about: dict[str, str] = {}


class Founded(Struct, frozen=True, kw_only=True):
    """What became of the files and of the settings of git, what to note, and the code of what comes next."""

    files: tuple[Row, ...] = ()
    settings: tuple[Row, ...] = ()
    notes: tuple[Note, ...] = ()
    ending: str


def setting(code: str, about: dict[str, str]) -> str:
    """Name a setting of git."""
    said: str = words("init")["设置"][code]
    return said.format(**about)


def founding_page(founded: Founded, width: int) -> Page:
    """Tell it all: files gathered by what became of them, a line for each setting, the notes, what is next."""
    told = words("init")
    rows = [*_gathered(founded.files, told["结果"]), *founded.settings]
    notes = (told["提醒"][one.code].format_map(one.about) for one in founded.notes)
    return (
        *(part for row in rows for part in _listed(row, told["结果"], width)),
        *(part for note in notes for part in paragraph(note, width, label=told["注意"], style="yellow")),
        *(
            part
            for text in told["下一步"][founded.ending].rstrip().split("\n")
            for part in _indented(text, width)
        ),
    )


def _indented(text: str, width: int) -> tuple[Line, ...]:
    """Wrap a line below its own number."""
    said = _NUMBER.sub("", text)
    return paragraph(said, width, label=text[: len(text) - len(said)])


def _gathered(files: Iterable[Row], outcomes: Iterable[str]) -> Iterator[Row]:
    names: dict[str, list[str]] = {outcome: [] for outcome in outcomes}
    for row in files:
        names[row.outcome].append(row.what.removesuffix(_PLACEHOLDER))
    yield from (Row(outcome, "、".join(found)) for outcome, found in names.items() if found)


def _listed(row: Row, outcomes: dict[str, str], width: int) -> tuple[Line, ...]:
    column = max(map(wide, outcomes.values())) + 2
    return paragraph(row.what, width, label=padded(outcomes[row.outcome], column))
