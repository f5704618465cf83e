"""Deadlines inside a requirement: `10月底前，通过…`, `待国家标准出台后及时…`."""

from gongkai_cli.model.deadline import Kind
from gongkai_cli.rules.deadline import read_deadline
from gongkai_cli.rules.grammar import in_sentences

_ANY_YEAR = 2000
_WANTED = {Kind.BY_DATE, Kind.CONDITIONAL}
_NARROW = {ord("０") + digit: ord("0") + digit for digit in range(10)}


def phrases_in(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each by-date or conditional phrase of a sentence starts and ends, in order."""
    narrow = text.translate(_NARROW)
    found = {match.span() for pattern in in_sentences() for match in pattern.finditer(narrow)}
    return tuple(sorted(span for span in found if _is_deadline(text[slice(*span)])))


def _is_deadline(phrase: str) -> bool:
    return read_deadline(phrase, _ANY_YEAR).kind in _WANTED
