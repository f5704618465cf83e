"""What `init` made, so that it can renew its own files and never one that a person has changed.

The digests stand in `.gongkai.sha256`, in the format of sha256sum: `sha256sum -c` tells what was changed since. The
file is committed, because whoever renews the workspace next may sit at another computer. Line ends do not count.
The settings are a person's from the first day on and are never renewed.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from gongkai_cli.store import paths
from gongkai_cli.store.lock import locked
from gongkai_cli.store.replace import present, replace, told

FILE = ".gongkai.sha256"
_LINE = re.compile(r"^([0-9a-f]{64})  (.+)$", re.MULTILINE)
_PLACEHOLDER = ".gitkeep"  # git keeps no empty folder


class Outcome(StrEnum):
    """What became of a file, or would: `CHANGED` is one that a person has changed and that stays so."""

    NEW = "new"
    UPDATED = "updated"
    KEPT = "kept"
    CHANGED = "changed"
    GONE = "gone"
    SKIPPED = "skipped"


class Laid(Struct, frozen=True):
    """A file and what became of it; `now` is what is to be written, None where nothing is."""

    file: str
    outcome: Outcome
    was: bytes | None = None
    now: bytes | None = None

    @property
    def holds(self) -> bytes:
        """What the file holds in the end."""
        return (self.was if self.now is None else self.now) or b""


def lay(root: Path, files: Mapping[str, bytes], *, dry_run: bool) -> tuple[Laid, ...]:
    """Make the files that are missing, and renew those that were made here and that nobody has changed since.

    A file that was made and that somebody removed stays removed.
    """
    if dry_run:
        return tuple(_looked_at(root, files))
    with told(root):
        root.mkdir(parents=True, exist_ok=True)
    with locked(root):
        laid = tuple(_looked_at(root, files))
        for one in laid:
            if one.now is not None:
                replace(root / one.file, one.was, one.now)
        _remember(root, files, laid)
    return laid


def _looked_at(root: Path, files: Mapping[str, bytes]) -> Iterator[Laid]:
    made = _made(root)
    for file, now in files.items():
        if not _is_idle(root, file):
            yield _judged(root, file, now, made.get(file))


def _judged(root: Path, file: str, now: bytes, made: str | None) -> Laid:
    with told(root / file):
        was = present(root / file)
    if was is None:
        return Laid(file, Outcome.GONE) if made else Laid(file, Outcome.NEW, None, now)
    if file == paths.CONFIG or digest(was) == digest(now):
        return Laid(file, Outcome.KEPT, was)
    return Laid(file, Outcome.UPDATED, was, now) if made == digest(was) else Laid(file, Outcome.CHANGED, was)


def _is_idle(root: Path, file: str) -> bool:
    """Say whether a file only holds open a folder that is in use."""
    folder, _, name = file.rpartition("/")
    return name == _PLACEHOLDER and (root / folder).is_dir() and any((root / folder).iterdir())


def digest(data: bytes) -> str:
    """Tell a text by its SHA-256, whichever line ends a checkout gave it."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def _made(root: Path) -> dict[str, str]:
    with told(root / FILE):
        text = (present(root / FILE) or b"").decode("utf-8", "replace")
    return {file: made for made, file in _LINE.findall(text.replace("\r\n", "\n"))}


def _remember(root: Path, files: Mapping[str, bytes], laid: tuple[Laid, ...]) -> None:
    """Write down what was made now, beside what was made before."""
    ours = {one.file: digest(one.holds) for one in laid if one.file != paths.CONFIG}
    made = _made(root) | {file: held for file, held in ours.items() if held == digest(files[file])}
    text = "".join(f"{made[file]}  {file}\n" for file in sorted(made)).encode()
    with told(root / FILE):
        was = present(root / FILE)
    if was is None or was.replace(b"\r\n", b"\n") != text:
        replace(root / FILE, was, text)
