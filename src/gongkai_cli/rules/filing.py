"""Who has filed (本期报送) for which reporting window, apart from lights."""

from collections.abc import Iterator

from gongkai_cli.model.plan import Window
from gongkai_cli.model.status import Filing, FilingState
from gongkai_cli.rules.progress import Case
from gongkai_cli.rules.supervision import returned
from gongkai_cli.rules.windows import window_of, windows_of


def filings(case: Case) -> Iterator[Filing]:
    """Yield, for each window the plan sets, how each office that answers stands with it."""
    windows = windows_of(case.plan) if case.plan.windows else ()
    for window in windows:
        for office in case.duty.answering:
            yield Filing(window.name, office, _state(case, office, window))


def _state(case: Case, office: str, window: Window) -> FilingState:
    words = case.words_of(office)
    filed = [word for word in words if window_of(word, case.plan) == window]
    if not filed:
        return FilingState.NOT_DUE if case.as_of <= window.due else FilingState.MISSING
    if returned(case.acts_on(office), words) in filed:
        return FilingState.RETURNED
    first = min(word.filed for word in filed)
    return FilingState.FILED if first <= window.due else FilingState.LATE
