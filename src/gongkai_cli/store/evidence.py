"""Files offered as evidence, kept inside the workspace under `evidence/<year>/`."""

import hashlib
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from msgspec import Struct

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.replace import replace

FOLDER = "evidence"


class Kept(Struct, frozen=True):
    """A file of evidence: where it is or will be, what it holds, and whether it has to be copied there."""

    file: str
    sha256: str
    data: bytes | None


def look_at(root: Path, source: Path, year: int, taken: Mapping[str, str]) -> Kept:
    """Say where a file belongs: where it is if that is inside the workspace, else in the folder of the year.

    `taken` are the files that are on their way there, with their digests.
    """
    data = _bytes(source)
    digest = hashlib.sha256(data).hexdigest()
    home, real = root.resolve(), source.resolve()
    if real.is_relative_to(home):
        return Kept(real.relative_to(home).as_posix(), digest, None)
    for file in _names(source.name, year):
        there = taken.get(file) or _digest(root / file)
        if there == digest:
            return Kept(file, digest, None)
        if not there:
            return Kept(file, digest, data)
    raise AssertionError  # the names never end


def keep(root: Path, kept: Kept) -> None:
    """Copy the file where it belongs, if it is not there yet."""
    if kept.data is not None:
        path = root / kept.file
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, None, kept.data)


def _names(name: str, year: int) -> Iterator[str]:
    """Yield the names to try: a file of the same name and other content stays as it is."""
    stem, suffix = Path(name).stem, Path(name).suffix
    yield f"{FOLDER}/{year}/{name}"
    yield from (f"{FOLDER}/{year}/{stem}-{number}{suffix}" for number in count(2))


def _digest(path: Path) -> str:
    return hashlib.sha256(_bytes(path)).hexdigest() if path.exists() else ""


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refusal("evidence-unreadable", path=path, detail=error.strerror or error) from error
