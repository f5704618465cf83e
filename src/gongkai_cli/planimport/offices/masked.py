"""Text whose brackets are hidden, so that patterns see a responsibility's outer words only.

A masked text is as long as its text: brackets and what they hold become one filler character each, full-width
punctuation and digits become half-width, so that a match in the mask is a slice of the text.
"""

from collections.abc import Iterator
from functools import lru_cache

FILLER = "\ue000"
_OPEN = "（(〔[【"
_CLOSE = "）)〕]】"
_HALF = str.maketrans("，；：／－１２３４５６７８９０．", ",;:/-1234567890.")


@lru_cache(maxsize=8192)
def mask(text: str) -> str:
    """Hide what stands in brackets; an unclosed bracket hides nothing."""
    shown = list(text.translate(_HALF))
    for start, end in brackets(text):
        shown[start:end] = FILLER * (end - start)
    return "".join(shown)


def brackets(text: str) -> tuple[tuple[int, int], ...]:
    """Give start and end of each outermost pair of brackets."""
    return tuple(_brackets(text))


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    depth, start = 0, 0
    for index, char in enumerate(text):
        if char in _OPEN:
            if depth == 0:
                start = index
            depth += 1
        elif char in _CLOSE and depth:
            depth -= 1
            if depth == 0:
                yield start, index + 1
