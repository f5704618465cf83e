"""Evidence files a report shows as pictures, read when it comes to them."""

from errno import EFBIG
from pathlib import Path

_LIMIT = 64 * 2**20
"""Bytes of a picture; a page photographed whole has a few million."""


def picture(root: Path, file: str) -> bytes:
    """Read an evidence file of the workspace; an OSError where it is none, leads out of it, or is too large (EFBIG)."""
    home = root.resolve()
    path = (home / file).resolve()
    if not path.is_relative_to(home) or not path.is_file():
        raise FileNotFoundError(file)
    if path.stat().st_size > _LIMIT:
        raise OSError(EFBIG, file)
    return path.read_bytes()
