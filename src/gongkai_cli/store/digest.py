"""SHA-256 of files, read piece by piece, never outside the workspace."""

import hashlib
from pathlib import Path


def digest(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal. Raises OSError."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def digest_inside(home: Path, file: str) -> str | None:
    """Return the SHA-256 of a file of the workspace whose resolved root is `home`.

    "" where there is no such file to be read; None where its path or a link leads out, and then nothing is opened.
    """
    try:
        path = (home / file).resolve()
        if not path.is_relative_to(home):
            return None
        return digest(path) if path.is_file() else ""
    except (OSError, ValueError):  # a name that no file can have, a file that cannot be read
        return ""
