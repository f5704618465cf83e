"""What versions of a ledger differ in, record by record: the order of the file and its comments do not count."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import msgspec

from gongkai_cli.model.history import Version
from gongkai_cli.model.problem import Problem
from gongkai_cli.model.record import Ledger, Record

Records = Iterable[Record]
Added = tuple[str, Record]  # the plan, and a record added to a ledger under it
MOST = 5  # records that one line of a history names


def records_of(*ledgers: Ledger | None) -> tuple[Record, ...]:
    """Return the records of some versions of a ledger; one that is not there, or does not read, has none."""
    return tuple(record for ledger in ledgers if ledger for record in ledger.records)


def without(records: Records, others: Records) -> tuple[Record, ...]:
    """Return the records that are not among others, each once."""
    known = {_key(one) for one in others}
    left = {_key(one): one for one in records}
    return tuple(record for key, record in left.items() if key not in known)


def is_about(problem: Problem, ledgers: Mapping[str, Ledger], added: Collection[Added]) -> bool:
    """Say whether a finding is about a file as such, or about one of the records added to it.

    What is wrong with a record of old only a correction can mend.
    """
    match problem.at:
        case (_, int(index), *_):
            ledger = ledgers.get(problem.file)
            return ledger is not None and (ledger.plan, ledger.records[index]) in added
        case _:
            return True


def joins(now: Ledger | None, befores: Iterable[Ledger | None]) -> bool:
    """Say whether a ledger holds the records of its earlier versions, all of them and no other."""
    here, before = records_of(now), records_of(*befores)
    return now is not None and not without(here, before) and not without(before, here)


def taken_over(
    now: Version | None, parents: Sequence[Version | None], bases: Iterable[Version | None]
) -> bool:
    """Say whether a merge just took a file from a parent, while the others left it as it was where they parted."""
    old = {*bases, now}
    return now in parents and all(one in old for one in parents)


def in_words(records: Records, most: int = MOST) -> str:
    """Name records by task and day: `15、16（2021-09-28）`; more than `most` by their number and days."""
    days: dict[str, list[str]] = {}
    for record in sorted(records, key=lambda one: one.day):
        days.setdefault(record.day.isoformat(), []).append(record.task)
    count = sum(map(len, days.values()))
    if count > most:
        first, last = min(days), max(days)
        return f"{count}条（{first if first == last else f'{first}至{last}'}）"
    return "，".join(f"{'、'.join(dict.fromkeys(tasks))}（{day}）" for day, tasks in days.items())


def _key(record: Record) -> bytes:
    return msgspec.msgpack.encode(record)
