"""Where Word templates lie: a workspace's own comes first, else the one that came with the program."""

from pathlib import Path

from gongkai_cli.model.problem import Refusal

FOLDER = "templates"

_PACKAGE = Path(__file__).parents[1]
_SHIPPED = (_PACKAGE / FOLDER, _PACKAGE.parents[1] / FOLDER)
"""Inside the installed package, or at the root of a source checkout."""


def template(root: Path | None, kind: str) -> bytes:
    """Read the template of a kind of report (`year-end`)."""
    own = root / FOLDER / f"{kind}.docx" if root else None
    return _read(own) if own and own.exists() else shipped(kind)


def shipped(kind: str) -> bytes:
    """Read the template that came with the program; any other deserves less trust."""
    for folder in _SHIPPED:
        if (folder / f"{kind}.docx").is_file():
            return _read(folder / f"{kind}.docx")
    raise Refusal("template-missing", kind=kind)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refusal("template-unreadable", file=file, detail=error.strerror) from error
