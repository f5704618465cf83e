"""Evidence looked at again: files by their digests, links by asking the web; and the dated note of what was found."""

from collections.abc import Iterable
from itertools import count
from pathlib import Path

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.verification import FileFound, FileOutcome, Verification
from gongkai_cli.store.replace import replace
from gongkai_cli.yamltext.write import file_text


def examine(root: Path, file: str, stated: str) -> FileFound:
    """Compare a file with the SHA-256 stated of it; nothing outside the workspace is opened."""
    home = root.resolve()
    try:
        path = (home / file).resolve()
        if not path.is_relative_to(home):
            return FileFound(file=file, outcome="不在工作区")
        digest = _digest(path) if path.is_file() else ""
    except (OSError, ValueError):  # a name that no file can have, a file that cannot be read
        digest = ""
    outcome = _outcome(stated.strip().lower(), digest)
    return FileFound(file=file, outcome=outcome, sha256=digest if outcome != "一致" else "")


def keep_note(root: Path, note: Verification) -> str:
    """Write the note of a verification beside the earlier ones, of which none is touched; returns where."""
    for name in _names(note.day.isoformat()):
        file = f"{words('evidence')['核验目录']}/{name}.yaml"
        if not (root / file).exists():
            replace(root / file, None, file_text(note).encode())
            return file
    raise AssertionError  # the names never end


def _names(day: str) -> Iterable[str]:
    yield day
    yield from (f"{day}-{number}" for number in count(2))


def _outcome(stated: str, digest: str) -> FileOutcome:
    if not digest:
        return "找不到"
    if not stated:
        return "没有指纹"
    return "一致" if stated == digest else "内容变了"


def _digest(path: Path) -> str:
    import hashlib  # noqa: PLC0415

    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
