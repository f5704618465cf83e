import io
import re
from datetime import date

import pytest
from msgspec.structs import replace
from rich.console import Console

from gongkai_cli.model.deadline import Deadline, Kind
from gongkai_cli.model.plan import Plan, Target, Task, Window
from gongkai_cli.model.status import (
    Filing,
    FilingState,
    Light,
    OfficeState,
    PlanSummary,
    Status,
    Summary,
    TaskStatus,
)
from gongkai_cli.views.filing import filed_lines, filing_word, window_shown
from gongkai_cli.views.page import Page
from gongkai_cli.views.plain import text_of
from gongkai_cli.views.rich_page import renderable
from gongkai_cli.views.show import show_page
from gongkai_cli.views.status import Asked, status_page
from gongkai_cli.views.width import wide

AS_OF = date(2021, 9, 20)
THIRD = Window(name="第三季度", start=date(2021, 7, 1), end=date(2021, 9, 30), due=date(2021, 9, 30))
FOURTH = Window(name="第四季度", start=date(2021, 10, 1), end=date(2021, 12, 31), due=date(2021, 12, 31))
TASK = Task(
    id="2-3-1",
    requirement="推进“互联网+政务服务”，及时公开 https://www.example.com/a/very/long/address 等信息。",
    targets=(
        Target(name="政府开放日", at_least=3, unit="次"),
        Target(name="多元化解读", of="政策解读", not_below="50%"),
    ),
)
ROW = TaskStatus(
    task=TASK,
    deadline=Deadline(text="9月前", kind=Kind.BY_DATE, due=date(2021, 8, 31), latest=date(2021, 9, 30)),
    status=Status.IN_PROGRESS,
    light=Light.RED,
    reason="已逾期20天，时限8月31日",
    days_late=20,
    offices=(OfficeState("体育产业处（保卫处）", "牵头", True, Status.IN_PROGRESS, date(2021, 9, 1)),),
)
PLAN = PlanSummary(
    plan=Plan(
        id="p", title="示例局2021年政务公开工作要点", year=2021, windows=(THIRD, FOURTH), tasks=(TASK,)
    ),
    totals={Light.RED: 1},
    tasks=(ROW,),
    unclear={},
)


def _status_page(width: int) -> Page:
    return status_page(Summary(as_of=AS_OF, plans=(PLAN,)), Asked(((ROW,),), None, width))


@pytest.mark.parametrize("width", [80, 100, 160])
def test_every_line_fits_and_rich_draws_what_plain_text_says(width: int) -> None:
    page = _status_page(width)
    drawn = io.StringIO()
    Console(file=drawn, width=width, color_system=None).print(renderable(page))
    rule = re.compile(r"[-─ ]+")
    plain = [line for line in text_of(page).splitlines() if not rule.fullmatch(line)]
    assert [line.rstrip() for line in drawn.getvalue().splitlines() if not rule.fullmatch(line)] == plain
    assert max(map(wide, plain)) <= width


def test_the_late_come_first_with_their_office_and_days() -> None:
    lines = text_of(_status_page(80)).splitlines()
    at = lines.index("逾期或未完成 1 项")
    assert lines[at + 1].startswith("● 2-3-1  体育产业处（保卫处）  逾期20天  推进“互联网+")


@pytest.mark.parametrize(
    ("status", "said"), [(Status.NOT_DONE, "未完成"), (Status.IN_PROGRESS, "年末无进展")]
)
def test_red_without_a_due_day_says_why(status: Status, said: str) -> None:
    row = replace(ROW, status=status, days_late=0)
    page = status_page(Summary(as_of=AS_OF, plans=(PLAN,)), Asked(((row,),), None, 80))
    assert f"● 2-3-1  体育产业处（保卫处）  {said}  推进" in text_of(page)


def test_the_bar_is_always_full() -> None:
    for counts in (
        {Light.DONE: 1, Light.RED: 1, Light.GREY: 1},
        {Light.GREEN: 7, Light.YELLOW: 6},
        {Light.RED: 1},
    ):
        tasks = (ROW,) * sum(counts.values())
        plan = replace(PLAN, totals=counts, tasks=tasks)
        page = status_page(Summary(as_of=AS_OF, plans=(plan,)), Asked((tasks,), None, 80))
        assert wide(text_of(page).splitlines()[4]) == 60


@pytest.mark.parametrize(
    ("day", "name", "shown"),
    [
        (date(2021, 6, 30), None, None),
        (date(2021, 9, 20), None, THIRD),
        (date(2021, 10, 1), None, FOURTH),
        (date(2022, 3, 1), None, FOURTH),
        (date(2022, 3, 1), "第三季度", THIRD),
        (date(2022, 3, 1), "第一季度", None),
    ],
)
def test_the_window_shown(day: date, name: str | None, shown: Window | None) -> None:
    assert window_shown(PLAN, day, name) == shown


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ({"甲": FilingState.FILED, "乙": FilingState.LATE}, "截止9月30日，还有10天；已报 2/2，全部报齐"),
        (
            {"甲": FilingState.NOT_DUE, "乙": FilingState.FILED},
            "截止9月30日，还有10天；已报 1/2；未报：甲1项",
        ),
        (
            {"甲": FilingState.RETURNED, "乙": FilingState.MISSING},
            "截止9月30日，还有10天；已报 0/2；未报：乙1项；退回待补报：甲1项",
        ),
    ],
)
def test_the_filing_of_a_window(states: dict[str, FilingState], said: str) -> None:
    filing = tuple(Filing("第三季度", office, state) for office, state in states.items())
    plan = replace(PLAN, tasks=(replace(ROW, filing=filing),))
    (line,) = filed_lines(plan, THIRD, AS_OF, 100)
    assert line.text == f"第三季度报送  {said}"


def test_a_task_of_several_offices_shows_how_many_have_filed() -> None:
    filing = tuple(
        Filing("第三季度", office, FilingState.FILED if office == "甲" else FilingState.MISSING)
        for office in "甲乙丙"
    )
    assert filing_word(replace(ROW, filing=filing), "第三季度") == "已报1/3"
    assert filing_word(replace(ROW, filing=filing[:1]), "第三季度") == "已报"
    assert filing_word(ROW, "第三季度") == ""


def test_show_tells_the_targets() -> None:
    shown = text_of(show_page("示例", ROW, AS_OF, 80))
    assert "指标      政府开放日至少3次；多元化解读占政策解读不低于50%" in shown
    assert "完成时限  9月前（2021-08-31、2021-09-30）" in shown
