"""Marks of a conflict in a text, as git sets them: both versions of some lines, and perhaps what stood there before."""

import re

from msgspec import Struct

from gongkai_cli.model.problem import Position
from gongkai_cli.yamltext.fault import YamlFault

OURS, BASE, THEIRS = "本方版本", "原来的内容", "对方版本"
_MARK = re.compile(rb"(<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)(?: [^\n]*)?\r?\n?")
_PLACES = {b"<<<<<<<": "ours", b"|||||||": "base", b"=======": "theirs", b">>>>>>>": ""}
_FOLLOW = {"": {"ours"}, "ours": {"base", "theirs"}, "base": {"theirs"}, "theirs": {""}}


class Sides(Struct, frozen=True):
    """What a file with marks was made of; no base where not every conflict says what stood there before."""

    ours: bytes
    theirs: bytes
    base: bytes | None


def marked(ours: str, base: str | None, theirs: str) -> str:
    """Put two versions of some lines between marks, with what stood there before where that is known."""
    before = "" if base is None else f"||||||| {BASE}\n{base}"
    return f"<<<<<<< {OURS}\n{ours}{before}=======\n{theirs}>>>>>>> {THEIRS}\n"


def has_marks(data: bytes) -> bool:
    """Say if a conflict begins somewhere in a file."""
    return data.startswith(b"<<<<<<< ") or b"\n<<<<<<< " in data


def is_mark(line: bytes) -> bool:
    """Say if a line is a mark of a conflict."""
    return bool(_MARK.fullmatch(line))


def sides(data: bytes) -> Sides:
    """Give both versions of a file with marks in any of git's styles; a YamlFault where a mark is missing."""
    written: dict[str, list[bytes]] = {"ours": [], "base": [], "theirs": []}
    place, conflicts, bases = "", 0, 0
    for number, line in enumerate(data.splitlines(keepends=True), 1):
        mark = _MARK.fullmatch(line)
        following = _PLACES[mark[1]] if mark else None
        if following is None or (following == "theirs" and not place):
            for version in (place,) if place else written:
                written[version].append(line)
            continue
        if following not in _FOLLOW[place]:
            raise YamlFault("conflict-torn", Position(number))
        place, conflicts, bases = following, conflicts + (following == "ours"), bases + (following == "base")
    if place:
        raise YamlFault("conflict-torn", Position(data.count(b"\n") + 1))
    ours, base, theirs = (b"".join(written[version]) for version in ("ours", "base", "theirs"))
    return Sides(ours, theirs, base if conflicts == bases else None)
