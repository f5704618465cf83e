"""The words of a printed label, bare of its number, its closing bracket and all marks: （一）予以公开 → 予以公开."""

import re
import unicodedata

from gongkai_cli.lexicon.load import words

_NUMBER = re.compile(r"(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+[、.]|\d{1,2}[.、]?)[、.]?")
_BRACKET = re.compile(r"\([^()]*\)$")


def bare(printed: str) -> str:
    """Bare a label; half- and full-width marks, straight and curly quotes come to the same."""
    text = "".join(unicodedata.normalize("NFKC", printed).split())
    number = _NUMBER.match(text)
    text = text[number.end() :] if number else text
    letters = _letters(_BRACKET.sub("", text)) or _letters(text)
    alias: str = words("annual_form")["别名"].get(letters, letters)
    return alias


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
