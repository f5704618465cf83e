"""A phrase as an office typed it → one plain spelling that the grammar need know."""

import re
import unicodedata
from functools import cache

from gongkai_cli.lexicon.numerals import NUMERAL, number

_NUMERALS = frozenset(NUMERAL.strip("[]"))
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def plain(text: str) -> str:
    """Half-width, without blanks and closing punctuation, Chinese numerals of dates and counts as digits."""
    narrow = "".join(unicodedata.normalize("NFKC", text).translate(_INVISIBLE).split())
    bare = narrow.strip("。.;,、")
    return bare if _NUMERALS.isdisjoint(bare) else _numerals().sub(lambda said: str(number(said[0])), bare)


@cache
def _numerals() -> re.Pattern[str]:
    """Match a year (二〇二一), a digit or a number of tens before its unit; `一二月` is none of them."""
    digit = "[〇零○一二两三四五六七八九]"
    return re.compile(f"(?<!{NUMERAL})(?:{digit}{{4}}|{digit}?十{digit}?|{digit})(?=年|月|日|号|季|个|天|周)")
