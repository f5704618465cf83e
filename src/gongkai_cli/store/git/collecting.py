"""The offices' branches taken together: each judged, merged record by record, checked, and committed on its own."""

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.lexicon.load import level, words
from gongkai_cli.model.exchange import Brought, News, State
from gongkai_cli.model.history import Commit, Version
from gongkai_cli.model.problem import Position, Problem
from gongkai_cli.model.record import Ledger
from gongkai_cli.model.workspace import Sourced, Workspace
from gongkai_cli.rules import checks, ownership
from gongkai_cli.rules.checks.filed import offices_of
from gongkai_cli.rules.difference import in_words, is_about, records_of, without
from gongkai_cli.store.faults import position
from gongkai_cli.store.git import history
from gongkai_cli.store.git.guarding import Bench, Span
from gongkai_cli.store.git.joining import Files, committed, join
from gongkai_cli.store.git.repository import Repository, office_of
from gongkai_cli.store.git.revisions import Revisions, blob
from gongkai_cli.store.paths import LEDGERS
from gongkai_cli.store.read import value_of
from gongkai_cli.store.text import decode
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.read import places

Located = tuple[Problem, Position]
_ERROR = "错误"


class Pile(Struct, frozen=True):
    """What has been taken together so far: a commit no branch points to yet, and the workspace it holds."""

    head: str
    workspace: Workspace


class _Taken(Struct, frozen=True):
    """What merging a branch changes: the files, of those the ledgers as values, and the faults of these."""

    files: Files
    ledgers: dict[str, Ledger]
    faults: tuple[Located, ...]


class Collector:
    """Takes the branches of offices on a pile; what is dated after `day` is in error."""

    def __init__(self, repository: Repository, pile: Pile, day: date) -> None:
        self.repository = repository
        self.revisions = Revisions(repository)
        self.pile = pile
        self.day = day
        self.offices = ownership.offices_of(pile.workspace.config)
        config = pile.workspace.config
        plans = [None, *(one.value for one in pile.workspace.plans)]
        self.known = frozenset(name for plan in plans for name in offices_of(config, plan))

    def take_all(self, branches: Mapping[str, str]) -> tuple[Brought, ...]:
        """Take each branch (name → commit), in protocol order; one with faults is left out."""
        order = {office.name: place for place, office in enumerate(self.pile.workspace.config.offices)}
        names = sorted(branches, key=lambda name: (order.get(self._office(name), len(order)), name))
        return tuple(self.take(name, branches[name]) for name in names)

    def take(self, branch: str, tip: str) -> Brought:
        """Take one branch, if nothing is wrong with it."""
        news = News(office=self._office(branch))
        if self.repository.answer("merge-base", "--is-ancestor", tip, self.pile.head) is not None:
            return Brought(branch=branch, state=State.NOTHING_NEW, news=news)
        torn = self._unreadable(news.office, tip)
        told = {problem.file for problem, _ in torn}
        refused = ((one, Position(1)) for one in self._refused(news.office, tip) if one.file not in told)
        faults = (*torn, *refused)
        if faults:
            return Brought(branch=branch, state=State.LEFT_OUT, news=news, reasons=faults)
        taken = self._taken(tip)
        news = self._news(news.office, taken)
        errors = taken.faults or self._errors(taken, news)
        if errors:
            return Brought(branch=branch, state=State.LEFT_OUT, news=news, reasons=errors)
        if not taken.files:
            return Brought(branch=branch, state=State.NOTHING_NEW, news=news)
        self._pile(taken, tip, news)
        return Brought(branch=branch, state=State.COLLECTED, news=news)

    # --- what may not be taken ------------------------------------------------------------------------------

    def _unreadable(self, office: str, tip: str) -> tuple[Located, ...]:
        """Tell what does not read in the office's ledgers, as the branch has them."""
        found: list[Located] = []
        for file, version in history.files(self.repository, tip, LEDGERS).items():
            if self.offices.owner(file) == office:
                problems: list[Problem] = []
                value_of(self._text(file, version), Ledger, file, problems)
                found += [(one, self._position(one, version)) for one in problems]
        return tuple(found)

    def _refused(self, office: str, tip: str) -> Iterator[Problem]:
        """Tell what an office may not hand in, file by file; where nothing is, what git cannot merge."""
        forks = history.forks(self.repository, self.pile.head, tip)
        if office not in self.known:
            yield Problem("", Position(1), "unknown-branch")
        elif not forks:
            yield Problem("", Position(1), "unrelated-branch")
        else:
            whole = Commit(id=tip, parents=forks[:1], author="", email="", subject="")
            span = Span(end=tip, known=(), trust=self.pile.head, published=(self.pile.head, *forks))
            touches = Bench(self.revisions, span).touches(whole)
            faults = tuple(ownership.trespasses(frozenset({office}), touches, self.offices))
            yield from faults or join(self.repository, self.pile.head, tip).problems

    def _errors(self, taken: _Taken, news: News) -> tuple[Located, ...]:
        """Check the office's ledgers as they would be; what is wrong with records of old is no matter here."""
        alone = replace(
            self.pile.workspace,
            ledgers=tuple(Sourced(file, ledger) for file, ledger in taken.ledgers.items()),
            supervision=(),
            annual=(),
            digests=self._digests(taken, news),
        )
        found = [
            one
            for one in checks.run(alone, self.day)
            if one.file in taken.ledgers
            and level(one.code) == _ERROR
            and is_about(one, taken.ledgers, news.records)
        ]
        return tuple((one, self._position(one, taken.files[one.file])) for one in found)

    def _digests(self, taken: _Taken, news: News) -> dict[str, str]:
        """SHA-256 of the evidence that new records name, as the merge has it; "" where it has none."""
        here = history.files(self.repository, self.pile.head, "evidence") | {**taken.files}
        named = {one.file for _, record in news.records for one in record.evidence if one.file}
        versions = {file: here.get(file) for file in named}
        return {
            file: sha256(blob(self.repository, version)).hexdigest() if version else ""
            for file, version in versions.items()
        }

    def _position(self, problem: Problem, version: Version | None) -> Position:
        text = self._text(problem.file, version)
        try:
            return position(problem, {} if isinstance(text, Problem) else places(text))
        except YamlFault:
            return position(problem, {})

    def _text(self, file: str, version: Version | None) -> str | Problem:
        return decode(blob(self.repository, version) if version else b"", file)

    # --- what is taken --------------------------------------------------------------------------------------

    def _taken(self, tip: str) -> _Taken:
        files = join(self.repository, self.pile.head, tip).files
        ledgers: dict[str, Ledger] = {}
        faults: list[Problem] = []
        for file, version in files.items():
            if version and self.offices.owner(file):
                ledger = value_of(self._text(file, version), Ledger, file, faults)
                ledgers |= {file: ledger} if ledger else {}
        return _Taken(files, ledgers, tuple((one, self._position(one, files[one.file])) for one in faults))

    def _news(self, office: str, taken: _Taken) -> News:
        before = {one.file: one.value for one in self.pile.workspace.ledgers}
        added = [
            (ledger.plan, record)
            for file, ledger in taken.ledgers.items()
            for record in without(ledger.records, records_of(before.get(file)))
        ]
        evidence = tuple(file for file in taken.files if ownership.is_evidence(file))
        return News(office=office, files=tuple(taken.files), records=tuple(added), evidence=evidence)

    def _pile(self, taken: _Taken, tip: str, news: News) -> None:
        said: dict[str, str] = words("exchange")["说明"]
        records = in_words(record for _, record in news.records)
        message = said["汇总"].format(office=news.office, records=records or "、".join(news.evidence)).strip()
        head = committed(self.repository, taken.files, (self.pile.head, tip), message)
        ledgers = [one for one in self.pile.workspace.ledgers if one.file not in taken.files]
        ledgers += [Sourced(file, ledger) for file, ledger in taken.ledgers.items()]
        self.pile = Pile(head, replace(self.pile.workspace, ledgers=tuple(ledgers)))

    def _office(self, branch: str) -> str:
        return self.offices.office(office_of(branch) or branch)
