"""Every record and act of the plans asked for, once through, by task; and which records still count."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from msgspec import UNSET, Struct

from gongkai_cli.model.record import Act, Record
from gongkai_cli.model.status import Said
from gongkai_cli.model.workspace import Workspace

Key = tuple[str, str]  # plan, task
Names = Mapping[str, Callable[[str], str]]  # plan → the office a name means


class Word(Struct, frozen=True):
    """A record that counts. A correction keeps the day and the window of what it replaces.

    `since` is the day from which the office says this status: a correction that repeats it says nothing new.
    """

    office: str
    record: Record
    filed: date
    since: date
    window: str
    days: frozenset[date]

    def said(self) -> Said:
        """Return the record with its office, as views show it."""
        return Said(self.office, self.record)


def records_by_task(workspace: Workspace, as_of: date, names: Names) -> dict[Key, list[Said]]:
    """Gather the records of the plans named, up to a day, in the order of the files."""
    found: dict[Key, list[Said]] = defaultdict(list)
    for ledger in (sourced.value for sourced in workspace.ledgers if sourced.value.plan in names):
        office = names[ledger.plan](ledger.office)
        for record in ledger.records:
            if record.day <= as_of:
                found[ledger.plan, record.task].append(Said(office, record))
    return found


def acts_by_task(workspace: Workspace, as_of: date) -> dict[Key, list[Act]]:
    """Gather the coordinator's acts up to a day, by day, then in the order of the file."""
    found: dict[Key, list[Act]] = defaultdict(list)
    for supervision in (sourced.value for sourced in workspace.supervision):
        for act in supervision.acts:
            if act.day <= as_of:
                found[supervision.plan, act.task].append(act)
    for acts in found.values():
        acts.sort(key=lambda act: act.day)
    return found


def standing(records: Iterable[Said]) -> tuple[Word, ...]:
    """Return the records of one task that no correction replaced, by day, then in the order of the files."""
    kept: list[Word | None] = []
    place: dict[tuple[str, date], int] = {}
    for said in records:
        replaced = None if said.record.corrects is UNSET else place.get((said.office, said.record.corrects))
        old = None if replaced is None else kept[replaced]
        if replaced is not None:
            kept[replaced] = None
        word = _word(said, old)
        place |= dict.fromkeys(((said.office, day) for day in word.days), len(kept))
        kept.append(word)
    return tuple(sorted((word for word in kept if word), key=lambda word: word.record.day))


def by_office(words: Sequence[Word]) -> dict[str, tuple[Word, ...]]:
    """Part a task's records by office."""
    found: dict[str, list[Word]] = defaultdict(list)
    for word in words:
        found[word.office].append(word)
    return {office: tuple(own) for office, own in found.items()}


def _word(said: Said, old: Word | None) -> Word:
    record = said.record
    if old is None:
        return Word(said.office, record, record.day, record.day, record.window, frozenset({record.day}))
    since = min(old.since, record.day) if record.status == old.record.status else record.day
    return Word(said.office, record, old.filed, since, record.window or old.window, old.days | {record.day})
