"""What a new workspace holds, as the program ships it: the files of `skeleton/` and the schemas.

There `dot_x` stands for `.x`, so that no file takes effect where it lies, and `x.jinja` for an `x` that is still to
be filled with what the workspace says of itself.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from gongkai_cli.store.schemas import FOLDER as SCHEMAS
from gongkai_cli.store.schemas import Schema, schemas_in
from gongkai_cli.store.shipped import shipped_folder

_DOT, _TO_FILL = "dot_", ".jinja"


class Pattern(Struct, frozen=True):
    """A file of a new workspace: where it goes, what it says, and whether that is still to be filled."""

    file: str
    data: bytes
    to_fill: bool


def patterns() -> list[Pattern]:
    """List every file of a new workspace, by name."""
    return sorted((*_own(), *_schemas()), key=lambda pattern: pattern.file)


def schemas() -> tuple[Schema, ...]:
    """List the schemas with the files they are for."""
    return schemas_in(shipped_folder(SCHEMAS))


def hook(name: str) -> bytes:
    """Read a git hook."""
    return (shipped_folder("hooks") / name).read_bytes()


def _own() -> Iterator[Pattern]:
    home = shipped_folder("skeleton")
    for path in _files(home):
        name = "/".join(_shown(part) for part in path.relative_to(home).parts)
        yield Pattern(name.removesuffix(_TO_FILL), path.read_bytes(), name.endswith(_TO_FILL))


def _schemas() -> Iterator[Pattern]:
    for path in _files(shipped_folder(SCHEMAS)):
        yield Pattern(f"{SCHEMAS}/{path.name}", path.read_bytes(), to_fill=False)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _shown(part: str) -> str:
    return "." + part.removeprefix(_DOT) if part.startswith(_DOT) else part
