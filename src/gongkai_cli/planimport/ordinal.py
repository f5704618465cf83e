"""The number a heading or item begins with: 一、 → （一） → 1. → (1), with the level it stands for."""

import re
from functools import cache
from typing import NamedTuple

from gongkai_cli.lexicon.numerals import NUMERAL, number

CHAPTER, SECTION, ITEM, SUBITEM = 1, 2, 3, 4
_CIRCLED = {chr(0x2460 + index): index + 1 for index in range(20)}
_BLANKS = " \t\u3000\u00a0"

_FORMS = (
    (CHAPTER, rf"第(?P<n>{NUMERAL}+|\d+)(?:部分|章|编|篇|项任务)[、.．：:]?"),
    (CHAPTER, rf"(?P<n>{NUMERAL}{{1,3}})[、.．](?!\d)"),
    (SECTION, rf"[（(]\s*(?P<n>{NUMERAL}{{1,3}})\s*[）)][、.．]?"),
    (SECTION, rf"第(?P<n>{NUMERAL}+|\d+)节[、.．：:]?"),
    (ITEM, r"(?P<n>\d{1,3})\s*[.．、](?=\d{4}年)"),
    (ITEM, r"(?P<n>\d{1,2}(?:[.．]\d{1,2}){1,4})[、.．]?(?=[^\d.．%％年月日个次万亿元])"),
    (ITEM, r"(?!(?:19|20)\d\d\D)(?P<n>\d{1,4})\s*[.．、](?!\d)"),
    (SUBITEM, r"[（(]\s*(?P<n>\d{1,3})\s*[）)][、.．]?"),
    (SUBITEM, r"(?P<n>\d{1,3})[）)]"),
    (SUBITEM, rf"(?P<n>[{''.join(_CIRCLED)}])"),
)
_BEGINS = frozenset(f"第（(0123456789０１２３４５６７８９{_BLANKS}") | {*NUMERAL[1:-1]} | _CIRCLED.keys()
_ALONE = re.compile(rf"[（(]?(?P<n>\d{{1,4}}(?:[.．\-—]\d{{1,3}})*|{NUMERAL}{{1,4}})[）)]?[、.．]?")


class Ordinal(NamedTuple):
    """Level (1 chapter … 4 sub-item), the number without its punctuation (`1.1`), where in the text it ends."""

    level: int
    number: str
    end: int


def read_ordinal(text: str) -> Ordinal | None:
    """Read the ordinal at the start of a text, or None."""
    if text[:1] not in _BEGINS:
        return None
    start = _past_blanks(text, 0)
    for level, form in _FORMS:
        found = _pattern(form).match(text, start)
        if found:
            return Ordinal(level, _plain(found["n"]), _past_blanks(text, found.end()))
    return None


@cache
def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(form)


def _past_blanks(text: str, start: int) -> int:
    return len(text) - len(text[start:].lstrip(_BLANKS))


def read_number_cell(text: str) -> str:
    """Read a cell of the 序号 column (`3`, `（1）`, `①`, `1.1`, `三`): digits with dots between, or "" for none."""
    bare = re.sub(r"\s", "", text)
    if bare in _CIRCLED:
        return str(_CIRCLED[bare])
    found = _ALONE.fullmatch(bare)
    return _plain(found["n"]) if found else ""


def _plain(said: str) -> str:
    if said in _CIRCLED:
        return str(_CIRCLED[said])
    parts = re.split(r"[.．\-—]", said)
    return ".".join(str(number(part)) for part in parts)
