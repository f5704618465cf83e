"""Folders that came with the program: inside the installed package, or at the root of a source checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def shipped_folders(name: str) -> tuple[Path, Path]:
    """Say where a folder that came with the program may lie, best first."""
    return _PACKAGE / name, _PACKAGE.parents[1] / name


def shipped_folder(name: str) -> Path:
    """Find a folder that every installation has."""
    return next(folder for folder in shipped_folders(name) if folder.is_dir())
