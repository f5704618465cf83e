"""Pinyin that stands in brackets directly after the character it sounds: `務(wù)`, `行（xíng）`, `了(le)`."""

import re
import unicodedata

_INITIAL = "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])"
_FINAL = (
    "(?:[iu]ang|iong|uai|ueng|iao|ian|ing|uan|ang|eng|ong|[iuvü]e|ai|ei|ao|ou|an|en|er|in|un|ia|iu|ua|ui|uo|ün"
    "|[aoeiuü])"
)
_SYLLABLE = f"(?:{_INITIAL}{_FINAL}|ang|ai|ao|an|ei|en|er|ou|[aeo])"
_ONE = re.compile(_SYLLABLE)
_SEVERAL = re.compile(rf"{_SYLLABLE}(?:[ '’]?{_SYLLABLE})*")
_TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"
_HAN = "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_MARKS = "\u0300\u0301\u0304\u030c"
_TONES = dict.fromkeys(map(ord, _MARKS))
_BRACKET = re.compile(rf"[(（](?<={_HAN}[(（])([a-zü{_TONED}{_MARKS}'’ ]{{1,30}})[)）]")


def without_glosses(text: str) -> str:
    """Take the glosses out of a text."""
    return _BRACKET.sub(lambda found: "" if _is_gloss(found[1]) else found[0], text)


def glosses(text: str, *, toned: bool = False) -> int:
    """Count the glosses of a text; or only those that show a tone, which can be nothing else."""
    inner = _BRACKET.findall(text)
    return sum(1 for one in inner if _is_gloss(one) and (_has_tone(one) or not toned))


def _is_gloss(inner: str) -> bool:
    """One syllable with or without a tone, or several with one: a word such as `women` is none."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", inner).translate(_TONES)).strip()
    return bool(_ONE.fullmatch(plain) or (_has_tone(inner) and _SEVERAL.fullmatch(plain)))


def _has_tone(inner: str) -> bool:
    decomposed = unicodedata.normalize("NFD", inner)
    return any(ord(mark) in _TONES for mark in decomposed)
