"""An office's own change in a working copy: its files, the records it adds, and what in it is not the office's."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from gongkai_cli.model.exchange import News
from gongkai_cli.model.history import Touch
from gongkai_cli.model.problem import Problem
from gongkai_cli.model.record import Ledger, Record
from gongkai_cli.model.workspace import Sourced
from gongkai_cli.rules import ownership
from gongkai_cli.rules.difference import records_of, without
from gongkai_cli.store import paths
from gongkai_cli.store.evidence.files import refuse_large
from gongkai_cli.store.evidence.verification import is_note
from gongkai_cli.store.git import guarding, history
from gongkai_cli.store.git.guarding import Span
from gongkai_cli.store.git.revisions import Namers, Revisions
from gongkai_cli.store.git.workcopy import WorkCopy

Ledgers = Sequence[Sourced[Ledger]]

_SHARED = ("data/", "evidence/", "templates/", paths.CONFIG, "calendar.yaml")
_SHORT = 10  # digits of a commit's id that a person may have to type
_STRAY = ("data/", paths.CONFIG)  # a new file is a mistake here; elsewhere it is nobody's business


class Survey(Struct, frozen=True, kw_only=True):
    """What an office is about to submit.

    `changed` are faults in what is not committed yet, `committed` those of commits not pushed yet; `unused` are
    files of evidence that no record names, `left` other files that stay behind. `base` is the commit
    that commits not pushed may be undone to; `fresh` are files at fault that the server does not have.
    """

    news: News
    changed: tuple[Problem, ...] = ()
    committed: tuple[Problem, ...] = ()
    unused: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    base: str
    fresh: frozenset[str] = frozenset()


class Counter:
    """Where one office hands in: a clone, and the commits the server was last known to hold."""

    def __init__(self, copy: WorkCopy, office: str, known: Sequence[str]) -> None:
        self.copy = copy
        self.office = office
        self.known = tuple(known) or (copy.head,)
        self.revisions = Revisions(copy.repository)
        self.offices = ownership.offices_of(self.revisions.config(self.known[0]))

    def survey(self, ledgers: Ledgers, plan: str | None) -> Survey:
        """Part what is changed into the office's own, what it must not touch, and what stays behind.

        `ledgers` are the office's as they are in the working copy, of one plan if only that one's are to go.
        """
        changed, named = self.copy.changed(), _named(ledgers)
        self._refuse_large(file for file, known in changed.items() if known or file in named)
        ready = self.copy.differing(file for file in changed if self._is_own(file) or file in named)
        own = tuple(file for file in ready if file in named or plan in {None, _plan(file)})
        rest = {file: known for file, known in changed.items() if file not in own and not self._is_own(file)}
        foreign = [file for file, known in rest.items() if file.startswith(_SHARED if known else _STRAY)]
        waiting = [file for file in ready if file not in own]
        faults = self._faults(self._touch(file, ledgers, named) for file in (*own, *foreign))
        committed = self._committed(own)
        return Survey(
            news=self._news(own, ledgers),
            changed=faults,
            committed=committed,
            unused=tuple(file for file, known in rest.items() if not known and _is_unused(file)),
            left=(*waiting, *(file for file, known in rest.items() if known and file not in foreign)),
            base=self._fork()[:_SHORT],
            fresh=frozenset(one.file for one in (*faults, *committed)) - self._kept,
        )

    def unpushed(self) -> bool:
        """Say whether commits other than mere merges wait to be pushed."""
        found = history.commits(self.copy.repository, [self.copy.head], self.known)
        return any(len(commit.parents) < 2 for commit in found)

    def _fork(self) -> str:
        """Name the commit up to which the server has everything."""
        return next(iter(history.forks(self.copy.repository, self.known[0], self.copy.head)), self.copy.head)

    def _is_own(self, file: str) -> bool:
        return self.offices.owner(file) == self.offices.office(self.office)

    def _refuse_large(self, files: Iterable[str]) -> None:
        """Refuse evidence too large for any history, before git is given it."""
        for file in filter(ownership.is_evidence, files):
            path = self.copy.repository.folder / file
            if path.is_file():
                refuse_large(file, path.stat().st_size)

    def _news(self, own: tuple[str, ...], ledgers: Ledgers) -> News:
        told = {one.file: one.value for one in ledgers}
        added = [
            (told[file].plan, record)
            for file in own
            if file in told
            for record in without(told[file].records, self._published(file, (self.copy.head,)))
        ]
        evidence = tuple(file for file in own if ownership.is_evidence(file))
        return News(office=self.office, files=own, records=tuple(added), evidence=evidence)

    def _touch(self, file: str, ledgers: Ledgers, named: frozenset[str]) -> Touch:
        stored = self.copy.stored(file)
        now = stored.mode if stored else ""
        if self._is_own(file):
            here = records_of(*(one.value for one in ledgers if one.file == file))
            return Touch(file=file, now=now, lost=without(self._published(file, self.known), here))
        namers = frozenset({self.offices.office(self.office)} if file in named else ())
        owners = self._owners.get(file, frozenset())
        return Touch(file=file, now=now, owners=owners, namers=namers, kept=file in self._kept)

    @cached_property
    def _owners(self) -> Namers:
        return self.revisions.namers(self.known, self.offices)

    @cached_property
    def _kept(self) -> frozenset[str]:
        return frozenset(
            file for commit in self.known for file in history.files(self.copy.repository, commit)
        )

    def _published(self, file: str, commits: Iterable[str]) -> tuple[Record, ...]:
        versions = (history.files(self.copy.repository, commit, file).get(file) for commit in commits)
        return records_of(*map(self.revisions.ledger, versions))

    def _committed(self, own: Iterable[str]) -> tuple[Problem, ...]:
        """Tell what commits not pushed yet did, unless the office's own files, as they are now, put it right."""
        repository, head = self.copy.repository, self.copy.head
        published = guarding.published(repository, head, self.known)
        span = Span(end=head, known=self.known, trust=self.known[0], published=published)
        coming = {file: now for file in own if (now := self.copy.stored(file))}
        told = guarding.touched(repository, span, coming)
        return self._faults(touch for _, touched in told for touch in touched)

    def _faults(self, touches: Iterable[Touch]) -> tuple[Problem, ...]:
        mine = frozenset({self.offices.office(self.office)})
        return tuple(ownership.trespasses(mine, touches, self.offices))


def _plan(ledger: str) -> str:
    return ledger.split("/")[-2]


def _is_unused(file: str) -> bool:
    return ownership.is_evidence(file) and not is_note(file)  # no record names a note


def _named(ledgers: Ledgers) -> frozenset[str]:
    return frozenset(
        one.file
        for ledger in ledgers
        for record in ledger.value.records
        for one in record.evidence
        if one.file
    )
