"""One verification: the files compared with their digests and, where asked for, the links looked up."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import UNSET
from msgspec.structs import replace

from gongkai_cli.cli.evidence.chosen import Piece
from gongkai_cli.cli.evidence.progress import progress
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.verification import FileFound, LinkFound, Verification
from gongkai_cli.rules.checks.evidence_path import leaves_workspace
from gongkai_cli.store.evidence.verification import examine
from gongkai_cli.store.evidence.web.manners import Manners

_FAILED = {"打不开", "内容变了", "找不到", "不在工作区"}


def verified(root: Path, pieces: Iterable[Piece], day: date, manners: Manners | None) -> Verification:
    """Look at each file and, where there are manners to ask the web with, at each link; once each."""
    links: dict[str, list[str]] = defaultdict(list)
    files: dict[tuple[str, str], list[str]] = defaultdict(list)
    for piece in pieces:
        one, task = piece.evidence, f"{piece.plan}/{piece.task}"
        if one.url:
            links[one.url].append(task)
        if one.file:
            files[one.file, one.sha256].append(task)
    answers = _asked(list(links), manners) if manners else map(_unasked, links)
    return Verification(
        day=day,
        links=_sorted_links(answers, links),
        files=tuple(replace(_examined(root, *key), tasks=_once(files[key])) for key in sorted(files)),
    )


def answered(note: Verification) -> bool:
    """Say if any site answered: where none did, this computer is cut off and a note would tell nothing."""
    return any(one.status is not UNSET for one in note.links)


def failed(note: Verification) -> bool:
    """Say if any link is dead, or any file gone, changed or out of reach."""
    outcomes = (*(one.outcome for one in note.links), *(one.outcome for one in note.files))
    return not _FAILED.isdisjoint(outcomes)


def _examined(root: Path, file: str, stated: str) -> FileFound:
    if leaves_workspace(file):
        return FileFound(file=file, outcome="不在工作区")
    return examine(root, file, stated)


def _asked(links: list[str], manners: Manners) -> list[LinkFound]:
    from gongkai_cli.store.evidence.web.survey import Survey

    found = []
    with progress(len(links), words("evidence")["核验进度"]) as advance:
        for one in Survey(manners).found(links):
            found.append(one)
            advance()
    return found


def _unasked(link: str) -> LinkFound:
    return LinkFound(url=link, outcome="未访问")


def _sorted_links(found: Iterable[LinkFound], links: dict[str, list[str]]) -> tuple[LinkFound, ...]:
    """In the order of their text: the note of one day's findings is the same whichever site answers first."""
    return tuple(replace(one, tasks=_once(links[one.url])) for one in sorted(found, key=lambda one: one.url))


def _once(tasks: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tasks))
