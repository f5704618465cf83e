"""What `gongkai init` did, what is still missing, and what to do next."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, NamedTuple

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.views.page import Line, Page, Span, paragraph
from gongkai_cli.views.width import padded, wide

_NUMBER = re.compile(r"^ *\d\. ")
_FEW = 2
_AND = "、"
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
    notes = (told["提醒"][one.code].format_map(one.about) for one in founded.notes)
    return (
        *_files(founded.files, told, width),
        *(part for row in founded.settings for part in paragraph(row.what, width, label=_label(row.outcome))),
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


def _files(files: Iterable[Row], told: dict[str, Any], width: int) -> Iterator[Line]:
    names: dict[str, list[str]] = {outcome: [] for outcome in told["结果"]}
    for row in files:
        names[row.outcome].append(row.what.removesuffix(_PLACEHOLDER))
    for outcome, found in names.items():
        label = _label(outcome)
        for text in _packed(_folded(found, told["目录"]), width - wide(label)):
            yield Line((Span(label, "dim"), Span(text)))
            label = " " * wide(label)


def _folded(files: Iterable[str], as_folder: str) -> Iterator[str]:
    """Name a folder in place of its files, where they are many."""
    for folder, some in groupby(files, key=lambda file: file.rpartition("/")[0]):
        names = list(some)
        many = folder and len(names) > _FEW
        yield from [as_folder.format(folder=folder)] if many else names


def _packed(names: Iterable[str], room: int) -> list[str]:
    """Put as many names on a line as go there whole."""
    lines: list[str] = []
    for name in names:
        if lines and wide(f"{lines[-1]}{_AND}{name}{_AND}") <= room:
            lines[-1] += f"{_AND}{name}"
        else:
            lines.append(name)
    return [f"{text}{_AND}" for text in lines[:-1]] + lines[-1:]


def _label(outcome: str) -> str:
    outcomes: dict[str, str] = words("init")["结果"]
    return padded(outcomes[outcome], max(map(wide, outcomes.values())) + 2)
