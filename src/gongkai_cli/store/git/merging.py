"""Files that two sides changed: merged when git asks for it, or found with marks of a conflict and merged again."""

from pathlib import Path

from msgspec import Struct

from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.git.repository import Repository
from gongkai_cli.store.git.underway import half_done
from gongkai_cli.store.lock import locked
from gongkai_cli.store.replace import present, replace, sweep, told
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.markers import BASE, OURS, THEIRS, has_marks, is_mark, sides
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


def of_which(root: Path) -> dict[str, str]:
    """Tell what git has under way, of which the conflicts are; nothing where nothing is, or there is no git."""
    try:
        return half_done(Repository(root))
    except Refusal:
        return {}


def torn(root: Path, file: str) -> Torn:
    """Merge a file with marks of a conflict again. Raises YamlFault where a version does not read.

    In an unfinished merge git still has the versions whole; its marks may stand within a record, and between them
    lines of both. Where somebody has written something since, the marks part what stands there now.
    """
    with told(root / file):
        was = (root / file).read_bytes()
    stages = _stages(root, file)
    if not has_marks(was):
        raise Refusal("resolve-by-hand" if any(stages) else "no-marks", file=file)
    base, ours, theirs = stages
    if ours and theirs and _lines(was) <= _lines(base or b"", ours, theirs):
        return Torn(file, was, merge(base or b"", ours, theirs), unmerged=True)
    found = sides(was)
    base = base if any(stages) else found.base
    parted = found.ours, found.theirs
    merged = merge_without_base(*parted) if base is None else merge(base, *parted)
    return Torn(file, was, merged, unmerged=any(stages))


def _stages(root: Path, file: str) -> tuple[bytes | None, bytes | None, bytes | None]:
    """Give the versions that git keeps of a file it has not merged: base, ours, theirs."""
    if file not in _unmerged(root):
        return None, None, None
    repository = Repository(root)
    base, ours, theirs = (repository.content(f":{stage}", f"./{file}") for stage in (1, 2, 3))
    return base, ours, theirs


def _lines(*versions: bytes) -> set[bytes]:
    return {line.strip() for data in versions for line in data.splitlines() if not is_mark(line)}


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
