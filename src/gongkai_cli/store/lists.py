"""The lists that files end with, to which items are only ever added: records, acts, requests."""

from pathlib import Path
from typing import NamedTuple

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.replace import present, replace, sweep, told
from gongkai_cli.store.schemas import schema_line
from gongkai_cli.yamltext.append import append_item
from gongkai_cli.yamltext.fault import YamlFault


class Section(NamedTuple):
    """How a file begins that is not there yet, down to the line of its list's key; and that key."""

    head: str
    key: str


def append(root: Path, file: str, section: Section, lines: str) -> None:
    """Add items to the list of a file, all or none. For the holder of the workspace's lock only."""
    path = root / file
    _refuse_links(root, path.parent)
    was = current(path)
    base = was or f"{schema_line(root, file)}{section.head}".encode()
    if lines:
        replace(path, was, _appended(base, section.key, lines, file))


def current(path: Path) -> bytes | None:
    """Read a file that is to be written; None where there is none. For the holder of the workspace's lock only."""
    sweep(path)
    with told(path):
        return present(path)


def _refuse_links(root: Path, folder: Path) -> None:
    """Refuse a folder that is a link, or lies below one: no file in there is read."""
    for one in (folder, *folder.parents):
        if one == root:
            return
        if one.is_symlink():
            raise Refusal("folder-is-link", folder=one.relative_to(root).as_posix())


def _appended(base: bytes, key: str, lines: str, file: str) -> bytes:
    try:
        return append_item(base, key, lines)
    except YamlFault as fault:
        code = fault.code if fault.code.startswith("list-") else "ledger-broken"
        raise Refusal(code, file=file, line=fault.position.line, **fault.about) from fault
