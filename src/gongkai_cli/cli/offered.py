"""Evidence as the user offers it on the command line: `报道 发布会实录 https://…`, or the path of a file."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import EvidenceKind
from gongkai_cli.store.evidence import Kept, look_at

_LINK = re.compile(r"(?:^|\s)(https?://\S+)$", re.IGNORECASE)
_BY_SUFFIX = {
    "图片": {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic"},
    "文件": {".pdf", ".ofd", ".doc", ".docx", ".wps", ".xls", ".xlsx", ".et", ".txt", ".md"},
}


class Offer(Struct, frozen=True):
    """One piece of evidence, as a ledger says it; and the file to keep, where it is one."""

    said: dict[str, str]
    kept: Kept | None = None


class Place(Struct, frozen=True):
    """Where the user stands, the workspace's root, the year the evidence belongs to, the files offered before."""

    start: Path
    root: Path
    year: int
    taken: dict[str, str] = {}


def offers(texts: Iterable[str], place: Place) -> list[Offer]:
    """Read the evidence of one record, in which two files may have one name or one file may stand twice."""
    read: list[Offer] = []
    for text in texts:
        taken = {one.kept.file: one.kept.sha256 for one in read if one.kept}
        read.append(offer(text, replace(place, taken=taken)))
    return read


def offer(text: str, place: Place) -> Offer:
    """Read one `--evidence`: a link or a file, optionally after a kind and a title."""
    link = _LINK.search(text)
    if link:
        kind, title = _kind_and_title(text[: link.start()])
        return Offer(_said(kind or "其他", title, 链接=link[1]))
    head, path = _file(text, place.start)
    kind, title = _kind_and_title(head)
    kept = look_at(place.root, path, place.year, place.taken)
    return Offer(
        _said(kind or _by_suffix(path), title or path.stem, 文件=kept.file, sha256=kept.sha256), kept
    )


def _file(text: str, start: Path) -> tuple[str, Path]:
    """Part a title from a path, which may hold spaces itself: the longest end that is a file."""
    words = re.split(r"(?<=\s)", text.strip())
    for index in range(len(words)):
        path = start / Path("".join(words[index:])).expanduser()
        if path.is_file():
            return "".join(words[:index]), path
    raise Refusal("no-such-evidence", value=text)


def _kind_and_title(text: str) -> tuple[str, str]:
    kind, _, title = text.strip().partition(" ")
    return (kind, title.strip()) if kind in get_args(EvidenceKind) else ("", text.strip())


def _by_suffix(path: Path) -> str:
    suffix = path.suffix.lower()
    return next((kind for kind, suffixes in _BY_SUFFIX.items() if suffix in suffixes), "其他")


def _said(kind: str, title: str, **rest: str) -> dict[str, str]:
    return {"类型": kind, **({"标题": title} if title else {}), **rest}
