"""How far a task is: what each of its offices last said, and what that makes of the task."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.model.deadline import Deadline, Kind
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.record import Act
from gongkai_cli.model.status import OfficeState, Status
from gongkai_cli.rules.duty import Duty
from gongkai_cli.rules.ledger import Word
from gongkai_cli.rules.reasons import role
from gongkai_cli.rules.roster import Roster
from gongkai_cli.rules.supervision import concerning, extended_to, is_closed, returned

_STATUS = {
    "未启动": Status.NOT_STARTED,
    "推进中": Status.IN_PROGRESS,
    "持续推进": Status.IN_PROGRESS,
    "已完成": Status.DONE,
    "未完成": Status.NOT_DONE,
    "不涉及": Status.NOT_APPLICABLE,
}
_SETTLED = {Status.DONE, Status.NOT_APPLICABLE}


class Case(Struct, frozen=True, kw_only=True):
    """All that bears on one task up to a day."""

    plan: Plan
    task: Task
    as_of: date
    roster: Roster
    duty: Duty
    deadline: Deadline
    done_at_issue: bool
    acts: tuple[Act, ...] = ()
    words: tuple[Word, ...] = ()
    by_office: dict[str, tuple[Word, ...]] = {}

    def voices(self) -> tuple[str, ...]:
        """Return the offices whose word is the task's status; where nobody answers, who spoke for it last.

        That may be the coordinator (anyone, where the workspace names none) or the name in the plan itself.
        """
        if self.duty.answering:
            return self.duty.answering
        coordinator = self.roster.coordinator
        may = {coordinator, *self.task.implementing, *self.task.lead}
        spoke = [word.office for word in self.words if not coordinator or word.office in may]
        return tuple(spoke[-1:])

    def acts_on(self, office: str) -> tuple[Act, ...]:
        """Return the acts that address an office."""
        return concerning(self.acts, office, self.roster)

    def words_of(self, office: str) -> tuple[Word, ...]:
        """Return the records of an office that count."""
        return self.by_office.get(office, ())


def settled(read: Deadline, task: Task, acts: Iterable[Act]) -> Deadline:
    """Return the deadline as fixed later (核定时限) or extended (延期), the words staying as printed."""
    day = extended_to(acts) or (task.fixed_due and task.fixed_due.day)
    return replace(read, kind=Kind.BY_DATE, due=day, latest=None, dues=()) if day else read


def closed(case: Case) -> bool:
    """Say whether the coordinator closed the task for each office that answers for it."""
    if case.duty.answering:
        return all(is_closed(case.acts_on(office)) for office in case.duty.answering)
    return is_closed(case.acts)


def office_states(case: Case) -> tuple[OfficeState, ...]:
    """Return the state of each office named or heard, those that answer first."""
    voices = case.voices()
    named = [office for office in case.duty.roles if office not in voices]
    heard = [office for office in case.by_office if office not in case.duty.roles and office not in voices]
    return tuple(_office_state(case, office, voices) for office in (*voices, *named, *heard))


def _office_state(case: Case, office: str, voices: Sequence[str]) -> OfficeState:
    words = case.words_of(office)
    answers = office in voices
    part = case.duty.roles.get(office, "coordinator" if answers else "other")
    last = words[-1].record.day if words else None
    return OfficeState(office, role(part), answers, _office_status(case, office, answers), last)


def _office_status(case: Case, office: str, answers: bool) -> Status:
    words = case.words_of(office)
    if not words:
        return Status.DONE if answers and case.done_at_issue else Status.NOT_STARTED
    if returned(case.acts_on(office), words):
        return Status.IN_PROGRESS
    return _STATUS[words[-1].record.status]


def task_status(case: Case, offices: Iterable[OfficeState]) -> Status:
    """Say how the task stands: as the office that answers says; done when all that answer are."""
    if case.task.not_applicable:
        return Status.NOT_APPLICABLE
    said = [state.status for state in offices if state.answers]
    if not said and case.done_at_issue:
        said = [Status.DONE]
    status = _together(said)
    return Status.DONE if closed(case) and status not in _SETTLED else status


def _together(said: Sequence[Status]) -> Status:
    """One status of several; of none, not started: what nobody answers for is never done by itself."""
    kinds = set(said)
    if len(kinds) < 2:
        return said[0] if said else Status.NOT_STARTED
    if kinds == _SETTLED:
        return Status.DONE
    return Status.NOT_DONE if Status.NOT_DONE in kinds else Status.IN_PROGRESS


def done_since(case: Case) -> date | None:
    """Return the day since which every office that answers has said it is done, where all have said so."""
    days = [_done_since(case.words_of(office)) for office in case.voices()]
    known = [day for day in days if day]
    return max(known) if known and len(known) == len(days) else None


def _done_since(words: Sequence[Word]) -> date | None:
    last = tuple(takewhile(lambda word: _STATUS[word.record.status] in _SETTLED, reversed(words)))
    return last[-1].since if last else None


def has_evidence(case: Case) -> bool:
    """Say whether any record that counts offers evidence."""
    return any(word.record.evidence for word in case.words)


def reason_given(case: Case, status: Status) -> str:
    """Return the reason (原因) with which an office that answers last said so."""
    latest = [case.words_of(office)[-1].record for office in case.voices() if case.words_of(office)]
    reasons = (record.reason for record in latest if _STATUS[record.status] is status)
    return next(filter(None, reasons), "")
