"""Files offered as evidence, kept inside the workspace under `evidence/<year>/`, byte for byte."""

import hashlib
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.digest import digest
from gongkai_cli.store.evidence.filename import parted, safe
from gongkai_cli.store.paths import entries
from gongkai_cli.store.replace import replace

FOLDER = "evidence"
_MEGABYTE = 1024 * 1024


class Kept(Struct, frozen=True):
    """A file of evidence: where it is or will be, its SHA-256, and what to copy there; None if it is there."""

    file: str
    sha256: str
    source: Path | bytes | None


def look_at(root: Path, source: Path, year: int, taken: Mapping[str, str]) -> Kept:
    """Say where a file belongs: where it is if that is among the evidence, else in the folder of the year.

    `taken` are the files that are on their way there, with their digests. The file is read once, piece by piece.
    Refuses a file above the limit of `lexicon/evidence.yaml`, and a folder that leads out of the workspace.
    """
    refuse_large(source.name, _size(source))
    found = _digest(source)
    home, real = root.resolve(), source.resolve()
    file = real.relative_to(home).as_posix() if real.is_relative_to(home / FOLDER) else ""
    if file and all(safe(part) == part for part in file.split("/")):
        return Kept(file, found, None)
    return _placed(root, Kept(source.name, found, source), year, taken)


def look_at_bytes(root: Path, made: Kept, year: int, taken: Mapping[str, str]) -> Kept:
    """Say where a file that was made here belongs; `made` holds its name and, as `source`, its bytes."""
    data = made.source if isinstance(made.source, bytes) else b""
    refuse_large(made.file, len(data))
    return _placed(root, Kept(made.file, hashlib.sha256(data).hexdigest(), data), year, taken)


def keep(root: Path, kept: Kept) -> None:
    """Copy the file where it belongs, if it is not there yet; refuses one that changed since it was looked at."""
    if kept.source is None:
        return
    data = kept.source if isinstance(kept.source, bytes) else _bytes(kept.source)
    if hashlib.sha256(data).hexdigest() != kept.sha256:
        raise Refusal("changed-meanwhile", file=kept.source)
    path = root / kept.file
    if _there(path) != kept.sha256:  # another command may have kept the same file meanwhile
        replace(path, None, data)


def limit() -> int:
    """Return how many bytes a file of evidence may have."""
    return int(words("evidence")["文件上限"]) * _MEGABYTE


def refuse_large(name: str, size: int) -> None:
    """Refuse a file of more bytes than evidence may have."""
    if size > limit():
        raise Refusal("evidence-large", path=name, size=size // _MEGABYTE, limit=limit() // _MEGABYTE)


def _placed(root: Path, found: Kept, year: int, taken: Mapping[str, str]) -> Kept:
    """Find the name in the folder of the year under which a file can be kept, or is kept already."""
    _within(root, year)
    for name in _names(found.file):
        file = f"{FOLDER}/{year}/{name}"
        there = taken.get(file) or _there(root / file)
        if there in {"", found.sha256}:
            return Kept(file, found.sha256, None if there else found.source)
    raise AssertionError  # the names never end


def _within(root: Path, year: int) -> None:
    """Refuse a folder of evidence that is a link to somewhere else: what is copied there would not be shared."""
    if not (root / FOLDER / str(year)).resolve().is_relative_to(root.resolve()):
        raise Refusal("evidence-outside", folder=f"{FOLDER}/{year}")


def _names(name: str) -> Iterator[str]:
    """Yield the names to try: a file of the same name and other content stays as it is."""
    fit = safe(name)
    stem, suffix = parted(fit)
    yield fit
    yield from (f"{stem}-{number}{suffix}" for number in count(2))


def _there(path: Path) -> str:
    """Tell the digest of what has this name, however its letters are spelt; "" where nothing has it."""
    same = [one for one in entries(path.parent) if one.name.casefold() == path.name.casefold()]
    if not same:
        return ""
    ours = [one for one in same if one.name == path.name and not one.is_symlink()]
    return _digest(path) if ours else "other"


def _digest(path: Path) -> str:
    try:
        return digest(path)
    except OSError as error:
        raise _unreadable(path, error) from error


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError as error:
        raise _unreadable(path, error) from error


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as opened:
            return opened.read(limit() + 1)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> Refusal:
    return Refusal("evidence-unreadable", path=path, detail=error.strerror or error)
