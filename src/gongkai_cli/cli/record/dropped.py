"""A path as a terminal writes it when a file is dropped in: quoted, escaped, or as a `file:` address."""

import re
import shlex
from collections.abc import Callable, Iterator
from pathlib import Path

_ESCAPED = re.compile(r"\\(.)")
_QUOTES = ("'", '"', "“", "”", "‘", "’")


def dropped(text: str, start: Path) -> Path | None:
    """Find the file a text means, from a folder on; None where it means none, a folder included."""
    return next((path for path in _paths(text, start) if _is_file(path)), None)


def dropped_together(text: str, start: Path) -> list[Path]:
    """Find the files dropped in at once, parted by blanks outside quotes; nothing where any part is no file."""
    found = [dropped(part, start) for part in _parts(text)]
    return [path for path in found if path] if len(found) > 1 and all(found) else []


def is_folder(text: str, start: Path) -> bool:
    """Say if a text means a folder."""
    return any(_holds(path, Path.is_dir) for path in _paths(text, start))


def _paths(text: str, start: Path) -> Iterator[Path]:
    for reading in _readings(text.strip()):
        try:
            yield start / Path(reading).expanduser()
        except (RuntimeError, ValueError):  # `~nobody`
            continue


def _readings(text: str) -> Iterator[str]:
    """Yield the ways to read it: as it stands (a name may hold quotes), unquoted, unescaped, as an address."""
    yield text
    bare = text.removeprefix("& ").strip()  # PowerShell
    if "\\" in bare:
        yield _ESCAPED.sub(r"\1", bare)
    parts = _parts(bare)
    if len(parts) == 1:  # quotes within quotes, as a shell writes them
        yield parts[0]
    if len(bare) > 1 and bare[0] in _QUOTES and bare[-1] in _QUOTES:
        bare = bare[1:-1]
        yield bare
    if bare[:7].lower() == "file://":
        yield _of_address(bare)


def _parts(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:  # a quote that is never closed
        return []


def _of_address(text: str) -> str:
    """Read `file:///home/a/%E4%BC%9A.docx`, also with a host; on Windows a drive."""
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(text)
    path = unquote(parts.path, errors="surrogateescape")
    return path[1:] if re.match(r"/[A-Za-z]:", path) else path


def _is_file(path: Path) -> bool:
    return _holds(path, Path.is_file)


def _holds(path: Path, question: Callable[[Path], bool]) -> bool:
    try:
        return question(path)
    except (OSError, ValueError):  # a name too long, or with a NUL
        return False
