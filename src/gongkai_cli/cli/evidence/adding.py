"""Evidence found later, put to a record that is there: a correction that repeats it and holds more.

A new record of its own would count as filed for the window it falls in; a correction keeps the window, the day of
filing and the day since which the status holds, and answers a record that was sent back for want of evidence.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.cli.record.desk import Desk
from gongkai_cli.cli.record.offered import Offer
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import Evidence, Record
from gongkai_cli.model.status import Said
from gongkai_cli.rules.ledger import Word, standing


def word_of(desk: Desk, day: date | None) -> Word:
    """Find the office's record of a day on the task, else its last. Refuses where there is none."""
    said = (Said(desk.office, one) for one in desk.records() if one.task == desk.task.id)
    words_ = [word for word in standing(said) if day is None or day in word.days]
    if words_:
        return words_[-1]
    code = "no-record-yet" if day is None else "no-record-then"
    raise Refusal(code, task=desk.task.id, office=desk.office, day=day)


class Filing(Struct, frozen=True):
    """The day of a correction and who files it; "" for whoever filed the record."""

    day: date
    reporter: str


def added(word: Word, evidence: Sequence[Evidence], filing: Filing) -> Record:
    """Make the correction. Refuses where the record has all this evidence already."""
    old = word.record
    known = {_mark(one) for one in old.evidence}
    new = tuple(one for one in evidence if _mark(one) not in known)
    if not new:
        raise Refusal("evidence-known", day=old.day)
    return replace(
        old,
        day=filing.day,
        corrects=old.day,
        evidence=(*old.evidence, *new),
        reported_by=filing.reporter or old.reported_by,
    )


def add(desk: Desk, record: Record, offered: Sequence[Offer], *, dry_run: bool) -> None:
    """Write the correction, and say what it repeats."""
    desk.write(record, offered, dry_run=dry_run)
    desk.session.note(words("evidence")["补附"].format(day=record.corrects))


def _mark(one: Evidence) -> str:
    """What tells a piece of evidence from others: a file's content, else its link."""
    return one.sha256 or one.url
