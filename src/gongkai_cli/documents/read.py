"""A file → Document: the reader is chosen by the file's suffix."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from gongkai_cli.documents import text
from gongkai_cli.documents.block import Document
from gongkai_cli.documents.decode import decode
from gongkai_cli.model.problem import Refusal

Reader = Callable[[bytes, str], Document]

MAX_BYTES = 64 * 1024 * 1024


def read(path: Path) -> Document:
    """Transcribe a file. Refuses one that is missing, too large, of an unknown kind, empty or binary."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise Refusal("document-kind", file=path.name, known="、".join(READERS))
    return reader(_bytes(path), path.name)


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


def _plain(data: bytes, name: str) -> Document:
    content, encoding = decode(data, name)
    remarks = () if encoding == "utf-8-sig" else (f"按 {encoding.upper()} 编码读取",)
    digest = hashlib.sha256(data).hexdigest()
    return Document(name=name, sha256=digest, blocks=text.blocks(content), remarks=remarks)


READERS: dict[str, Reader] = {".txt": _plain, ".md": _plain}
