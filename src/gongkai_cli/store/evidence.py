"""Files offered as evidence, kept inside the workspace under `evidence/<year>/`, byte for byte."""

import hashlib
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.filename import parted, safe
from gongkai_cli.store.paths import entries
from gongkai_cli.store.replace import replace

FOLDER = "evidence"
_MEGABYTE = 1024 * 1024


class Kept(Struct, frozen=True):
    """A file of evidence: where it is or will be, its SHA-256, and where to copy it from; None if it is there."""

    file: str
    sha256: str
    source: Path | None


def look_at(root: Path, source: Path, year: int, taken: Mapping[str, str]) -> Kept:
    """Say where a file belongs: where it is if that is among the evidence, else in the folder of the year.

    `taken` are the files that are on their way there, with their digests. The file is read once, piece by piece.
    Refuses a file above the limit of `lexicon/evidence.yaml`, and a folder that leads out of the workspace.
    """
    digest = _measured_digest(source)
    home, real = root.resolve(), source.resolve()
    file = real.relative_to(home).as_posix() if real.is_relative_to(home / FOLDER) else ""
    if file and all(safe(part) == part for part in file.split("/")):
        return Kept(file, digest, None)
    _within(root, year)
    for name in _names(source.name):
        file = f"{FOLDER}/{year}/{name}"
        there = taken.get(file) or _there(root / file)
        if there == digest:
            return Kept(file, digest, None)
        if not there:
            return Kept(file, digest, source)
    raise AssertionError  # the names never end


def keep(root: Path, kept: Kept) -> None:
    """Copy the file where it belongs, if it is not there yet; refuses one that changed since it was looked at."""
    if kept.source is None:
        return
    data = _bytes(kept.source)
    if hashlib.sha256(data).hexdigest() != kept.sha256:
        raise Refusal("changed-meanwhile", file=kept.source)
    path = root / kept.file
    if _there(path) != kept.sha256:  # another command may have kept the same file meanwhile
        replace(path, None, data)


def limit() -> int:
    """Return how many bytes a file of evidence may have."""
    return int(words("evidence")["文件上限"]) * _MEGABYTE


def _measured_digest(source: Path) -> str:
    size = _size(source)
    if size > limit():
        raise Refusal("evidence-large", path=source.name, size=size // _MEGABYTE, limit=limit() // _MEGABYTE)
    return _digest(source)


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
        with path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
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
