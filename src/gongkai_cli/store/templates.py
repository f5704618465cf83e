"""Where Word templates lie: a workspace's own comes first, else the one that came with the program."""

from pathlib import Path

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.shipped import shipped_folders

FOLDER = "templates"


def template(root: Path | None, kind: str) -> bytes:
    """Read the template of a kind of report (`year-end`)."""
    own = root / FOLDER / f"{kind}.docx" if root else None
    return _read(own) if own and own.exists() else shipped(kind)


def shipped(kind: str) -> bytes:
    """Read the template that came with the program; any other deserves less trust."""
    for folder in shipped_folders(FOLDER):
        if (folder / f"{kind}.docx").is_file():
            return _read(folder / f"{kind}.docx")
    raise Refusal("template-missing", kind=kind)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refusal("template-unreadable", file=file, detail=error.strerror) from error
