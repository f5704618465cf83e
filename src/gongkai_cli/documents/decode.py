"""Bytes of a text file → text: UTF-8 (with or without BOM), UTF-16 with BOM, else GB18030; never guessed further."""

from gongkai_cli.model.problem import Refusal

_BINARY = frozenset(range(9)) | frozenset(range(14, 27)) | frozenset(range(28, 32))
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")


def decode(data: bytes, name: str) -> tuple[str, str]:
    """Return the text with plain line ends and the encoding's name. Refuses what is empty or no text."""
    if not data.strip():
        raise Refusal("document-empty", file=name)
    text, encoding = _decoded(data, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Refusal("document-empty", file=name)
    return text, encoding


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    if data.startswith(_UTF16_BOMS):
        encodings = ["utf-16"]
    elif _BINARY.intersection(data):
        raise Refusal("document-binary", file=name)
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise Refusal("document-binary", file=name)
