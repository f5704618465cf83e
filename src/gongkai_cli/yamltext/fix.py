"""Mending a text of YAML where only one mending is possible: signs of the keyboard, blanks at the ends of lines, CRLF.

Never a value: what reads cleanly reads the same afterwards, and what did not reads as the slips say it was meant.
"""

from collections.abc import Iterator

import yaml
from msgspec import Struct

from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.keys import Keys
from gongkai_cli.yamltext.read import Data, load, loader
from gongkai_cli.yamltext.slips import find, mend

TRAILING, LINE_END = "trailing-blanks", "line-end"
_ROUNDS = 5  # a mending can bring another slip to light


class Change(Struct, frozen=True):
    """A line that was mended, counted from 1: for which slips, and how it read before and after."""

    line: int
    codes: tuple[str, ...]
    before: str
    after: str


def tidied(text: str) -> tuple[str, tuple[Change, ...]]:
    """Take away blanks at the ends of lines and the CR of CRLF, where no value holds them."""
    plain = text.replace("\r\n", "\n")
    kept = _kept_lines(plain)
    lines = [line if number in kept else line.rstrip(" ") for number, line in enumerate(plain.split("\n"))]
    fixed = "\n".join(lines)
    if _data(fixed) != _data(text):
        fixed = plain
    if _data(fixed) != _data(text):
        return text, ()
    return fixed, (*_ends(text, fixed), *_changes(plain, fixed, {}, TRAILING))


def mended(text: str, keys: Keys) -> tuple[str, tuple[Change, ...]]:
    """Mend the slips that can be mended only one way; nothing where the text is not read afterwards."""
    fixed = text
    codes: dict[tuple[int, str], None] = {}
    for _ in range(_ROUNDS):
        codes |= {(at.line, code): None for code, at, _ in find(fixed, keys)}
        if (after := mend(fixed, keys)) == fixed:
            break
        fixed = after
    if fixed == text or _data(fixed) is None:
        return text, ()
    return fixed, tuple(_changes(text, fixed, codes))


def _data(text: str) -> Data:
    """Read a text; None where it does not read."""
    try:
        return load(text)
    except YamlFault:
        return None


def _kept_lines(text: str) -> set[int]:
    """Return the lines (from 0) that belong to a quoted text or a block of text; all, where nobody can tell."""
    kept: set[int] = set()
    try:
        for token in yaml.scan(text, Loader=loader):
            if isinstance(token, yaml.ScalarToken) and token.style:
                after = token.end_mark.line + bool(token.end_mark.column)
                kept.update(range(token.start_mark.line, after))
    except yaml.YAMLError:
        return set(range(text.count("\n") + 1))
    return kept


def _ends(before: str, after: str) -> Iterator[Change]:
    """Tell once, at the first such line, that line ends were changed."""
    if "\r\n" in before and "\r\n" not in after:
        yield Change(before[: before.index("\r\n")].count("\n") + 1, (LINE_END,), "", "")


def _changes(
    before: str, after: str, found: dict[tuple[int, str], None], always: str = ""
) -> Iterator[Change]:
    for number, (was, now) in enumerate(zip(before.split("\n"), after.split("\n"), strict=True), 1):
        if was != now:
            codes = tuple(code for line, code in found if line == number)
            yield Change(number, codes or (always,), was, now)
