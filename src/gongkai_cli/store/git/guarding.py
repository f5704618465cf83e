"""What a push brings, commit by commit, with all that bears on whether its authors may do so."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.model.history import Commit, Judged, Touch, Version
from gongkai_cli.model.record import Record
from gongkai_cli.rules import ownership
from gongkai_cli.rules.difference import Records, joins, records_of, without
from gongkai_cli.store.git import history
from gongkai_cli.store.git.history import Change
from gongkai_cli.store.git.repository import Repository
from gongkai_cli.store.git.revisions import Revisions


class Span(Struct, frozen=True, kw_only=True):
    """Part of a history: the commits that lead to `end` and not to what is `known` (revisions, or `--all`).

    `trust` is the commit whose settings say who may do what, `published` are those whose records must not go.
    """

    end: str
    known: tuple[str, ...]
    trust: str
    published: tuple[str, ...]


def span(repository: Repository, base: str, end: str, trust: str) -> Span:
    """Return what is new since a base, by the settings of a revision to be trusted."""
    start, last, trusted = (history.revision(repository, one) for one in (base, end, trust))
    return Span(
        end=last,
        known=(start, trusted),
        trust=trusted,
        published=published(repository, last, (start, trusted)),
    )


def published(repository: Repository, end: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Name the commits whose records are public: those known, and those where the history parted from them."""
    parted = [fork for one in known for fork in history.forks(repository, one, end)]
    return tuple(dict.fromkeys((*known, *parted)))


def judged(repository: Repository, span: Span) -> tuple[Judged, ...]:
    """Judge each commit of a span by its author, the earliest first."""
    config = Revisions(repository).config(span.trust)
    return tuple(ownership.judge(commit, touches, config) for commit, touches in touched(repository, span))


def touched(
    repository: Repository, span: Span, coming: Mapping[str, Version] | None = None
) -> tuple[tuple[Commit, tuple[Touch, ...]], ...]:
    """Tell what each commit of a span touches, the earliest first.

    What is `coming` will be committed next: it may put right what the commits did.
    """
    commits = history.commits(repository, [span.end], span.known)
    bench = Bench(Revisions(repository), span, coming) if commits else None
    return tuple((commit, bench.touches(commit)) for commit in commits if bench)


class Bench:
    """Gathers what has to be known of the files that commits of a span touch."""

    def __init__(self, revisions: Revisions, span: Span, coming: Mapping[str, Version] | None = None) -> None:
        self.repository = repository = revisions.repository
        self.revisions = revisions
        self.offices = ownership.offices_of(self.revisions.config(span.trust))
        self.published = [history.files(repository, commit) for commit in span.published]
        self.end = history.files(repository, span.end) | {**(coming or {})}
        self.owners = self.revisions.namers(span.published, self.offices)

    def touches(self, commit: Commit) -> tuple[Touch, ...]:
        """Tell what one commit touches."""
        changes = history.changes(self.repository, commit)
        return tuple(self.touch(commit, file, change) for file, change in sorted(changes.items()))

    def touch(self, commit: Commit, file: str, change: Change) -> Touch:
        """Say what bears on one change."""
        was, now = (version.mode if version else "" for version in change)
        touch = Touch(file=file, was=was, now=now)
        if self.offices.owner(file):
            return self.ledger(commit, touch, change)
        return self.evidence(commit, touch) if ownership.is_evidence(file) else touch

    def ledger(self, commit: Commit, touch: Touch, change: Change) -> Touch:
        """Add what became of the records of a ledger."""
        merge = len(commit.parents) > 1
        versions = [self.version(one, touch.file) for one in commit.parents] if merge else [change[0]]
        now, befores = self.revisions.ledger(change[1]), [self.revisions.ledger(one) for one in versions]
        end = self.end.get(touch.file)
        return replace(
            touch,
            torn=self.revisions.fault(touch.file, change[1]) and self.revisions.fault(touch.file, end),
            lost=self.lost(touch.file, records_of(*befores), records_of(now, self.revisions.ledger(end))),
            joined=merge and joins(now, befores),
        )

    def lost(self, file: str, before: Records, left: Records) -> tuple[Record, ...]:
        """Tell the published records that were there and are not left, neither now nor in the end."""
        known = records_of(*(self.revisions.ledger(files.get(file)) for files in self.published))
        gone = without(before, left)
        return without(gone, without(gone, known))

    def evidence(self, commit: Commit, touch: Touch) -> Touch:
        """Add whose records name a file of evidence."""
        kept = any(touch.file in files for files in self.published)
        namers = self.revisions.namers([commit.id], self.offices) if kept else {}
        return replace(
            touch,
            kept=kept,
            owners=self.owners.get(touch.file, frozenset()),
            namers=namers.get(touch.file, frozenset()),
        )

    def version(self, commit: str, file: str) -> Version | None:
        """Return a file as it stands in a commit."""
        return history.files(self.repository, commit, file).get(file)
