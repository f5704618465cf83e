"""The sheets that came back: files as named, and all those of a folder."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.paths import entries


def arrived(paths: Iterable[Path]) -> list[Path]:
    """List the sheets, each once; of a folder its workbooks by name, without the lock files of open ones (`~$…`)."""
    return list(dict.fromkeys(sheet for path in paths for sheet in _sheets(path)))


def _sheets(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    found = [Path(one.path) for one in entries(path) if one.is_file() and _is_workbook(one.name)]
    if not found:
        raise Refusal("sheet-none", folder=path, known="、".join(words("sheet")["扩展名"]))
    yield from found


def _is_workbook(name: str) -> bool:
    return Path(name).suffix.lower() in words("sheet")["扩展名"]
