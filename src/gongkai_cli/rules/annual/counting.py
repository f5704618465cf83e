"""Tables 3 and 4 of a year, counted from the cases: every case once, in the year it is answered, else carried over."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import UNSET, Struct

from gongkai_cli.model.annual import TrialReport, form_of
from gongkai_cli.model.annual_tables import Disputes, Requests, TrialRequests
from gongkai_cli.model.request import Request, received_on
from gongkai_cli.rules.annual.cells import (
    CARRIED_IN,
    CARRIED_OUT,
    COLUMNS,
    GROUPS,
    NEW,
    OUTCOMES,
    TOTAL,
    Path,
    result_labels,
)
from gongkai_cli.rules.annual.values import table_of

_SUM = COLUMNS[-1]
_PENDING = OUTCOMES[-2]
_REVIEW, _DIRECT_SUIT = GROUPS[:2]
_OTHER_HANDLING = "其他处理"  # one row of the trial form, three since 2021


class Course(Struct, frozen=True):
    """A case as the tables see it: who asks, when it was received by law, when and how it was answered."""

    applicant: str
    received: date
    answered: date | None
    result: str


def courses(requests: Iterable[Request]) -> tuple[Course, ...]:
    """Follow the cases that have a legal day of receipt; the first answer is the one that counts."""
    found = []
    for request in requests:
        received = received_on(request)
        if received:
            answers = [(step.day, step.result) for step in request.steps if step.step == "答复"]
            found.append(Course(request.applicant, received, *(answers[0] if answers else (None, ""))))
    return tuple(found)


def requests_table(requests: Iterable[Request], year: int) -> Requests | TrialRequests:
    """Count table 3 of a year in the form of that year (annual-report §9)."""
    kind: type[Requests | TrialRequests] = TrialRequests if form_of(year) is TrialReport else Requests
    counts: Counter[tuple[Path, str]] = Counter()
    labels = result_labels(kind)
    for course in courses(requests):
        for path in _rows_of(course, year, labels):
            counts[path, course.applicant] += 1
            counts[path, _SUM] += 1
    paths = ((NEW,), (CARRIED_IN,), *labels.values(), (TOTAL,), (CARRIED_OUT,))
    return table_of(kind, {(*path, column): counts[path, column] for path in paths for column in COLUMNS})


def _rows_of(course: Course, year: int, labels: dict[str, Path]) -> Iterator[Path]:
    """The rows one case adds to; a result that is no row of the form is a KeyError, for `check` to tell first."""
    if course.received.year > year or (course.answered and course.answered.year < year):
        return
    yield (NEW,) if course.received.year == year else (CARRIED_IN,)
    if course.answered and course.answered.year == year:
        yield (
            labels.get(course.result)
            or labels[_OTHER_HANDLING if _OTHER_HANDLING in labels else course.result]
        )
        yield (TOTAL,)
    else:
        yield (CARRIED_OUT,)


def disputes_table(requests: Iterable[Request], year: int) -> Disputes:
    """Count table 4: reviews and suits by how they ended in the year, or pending at its end."""
    counts: Counter[tuple[str, str]] = Counter()
    for request in requests:
        for group, outcome in _ended(request, year):
            counts[group, outcome] += 1
            counts[group, OUTCOMES[-1]] += 1
    return table_of(Disputes, {(group, one): counts[group, one] for group in GROUPS for one in OUTCOMES})


def _ended(request: Request, year: int) -> Iterator[tuple[str, str]]:
    """Follow each dispute of a case: a step without an outcome begins it, the next with one ends it."""
    pending: dict[str, date] = {}
    for step in request.steps:
        if step.step not in {"复议", "诉讼"} or step.day.year > year:
            continue
        group = _REVIEW if step.step == "复议" else _DIRECT_SUIT if step.suit is UNSET else step.suit
        if step.result and step.result != _PENDING:
            pending.pop(group, None)
            if step.day.year == year:
                yield group, step.result
        else:
            pending.setdefault(group, step.day)
    for group in pending:
        yield group, _PENDING
