"""Whose a file of the workspace is, and what an office may do to it.

An office's own are its ledgers, and the evidence that its records name and no other office's do; it may also add
evidence. Of its ledgers, records that are published may neither go nor change (a mistake is put right by a later
record with 更正). All else is the coordinator's, who may touch everything.
"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from gongkai_cli.model.history import REGULAR, Commit, Judged, Touch
from gongkai_cli.model.problem import Position, Problem
from gongkai_cli.model.workspace import Config, Office
from gongkai_cli.rules.difference import in_words

_LEDGER = re.compile(r"data/ledger/[^/]+/([^/]+)\.yaml")
_EVIDENCE = "evidence/"
_NOBODYS = "督办"  # the coordinator's own ledger bears no office's name


class Offices(Struct, frozen=True):
    """The offices of a workspace by every name, and the coordinator's own name."""

    names: dict[str, str]
    coordinator: str

    def office(self, name: str) -> str:
        """Return an office's own name."""
        return self.names.get(name, name)

    def owner(self, file: str) -> str:
        """Return the office whose ledger this is; "" for any other file."""
        found = _LEDGER.fullmatch(file)
        return self.office(found[1]) if found and found[1] != _NOBODYS else ""


def offices_of(config: Config) -> Offices:
    """Return the offices a workspace lists."""
    names = {name: office.name for office in config.offices for name in (*office.aliases, office.name)}
    return Offices(names, names.get(config.coordinator, config.coordinator))


def authors(config: Config) -> dict[str, frozenset[str]]:
    """E-mail of a liaison, in lower case → the offices that person acts for."""
    found: dict[str, frozenset[str]] = {}
    for office, email in _emails(config.offices):
        found[email] = found.get(email, frozenset()) | {office}
    return found


def judge(commit: Commit, touches: tuple[Touch, ...], config: Config) -> Judged:
    """Judge a commit by its author: somebody no office lists may do nothing but merge.

    A merge that changes nothing itself is anybody's: servers make them in names of their own.
    """
    mine = authors(config).get(commit.email.strip().casefold(), frozenset())
    problems: tuple[Problem, ...] = ()
    if mine:
        problems = tuple(trespasses(mine, touches, offices_of(config)))
    elif touches or len(commit.parents) < 2:
        problems = (Problem("", Position(1), "unknown-author", {"email": commit.email}),)
    return Judged(commit=commit, offices=mine, touches=touches, problems=problems)


def is_evidence(file: str) -> bool:
    """Say whether a file lies where evidence is kept."""
    return file.startswith(_EVIDENCE)


def is_ledger(file: str) -> bool:
    """Say whether a file lies where an office's ledgers, or the coordinator's own, are kept."""
    return _LEDGER.fullmatch(file) is not None


def trespasses(mine: frozenset[str], touches: Iterable[Touch], offices: Offices) -> Iterator[Problem]:
    """Tell what some offices (one person may act for several) may not do of what they did."""
    if offices.coordinator and offices.coordinator in mine:
        return
    for touch in touches:
        for code, about in _faults(mine, touch, offices):
            yield Problem(touch.file, Position(1), code, about)


def _faults(mine: frozenset[str], touch: Touch, offices: Offices) -> Iterator[tuple[str, dict[str, str]]]:
    owner = offices.owner(touch.file)
    if touch.now not in {REGULAR, ""}:
        yield "not-plain-file", {}
    elif owner:
        if owner not in mine and not touch.joined:
            yield "others-ledger", {"office": owner}
    elif is_evidence(touch.file):
        yield from _evidence(mine, touch)
    else:
        yield "shared-file", {}
    if touch.torn and owner in mine:
        yield "ledger-torn", {"fault": touch.torn}
    elif touch.lost and owner in mine:
        yield "records-lost", {"records": in_words(touch.lost)}


def _evidence(mine: frozenset[str], touch: Touch) -> Iterator[tuple[str, dict[str, str]]]:
    others = touch.owners - mine
    if others:
        yield "others-evidence", {"office": "、".join(sorted(others))}
    elif touch.kept and not (touch.owners | touch.namers) & mine:
        yield "nobodys-evidence", {}


def _emails(offices: Iterable[Office]) -> Iterator[tuple[str, str]]:
    for office in offices:
        for liaison in office.liaisons:
            if liaison.email:
                yield office.name, liaison.email.strip().casefold()
