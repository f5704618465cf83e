"""A list of offices as written → the names one by one (data-model: How a document's words map to these fields)."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from gongkai_cli.lexicon.load import words
from gongkai_cli.planimport.offices.masked import FILLER, brackets, mask

_SURE = re.compile(r"\s*[、,;\n]\s*(?:以及|及|和|与)?\s*|\s*以及\s*")
_PERHAPS = re.compile(r"\s*[及和与/]\s*|\s+")
_MAX_NAME = 30
_MAX_PIECE = 120
OPEN_LIST = "“{said}”未列全，请补充或确认"
NOTE_LEFT_OUT = "括注“{said}”是说明，未计入名称"


class NameList(NamedTuple):
    """Names in the order written, and why a person has to look at them again."""

    names: tuple[str, ...]
    reasons: tuple[str, ...] = ()


class _Piece(NamedTuple):
    text: str
    joined_by: str


def joined(first: NameList, second: NameList) -> NameList:
    """Put two lists together, each name once."""
    return NameList(tuple(dict.fromkeys(first.names + second.names)), first.reasons + second.reasons)


@lru_cache(maxsize=8192)
def split_names(text: str) -> NameList:
    """Split `A、B以及C等有关单位` into names; brackets inside a name belong to it."""
    pieces = [part for piece in _pieces(_unbroken(text)) for part in _perhaps(piece)]
    names: list[str] = []
    reasons: list[str] = []
    for piece in pieces:
        name, said = _without_etc(clean(piece.text))
        if said:
            reasons.append(OPEN_LIST.format(said=said))
        name, note = _without_note(name)
        if note:
            reasons.append(NOTE_LEFT_OUT.format(said=note))
        if _belongs_to_group(name, piece.joined_by, names):
            names[-1] = f"{names[-1]}、{name}"
        elif name and not is_nobody(name):
            names.append(name)
    return NameList(tuple(dict.fromkeys(names)), tuple(reasons))


@lru_cache(maxsize=8192)
def is_name(text: str) -> bool:
    """Whether a text can be the name of an office, a group of offices or a body."""
    hidden = mask(text.strip())
    return 0 < len(hidden) <= _MAX_NAME and bool(_name_pattern().fullmatch(hidden))


def is_office(text: str) -> bool:
    """Whether the last name of a list ends as only an office does, so that what follows can be a verb."""
    names = split_names(text).names
    return bool(names) and are_names(text) and bool(_office_pattern().search(mask(names[-1])))


def are_names(text: str) -> bool:
    """Whether a text is a list in which every piece can be a name."""
    names = split_names(text).names
    return bool(names) and all(is_name(part) for name in names for part in name.split("、"))


def is_nobody(text: str) -> bool:
    """Whether a cell says that there is nobody (无, a dash)."""
    return text.strip() in words("offices")["无"]


def clean(text: str) -> str:
    """Take off what does not belong to a name: blanks, end marks, a leading 由 or 以及."""
    bare = re.sub(r"(?<![A-Za-z0-9])\s+|\s+(?![A-Za-z0-9])", "", text).strip("。.;；:：,，、—–- ")
    return re.sub(r"^(?:由|请|以及|并)(?=.)", "", bare)


def _pieces(text: str) -> list[_Piece]:
    hidden, pieces, start, joined_by = mask(text), [], 0, ""
    for found in _SURE.finditer(hidden):
        pieces.append(_Piece(text[start : found.start()], joined_by))
        start, joined_by = found.end(), found[0].strip()
    return [*pieces, _Piece(text[start:], joined_by)]


def _perhaps(piece: _Piece) -> list[_Piece]:
    """Split at 及, 和, 与, a slash or a blank, only where both sides are names by themselves."""
    if len(piece.text) > _MAX_PIECE:
        return [piece]
    for found in _PERHAPS.finditer(mask(piece.text)):
        left, right = piece.text[: found.start()], piece.text[found.end() :]
        if (
            len(left) > 1
            and _office_pattern().search(mask(left))
            and is_name(left)
            and is_name(_without_etc(right)[0])
        ):
            return [_Piece(left, piece.joined_by), *_perhaps(_Piece(right, "和"))]
    return [piece]


def _without_etc(name: str) -> tuple[str, str]:
    """Part `A等有关单位` into A and what left the list open."""
    found = _etc_pattern().fullmatch(mask(name))
    return (name[: found.end(1)], name[found.end(1) :]) if found else (name, "")


def _without_note(name: str) -> tuple[str, str]:
    """Part a name from a bracket at its end that explains and names nobody."""
    spans = list(brackets(name))
    if not spans or spans[-1][1] != len(name) or not spans[-1][0]:
        return name, ""
    start, end = spans[-1]
    note = name[start + 1 : end - 1]
    return (name[:start], name[start:end]) if re.search(words("offices")["括注"], note) else (name, "")


def _unbroken(text: str) -> str:
    """Join names that a narrow cell broke over lines; a line that ends as an office does ends a name."""
    lines: list[str] = []
    for line in (line.strip() for line in text.split("\n")):
        if (
            lines
            and not _office_pattern().search(mask(lines[-1]))
            and not re.search(r"[、，,；;]$", lines[-1])
        ):
            lines[-1] += line
        else:
            lines.append(line)
    return "\n".join(lines)


def _belongs_to_group(name: str, joined_by: str, before: list[str]) -> bool:
    """Whether a bare kind of office goes on with the 各 or 有关 before it (`各县、市、区政府`)."""
    return (
        joined_by == "、"
        and bool(before)
        and bool(re.search(words("offices")["统领"], before[-1]))
        and bool(_kind_pattern().fullmatch(mask(name)))
    )


@cache
def _name_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?![我你他])[^。;:!?“”、,由]*(?:{words('offices')['名称尾']}){FILLER}*")


@cache
def _office_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{words('offices')['机关尾']}){FILLER}*$")


@cache
def _etc_pattern() -> re.Pattern[str]:
    return re.compile(rf"(.*?)(?:{words('offices')['等']})")


@cache
def _kind_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{words('offices')['类别词']}){FILLER}*")
