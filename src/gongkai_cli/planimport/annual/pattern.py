"""The patterns of `lexicon/annual.yaml`, compiled when first asked for."""

import re
from functools import cache
from typing import Any

from gongkai_cli.lexicon.load import words


def said(name: str) -> Any:
    """Take one entry of the lexicon as it is."""
    return words("annual")[name]


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Compile one pattern."""
    return filled(said(name))


@cache
def filled(text: str) -> re.Pattern[str]:
    """Compile a pattern whose 〈names〉 stand for pieces, which may name pieces themselves."""
    pieces = words("front")["片段"] | said("片段")
    while "〈" in text:
        text = re.sub("〈(.+?)〉", lambda piece: pieces[piece[1]], text)
    return re.compile(text)
