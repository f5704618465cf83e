"""A file → Document: what it is shows in its bytes; a suffix that says otherwise is told."""

import hashlib
from pathlib import Path

from gongkai_cli.documents.block import Document
from gongkai_cli.documents.kind import kind_of
from gongkai_cli.documents.readers import READERS
from gongkai_cli.documents.remarks import label, remark
from gongkai_cli.documents.simplify import simplified
from gongkai_cli.model.problem import Refusal

MAX_BYTES = 64 * 1024 * 1024
SUFFIXES: dict[str, str] = {
    **dict.fromkeys((".docx", ".docm", ".dotx"), "docx"),
    **dict.fromkeys((".doc", ".dot", ".wps", ".wpt"), "doc"),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx"), "xlsx"),
    **dict.fromkeys((".xls", ".xlt", ".et", ".ett"), "xls"),
    ".xlsb": "xlsb",
    ".ods": "ods",
    ".odt": "odt",
    ".rtf": "rtf",
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml"), "html"),
    **dict.fromkeys((".mht", ".mhtml"), "mht"),
    ".pdf": "pdf",
    **dict.fromkeys((".txt", ".md"), "text"),
}
_EITHER = frozenset({"docx", "doc", "rtf"}), frozenset({"xlsx", "xls"})


def read(path: Path) -> Document:
    """Transcribe a file in simplified characters. Refuses what `transcribe` refuses."""
    return simplified(transcribe(path))


def transcribe(path: Path) -> Document:
    """Transcribe a file as it is.

    Refuses one that is missing, too large, of an unknown kind, locked, torn, empty or binary.
    """
    data = _bytes(path)
    suffix = path.suffix.lower()
    kind = _kind(data, path.name, suffix)
    reading = READERS[kind](data, path.name)
    remarks = reading.remarks
    if SUFFIXES.get(suffix) != kind and not _usual(suffix, kind):
        remarks = (remark("suffix", suffix=suffix or "（没有）", label=label(kind)), *remarks)
    digest = hashlib.sha256(data).hexdigest()
    return Document(name=path.name, sha256=digest, blocks=reading.blocks, remarks=remarks)


def _kind(data: bytes, name: str, suffix: str) -> str:
    said = SUFFIXES.get(suffix)
    if not data.strip():
        raise Refusal("document-empty" if said else "document-kind", file=name, known=_known())
    kind = kind_of(data, name, plain=said == "text")
    if kind == "ofd":
        raise Refusal("document-ofd", file=name)
    if kind not in READERS or (kind == "text" and not said):
        raise Refusal("document-kind", file=name, known=_known())
    return kind


def _usual(suffix: str, kind: str) -> bool:
    """Whether programs themselves save this kind under this suffix: WPS does so with its own."""
    return suffix in {".wps", ".wpt", ".et", ".ett"} and any(
        {SUFFIXES[suffix], kind} <= pair for pair in _EITHER
    )


def _known() -> str:
    return "、".join(SUFFIXES)


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise Refusal("document-missing", file=path)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise Refusal("document-large", file=path.name, size=size // 2**20, limit=MAX_BYTES // 2**20)
        return path.read_bytes()
    except OSError as error:
        raise Refusal("document-unreadable", file=path, why=error.strerror or error) from error
