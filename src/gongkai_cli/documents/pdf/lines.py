"""Characters where they stand on a page → lines; lines → texts, where the page's width broke them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

Char = Mapping[str, Any]

_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—·①-⑳\U00020000-\U0003ffff]")
_UNIT = re.compile(r"[（《“‘【(]*(?:[A-Za-z0-9.,%/:_-]+|.)[，。、；：！？）》”’】%)]*")
_ANEW = re.compile(
    r"\s|[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,3})[）)、]|\d{1,3}[.．](?!\d)|[①-⑳]|第[一二三四五六七八九十]+[章节部]"
)
_LATIN_END, _LATIN_START = re.compile(r"[A-Za-z0-9,;:]$"), re.compile(r"[A-Za-z]")
_NO_CHARACTER = re.compile(r"\(cid:\d+\)|[\ue000-\uf8ff\x00-\x08]")
UNREADABLE = "�"


class Line(NamedTuple):
    """A line of text, where it stands, and how large its characters are."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.x1 - self.x0


def lines(chars: Iterable[Char]) -> list[Line]:
    """Put characters into lines, from the top down; those of a line overlap in height."""
    rows: list[list[Char]] = []
    for char in sorted(chars, key=lambda char: (_middle(char), char["x0"])):
        if rows and _middle(char) - _middle(rows[-1][0]) < 0.5 * max(char["size"], 4):
            rows[-1].append(char)
        else:
            rows.append([char])
    found = (_line(sorted(row, key=lambda char: float(char["x0"]))) for row in rows)
    return [line for line in found if line.text]


def goes_on(line: Line, following: str, room: float) -> bool:
    """Whether a line was broken because what follows did not fit in the room beside it."""
    if _ANEW.match(following):
        return False
    unit = _UNIT.match(following)
    needed = sum(1.0 if _WIDE.match(sign) else 0.55 for sign in unit[0]) if unit else 1.0
    return room < (needed + 0.4) * line.size


def joined(first: str, second: str) -> str:
    """Put together what a line's end broke: words of letters keep a blank between them."""
    between = " " if _LATIN_END.search(first) and _LATIN_START.match(second) else ""
    return f"{first}{between}{second}"


def cell_text(found: Sequence[Line], width: float, pad: float) -> str:
    """Return the text of a cell of this width; line ends that the width did not make stay."""
    text = ""
    for place, line in enumerate(found):
        if not text:
            text = line.text
        elif goes_on(found[place - 1], line.text, width - 2 * pad - found[place - 1].width):
            text = joined(text, line.text)
        else:
            text = f"{text}\n{line.text}"
    return text


def _line(chars: Sequence[Char]) -> Line:
    size = max(float(char["size"]) for char in chars)
    text, end = "", None
    for char in chars:
        sign = _NO_CHARACTER.sub(UNREADABLE, char["text"])
        if end is not None and text and not text[-1].isspace() and not sign.isspace():
            wide = _WIDE.match(sign) or _WIDE.match(text[-1])
            text += " " if char["x0"] - end > (0.6 if wide else 0.2) * size else ""
        text += sign
        end = char["x1"]
    seen = [char for char in chars if not char["text"].isspace()] or chars
    box = (min(c["x0"] for c in seen), max(c["x1"] for c in seen))
    return Line(
        " ".join(text.split()), *box, min(c["top"] for c in seen), max(c["bottom"] for c in seen), size
    )


def _middle(char: Char) -> float:
    return (float(char["top"]) + float(char["bottom"])) / 2
