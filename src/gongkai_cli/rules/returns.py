"""How far the filing (报送) of a plan has come, office by office: who has filed, who is behind with what."""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.exchange import Arrears, Returns
from gongkai_cli.model.plan import Window
from gongkai_cli.model.status import Filing, PlanSummary
from gongkai_cli.rules.windows import current

Owed = list[tuple[str, Filing]]  # task, and how an office stands with it


def returns(plan: PlanSummary, as_of: date, asked: str | None) -> Iterator[Returns]:
    """Tell how the windows stand: the one asked for; else the one to be filed next, and those past and not yet full."""
    windows = plan.plan.windows
    following = current(windows, as_of)
    if not windows:
        yield Returns(plan=plan.plan.id, window=None)
    for window in windows:
        told = _returns(plan, window)
        late = window.due < as_of and bool(told.behind)
        if window.name == asked if asked is not None else (late or window == following):
            yield told


def _returns(plan: PlanSummary, window: Window) -> Returns:
    by_office: dict[str, Owed] = {}
    for row in plan.tasks:
        for one in row.filing:
            if one.window == window.name:
                by_office.setdefault(one.office, []).append((row.task.id, one))
    behind = (_arrears(office, owed) for office, owed in by_office.items())
    return Returns(
        plan=plan.plan.id,
        window=window,
        owing=tuple(by_office),
        behind=tuple(one for one in behind if one.tasks),
    )


def _arrears(office: str, owed: Owed) -> Arrears:
    missing = tuple(task for task, one in owed if not one.state.is_filed)
    return Arrears(office, missing, len(missing) == len(owed))
