"""The JSON Schemas that lie beside a workspace's data, and the line by which an editor finds the one of a file."""

from pathlib import Path, PurePosixPath

import msgspec
from msgspec import Struct, field

FOLDER = "schemas"
CATALOGUE = "catalog.json"


class Schema(Struct, frozen=True):
    """A schema and the files it is for: patterns of paths, after `!` those it is not for."""

    url: str
    files: tuple[str, ...] = field(name="fileMatch")

    def describes(self, file: str) -> bool:
        """Say whether a file is one of those."""
        path = PurePosixPath(file)
        matching = [pattern for pattern in self.files if path.match(pattern.removeprefix("!"))]
        return bool(matching) and not any(pattern.startswith("!") for pattern in matching)


class _Catalogue(Struct, frozen=True):
    schemas: tuple[Schema, ...]


def schemas_in(folder: Path) -> tuple[Schema, ...]:
    """List the schemas of a folder; none where it has no catalogue that can be read."""
    try:
        return msgspec.json.decode((folder / CATALOGUE).read_bytes(), type=_Catalogue).schemas
    except (OSError, msgspec.MsgspecError):
        return ()


def schema_line(root: Path, file: str) -> str:
    """Write the first line of a new file; "" where the workspace holds no schema of it."""
    up = "../" * file.count("/")
    for one in schemas_in(root / FOLDER):
        if one.describes(file):
            return f"# yaml-language-server: $schema={up}{FOLDER}/{one.url}\n"
    return ""
