"""Bytes of a web page → text: a byte order mark, else what the page says of itself, else UTF-8, else GB18030."""

import codecs
import re
from collections.abc import Iterator

from gongkai_cli.documents.remarks import remark

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_DECLARED = re.compile(
    rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_:-]+)|<\?xml[^>]*encoding=["']([\w-]+)""", re.IGNORECASE
)
_HEAD = 4096
_CHINESE = frozenset({"gb2312", "gbk", "gb18030", "gb_2312-80", "hz", "cp936", "x-gbk"})


def decoded(data: bytes, said: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return the text and remarks; `said` is the encoding a mail header names."""
    declared = said or _declared(data)
    for encoding in _candidates(data, declared):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text, _differs(declared, encoding)
    encoding = declared or "utf-8"
    text = data.decode(encoding, errors="replace")
    return text, (remark("encoding-broken", count=text.count("�"), encoding=encoding.upper()),)


def _candidates(data: bytes, declared: str | None) -> Iterator[str]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            yield encoding
    if declared:
        yield declared
    yield from ("utf-8", "gb18030")


def _declared(data: bytes) -> str | None:
    for found in _DECLARED.finditer(data[:_HEAD]):
        encoding = known((found[1] or found[2]).decode("ascii"))
        if encoding:
            return encoding
    return None


def known(name: str | None) -> str | None:
    """Return the encoding as Python calls it; GB2312 means GB18030; None for one that is unknown."""
    if not name:
        return None
    if name.lower() in _CHINESE:
        return "gb18030"
    try:
        codec = codecs.lookup(name)
    except LookupError:
        return None
    return codec.name if codec.name.startswith(("utf-8", "utf-16", "big5", "cp125", "iso8859")) else None


def _differs(declared: str | None, encoding: str) -> tuple[str, ...]:
    if declared in {None, encoding} or encoding.startswith("utf-") == str(declared).startswith("utf-"):
        return ()
    return (remark("encoding-differs", said=str(declared).upper(), encoding=encoding.upper()),)
