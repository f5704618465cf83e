"""A file's name made fit for every system the workspace is cloned to: Windows, macOS and Linux."""

import re
import unicodedata
from pathlib import PurePosixPath

from gongkai_cli.lexicon.load import words

_UNFIT = re.compile(r'[/\\:*?"<>|]')
_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}  # line breaks, what turns the line about, bytes that are no text
_SUFFIX = 20  # characters: what is longer is no suffix
_INSTEAD = "_"


def safe(name: str) -> str:
    """Keep the clerk's name as far as it can stand everywhere.

    Composed as Windows writes it (macOS does not), without path separators, unseen characters, blanks or dots at the
    ends and names Windows keeps for devices; shortened to the bytes of `文件名最长`, the suffix kept.
    """
    text = unicodedata.normalize("NFC", name)
    text = "".join(_INSTEAD if unicodedata.category(one) in _UNSEEN else one for one in text)
    text = _UNFIT.sub(_INSTEAD, text).lstrip(".~ ").rstrip(". ") or _INSTEAD
    stem, suffix = parted(text)
    if stem.partition(".")[0].rstrip().upper() in words("evidence")["保留名"]:
        stem = _INSTEAD + stem
    return _shortened(stem, suffix) + suffix


def parted(name: str) -> tuple[str, str]:
    """Part a name from its suffix, where it has one."""
    path = PurePosixPath(name)
    return (path.stem, path.suffix) if 0 < len(path.suffix) <= _SUFFIX else (name, "")


def _shortened(stem: str, suffix: str) -> str:
    room = int(words("evidence")["文件名最长"]) - len(suffix.encode())
    kept = stem.encode()[:room].decode("utf-8", "ignore")
    return kept if kept == stem else kept.rstrip(". ")
