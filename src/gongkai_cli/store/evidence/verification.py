"""Evidence looked at again: files by their digests, links by asking the web; and the dated note of what was found."""

from collections.abc import Iterable
from itertools import count
from pathlib import Path

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.verification import FileFound, FileOutcome, Verification
from gongkai_cli.store.digest import digest_inside
from gongkai_cli.store.replace import replace
from gongkai_cli.yamltext.write import file_text


def examine(root: Path, file: str, stated: str) -> FileFound:
    """Compare a file with the SHA-256 stated of it; nothing outside the workspace is opened."""
    found = digest_inside(root.resolve(), file)
    outcome = _outcome(stated.strip().lower(), found)
    return FileFound(file=file, outcome=outcome, sha256=(found or "") if outcome != "一致" else "")


def keep_note(root: Path, note: Verification, office: str) -> str:
    """Write the note of a verification beside the earlier ones, of which none is touched; returns where.

    In a clone that is an office's its name is added: two offices may verify on one day, and their notes meet.
    """
    for name in _names("-".join(filter(None, (note.day.isoformat(), office)))):
        file = f"{_folder()}/{name}.yaml"
        if not (root / file).exists():
            replace(root / file, None, file_text(note).encode())
            return file
    raise AssertionError  # the names never end


def is_note(file: str) -> bool:
    """Say whether a file lies where notes of verifications are kept."""
    return file.startswith(f"{_folder()}/")


def _folder() -> str:
    return str(words("evidence")["核验目录"])


def _names(first: str) -> Iterable[str]:
    yield first
    yield from (f"{first}-{number}" for number in count(2))


def _outcome(stated: str, found: str | None) -> FileOutcome:
    if not found:
        return "不在工作区" if found is None else "找不到"
    if not stated:
        return "没有指纹"
    return "一致" if stated == found else "内容变了"
