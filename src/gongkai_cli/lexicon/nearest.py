"""The word that was probably meant by one nobody knows."""

import unicodedata

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
