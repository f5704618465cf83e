"""Mending the data files of a workspace where only one mending is possible, under the lock."""

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

from msgspec import Struct

from gongkai_cli.model.entry import Entry
from gongkai_cli.model.keys import kinds
from gongkai_cli.store.kinds import data_files
from gongkai_cli.store.lock import locked
from gongkai_cli.store.read import reads_cleanly
from gongkai_cli.store.replace import present, replace, sweep
from gongkai_cli.store.text import BOM, decode
from gongkai_cli.yamltext.fix import Change, mended, tidied
from gongkai_cli.yamltext.keys import Keys


class Fixed(Struct, frozen=True):
    """A file and the lines of it that were mended, in their order."""

    file: str
    changes: tuple[Change, ...]


def fix(root: Path, wanted: Callable[[str], bool], *, dry_run: bool) -> tuple[Fixed, ...]:
    """Mend the files wanted, or only say what would be mended."""
    with nullcontext() if dry_run else locked(root):
        found = [_fix(root, file, kind, dry_run=dry_run) for file, kind in data_files(root) if wanted(file)]
    return tuple(one for one in found if one.changes)


def _fix(root: Path, file: str, kind: type[Entry], *, dry_run: bool) -> Fixed:
    path = root / file
    was = present(path) or b""
    text = decode(was, file)
    if not isinstance(text, str):
        return Fixed(file, ())
    fixed, slips = (text, ()) if reads_cleanly(text, kind, file) else mended(text, Keys(kinds(kind)))
    fixed, ends = tidied(fixed)
    if fixed != text and not dry_run:
        sweep(path)
        replace(path, was, (BOM if was.startswith(BOM) else b"") + fixed.encode())
    return Fixed(file, tuple(sorted((*slips, *ends), key=lambda change: change.line)))
