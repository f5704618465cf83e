"""A phrase as an office typed it → one plain spelling that the grammar need know."""

import re
import unicodedata
from functools import cache

_ONES = {char: str(value) for value, char in enumerate("零一二三四五六七八九")} | {
    "〇": "0",
    "○": "0",
    "两": "2",
}
_NUMERALS = frozenset(_ONES) | {"十"}
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def plain(text: str) -> str:
    """Half-width, without blanks and closing punctuation, Chinese numerals of dates and counts as digits."""
    narrow = "".join(unicodedata.normalize("NFKC", text).translate(_INVISIBLE).split())
    bare = narrow.strip("。.;,、")
    return _numerals().sub(_in_digits, bare) if _NUMERALS.intersection(bare) else bare


@cache
def _numerals() -> re.Pattern[str]:
    return re.compile(rf"[{''.join(sorted(_NUMERALS))}]+(?=年|月|日|号|季|个|天|周)")


def _in_digits(match: re.Match[str]) -> str:
    """`二〇二一` → 2021, `三十一` → 31; what is neither a year, a digit nor a number of tens stays as it is."""
    said = match[0]
    tens, ten, ones = said.partition("十")
    if ten and len(tens) <= 1 and len(ones) <= 1 and "十" not in ones:
        return _ONES.get(tens, "1") + _ONES.get(ones, "0")
    if not ten and len(said) in {1, 4}:
        return "".join(_ONES[char] for char in said)
    return said
