"""The values that revisions of git hold. A version of a file is parsed once, however many revisions hold it."""

from collections.abc import Iterable
from typing import TypeVar

from gongkai_cli.lexicon.load import message
from gongkai_cli.model.entry import Entry
from gongkai_cli.model.history import REGULAR, Version
from gongkai_cli.model.problem import Position, Problem
from gongkai_cli.model.record import Ledger, Supervision
from gongkai_cli.model.workspace import Config
from gongkai_cli.rules.ownership import Offices
from gongkai_cli.store import paths
from gongkai_cli.store.git.history import files
from gongkai_cli.store.git.repository import Repository
from gongkai_cli.store.read import value_of
from gongkai_cli.store.text import decode

T = TypeVar("T", bound=Entry)
Namers = dict[str, frozenset[str]]  # file of evidence → the offices whose records name it


class Revisions:
    """Reads settings and ledgers out of the history of a repository."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self._ledgers: dict[Version, Ledger | None] = {}

    def config(self, commit: str) -> Config:
        """Read the settings as they stand in a commit; empty ones where there are none that read."""
        data = self.repository.content(commit, paths.CONFIG)
        return (self._value(data, Config) if data else None) or Config()

    def ledger(self, version: Version | None) -> Ledger | None:
        """Read a version of an office's ledger; None where there is none, or it does not read."""
        if version is None or version.mode != REGULAR:
            return None
        if version not in self._ledgers:
            self._ledgers[version] = self._value(blob(self.repository, version), Ledger)
        return self._ledgers[version]

    def fault(self, file: str, version: Version | None) -> str:
        """Say what keeps a version of a ledger from being read, and on which line; "" where nothing does."""
        if version is None or version.mode != REGULAR or self.ledger(version):
            return ""
        problems: list[Problem] = []
        kind = Supervision if paths.stem(file) == paths.SUPERVISION else Ledger
        value_of(decode(blob(self.repository, version), file), kind, file, problems)
        said = (_in_place(problem) for problem in problems)
        return next(said, "")

    def namers(self, commits: Iterable[str], offices: Offices) -> Namers:
        """Tell which offices' records name which evidence, in any of these commits."""
        found: Namers = {}
        for commit in commits:
            for file, version in files(self.repository, commit, paths.LEDGERS).items():
                owner, ledger = offices.owner(file), self.ledger(version) if offices.owner(file) else None
                for record in ledger.records if ledger else ():
                    for one in record.evidence:
                        found[one.file] = found.get(one.file, frozenset()) | {owner}
        return found

    def _value(self, data: bytes, kind: type[T]) -> T | None:
        problems: list[Problem] = []
        return value_of(decode(data, ""), kind, "", problems)


def _in_place(problem: Problem) -> str:
    line = problem.at.line if isinstance(problem.at, Position) else 1
    return message("at-line", {"line": str(line), "reason": message(problem.code, problem.about)})


def blob(repository: Repository, version: Version) -> bytes:
    """Read the bytes of a version of a file."""
    return repository.gives("cat-file", "blob", version.id)
