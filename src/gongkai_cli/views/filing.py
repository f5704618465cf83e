"""The reporting windows (报送期) on the status page: how many have filed, and who has not."""

from collections.abc import Iterator
from datetime import date

from gongkai_cli.model.plan import Window
from gongkai_cli.model.status import Filing, FilingState, PlanSummary, TaskStatus
from gongkai_cli.rules.windows import current
from gongkai_cli.views.page import Line, paragraph


def window_shown(plan: PlanSummary, as_of: date, name: str | None) -> Window | None:
    """Find the window of this name; without a name the current one."""
    if name is not None:
        return next((window for window in plan.plan.windows if window.name == name), None)
    return current(plan.plan.windows, as_of)


def filed_lines(plan: PlanSummary, shown: Window | None, as_of: date, width: int) -> Iterator[Line]:
    """Say how a window stands, and each that is past and still misses something."""
    for window in plan.plan.windows:
        filings = [one for row in plan.tasks for one in row.filing if one.window == window.name]
        left = [one for one in filings if not one.state.is_filed]
        if filings and (window == shown or (left and window.due < as_of)):
            said = f"{term(window, as_of)}；{_said(filings, left)}"
            yield from paragraph(said, width, label=f"{window.name}报送  ")


def filing_word(row: TaskStatus, window: str) -> str:
    """Say a task's filing for a window: its state, or how many of its offices have filed."""
    filings = [one for one in row.filing if one.window == window]
    if len(filings) < 2:
        return filings[0].state.value if filings else ""
    filed = sum(one.state.is_filed for one in filings)
    return f"已报{filed}/{len(filings)}"


def _said(filings: list[Filing], left: list[Filing]) -> str:
    head = f"已报 {len(filings) - len(left)}/{len(filings)}"
    sent_back = [one for one in left if one.state is FilingState.RETURNED]
    missing = [one for one in left if one.state is not FilingState.RETURNED]
    lists = (
        f"{word}：{_by_office(ones)}" for word, ones in (("未报", missing), ("退回待补报", sent_back)) if ones
    )
    return "；".join((head, *lists)) if left else f"{head}，全部报齐"


def _by_office(filings: list[Filing]) -> str:
    counts: dict[str, int] = {}
    for one in filings:
        counts[one.office] = counts.get(one.office, 0) + 1
    return "、".join(f"{office}{count}项" for office, count in counts.items())


def term(window: Window, as_of: date) -> str:
    """Say when a window has to be filed, seen from a day."""
    left = (window.due - as_of).days
    when = f"截止{window.due.month}月{window.due.day}日"
    return (
        f"{when}，还有{left}天"
        if left > 0
        else f"{when}，今天到期"
        if left == 0
        else f"{when}，已过{-left}天"
    )
