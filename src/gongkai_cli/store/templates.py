"""Where Word templates lie: a workspace's own comes first, else the one that came with the program."""

from pathlib import Path

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.paths import entries
from gongkai_cli.store.shipped import shipped_folders

FOLDER = "templates"
_SUFFIX = ".docx"


def template(root: Path | None, kind: str) -> bytes:
    """Read the template of a kind of report (`year-end`)."""
    own = root / own_file(kind) if root else None
    return _read(own) if own and own.exists() else shipped(kind)


def shipped(kind: str) -> bytes:
    """Read the template that came with the program; any other deserves less trust."""
    for folder in shipped_folders(FOLDER):
        if (folder / f"{kind}.docx").is_file():
            return _read(folder / f"{kind}.docx")
    raise Refusal("template-missing", kind=kind)


def own_file(kind: str) -> str:
    """Say where a workspace keeps its own template of a kind, relative to its root."""
    return f"{FOLDER}/{kind}{_SUFFIX}"


def own_templates(root: Path) -> list[str]:
    """List the templates a workspace has, by the name of their kind."""
    files = (Path(one.name) for one in entries(root / FOLDER) if one.is_file())
    return [file.stem for file in files if file.suffix.lower() == _SUFFIX]


def template_file(file: Path) -> bytes:
    """Read a template wherever it lies."""
    if not file.is_file():
        raise Refusal("template-file-missing", file=file)
    return _read(file)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refusal("template-unreadable", file=file, detail=error.strerror) from error
