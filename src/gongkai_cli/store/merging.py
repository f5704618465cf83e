"""Files that two sides changed: merged when git asks for it, or found with marks of a conflict and merged again."""

from pathlib import Path

from msgspec import Struct

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.git import Repository
from gongkai_cli.store.lock import locked
from gongkai_cli.store.replace import present, replace, sweep, told
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.markers import BASE, OURS, THEIRS, has_marks, sides
from gongkai_cli.yamltext.merge import Merged, merge, merge_without_base

_DATA = "data"
_MOST_CONFLICTS = 127  # what `git merge-file` says beyond is that it failed


class ByLine(Struct, frozen=True):
    """A file that was merged line by line: how many conflicts are left, and why not item by item."""

    conflicts: int
    fault: YamlFault


class Torn(Struct, frozen=True):
    """A file with marks of a conflict, merged again; `unmerged` where git waits to be told that it is resolved."""

    file: str
    was: bytes
    merged: Merged
    unmerged: bool


def drive(base: Path, ours: Path, theirs: Path) -> Merged | ByLine:
    """Merge three files as git gives them to a merge driver; the result takes the place of ours."""
    with told(ours):
        was = ours.read_bytes()
        versions = base.read_bytes(), was, theirs.read_bytes()
    try:
        merged = merge(*versions)
    except YamlFault as fault:
        return ByLine(_by_line(base, ours, theirs), fault)
    replace(ours, was, merged.data)
    return merged


def _by_line(base: Path, ours: Path, theirs: Path) -> int:
    names = [part for name in (OURS, BASE, THEIRS) for part in ("-L", name)]
    done = Repository(ours.parent).tried("merge-file", *names, str(ours), str(base), str(theirs))
    if not 0 <= done.code <= _MOST_CONFLICTS:
        raise Refusal("git-failed", command="merge-file", detail=done.err or done.code)
    return done.code


def in_conflict(root: Path) -> tuple[str, ...]:
    """List the files that git has not merged, and the data files with marks of a conflict."""
    data = (
        path for path in sorted((root / _DATA).rglob("*.yaml")) if path.is_file() and not path.is_symlink()
    )
    marked = (path.relative_to(root).as_posix() for path in data if has_marks(present(path) or b""))
    return tuple(dict.fromkeys((*_unmerged(root), *marked)))


def torn(root: Path, file: str) -> Torn:
    """Merge the two versions that the marks in a file part. Raises YamlFault where they do not read.

    What somebody has settled by hand stands in both versions, and so stays. Of an unfinished merge git knows the base.
    """
    with told(root / file):
        was = (root / file).read_bytes()
    unmerged = file in _unmerged(root)
    if not has_marks(was):
        raise Refusal("resolve-by-hand" if unmerged else "no-marks", file=file)
    found = sides(was)
    base = (Repository(root).content(":1", f"./{file}") or b"") if unmerged else found.base
    merged = (
        merge_without_base(found.ours, found.theirs)
        if base is None
        else merge(base, found.ours, found.theirs)
    )
    return Torn(file, was, merged, unmerged)


def settle(root: Path, found: Torn, data: bytes, *, done: bool) -> None:
    """Write what was decided; tell git where nothing is left to decide."""
    path = root / found.file
    with locked(root):
        sweep(path)
        replace(path, found.was, data)
    if done and found.unmerged:
        Repository(root).says("add", "--", found.file)


def _unmerged(root: Path) -> tuple[str, ...]:
    """List what the index holds in several versions."""
    try:
        listed = Repository(root).answer("ls-files", "-z", "--unmerged") or ""
    except Refusal:  # no git: then no merge of git's either
        return ()
    return tuple(dict.fromkeys(entry.partition("\t")[2] for entry in listed.split("\0") if entry))
