"""What a message says beyond its own sentence: the word that was probably meant, a reason given in English."""

import unicodedata
from collections.abc import Mapping

_ASKED = "，是不是“{}”？"


def nearest(word: str, known: str) -> str:
    """Suggest the word that was probably meant, between two parts of a sentence.

    `known` lists the words, parted by line breaks or 、.
    """
    from difflib import get_close_matches  # noqa: PLC0415  only a message needs it

    words = known.split("\n") if "\n" in known else known.split("、")
    plain = unicodedata.normalize("NFKC", word).strip()
    for meant in (plain, plain.replace(".", "-").replace("—", "-"), plain.rpartition("/")[2]):
        if meant in words and meant != word:
            return _ASKED.format(meant)
    close = get_close_matches(plain, words, n=1, cutoff=0.5)
    return _ASKED.format(close[0]) if close else "；"


def in_chinese(detail: str, reasons: Mapping[str, str]) -> str:
    """Say a reason in Chinese: by the list, as it is where it is Chinese already, else in general."""
    return reasons.get(detail) or (reasons["其他"] if detail.isascii() else detail)
