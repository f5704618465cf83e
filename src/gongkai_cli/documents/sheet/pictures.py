"""Whether pictures were put into a workbook, which no cell shows."""

import zipfile
from pathlib import Path

_FOLDERS = ("xl/media/", "Pictures/")


def holds_pictures(path: Path) -> bool:
    """Say whether an .xlsx or .ods holds pictures; no older workbook tells."""
    try:
        with zipfile.ZipFile(path) as archive:
            return any(name.startswith(_FOLDERS) for name in archive.namelist())
    except (zipfile.BadZipFile, OSError):
        return False
