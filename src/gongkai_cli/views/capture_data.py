"""A web page that was kept as evidence, for programs."""

from collections.abc import Iterable
from datetime import datetime

import msgspec
from msgspec import Struct

from gongkai_cli.model.record import Evidence


class CapturedFile(Struct, frozen=True, kw_only=True):
    """A file that was kept, and its digest."""

    file: str
    sha256: str


class CaptureData(Struct, frozen=True, kw_only=True):
    """The answer of `evidence capture`; `ledger` is null where the files were put to no record."""

    captured_at: str
    title: str
    url: str
    files: tuple[CapturedFile, ...]
    ledger: str | None


def capture_json(at: datetime, evidence: Iterable[Evidence], ledger: str | None) -> str:
    """Say what was kept, when, and in which ledger it was put to a record."""
    kept = tuple(evidence)
    files = tuple(CapturedFile(file=one.file, sha256=one.sha256) for one in kept)
    data = CaptureData(
        captured_at=at.isoformat(timespec="seconds"),
        title=kept[0].title,
        url=kept[0].url,
        files=files,
        ledger=ledger,
    )
    return msgspec.json.encode(data).decode()
