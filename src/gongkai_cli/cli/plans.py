"""Which plans and offices a command is about, and which task `15` or `guangzhou-sports-2021/15` names."""

import unicodedata
from datetime import date
from pathlib import Path
from typing import NamedTuple

from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.workspace import Config
from gongkai_cli.store.paths import plan_file
from gongkai_cli.store.read import plan_years


class Address(NamedTuple):
    """A task as the user names it."""

    plan: str | None
    task: str


def address(text: str, plan: str | None) -> Address:
    """Read `15` or `plan/15`; `--plan` may say the same, not another."""
    named, _, task = unicodedata.normalize("NFKC", text).strip().rpartition("/")
    if named and plan and named != plan:
        raise Refusal("two-plans", first=named, second=plan)
    return Address(named or plan, task)


def plans_for(root: Path, plan: str | None, day: date) -> list[str]:
    """List the plan asked for, or else every plan of the day's year."""
    years = plan_years(root)
    if not years:
        raise Refusal("no-plans", folder=root / "data" / "plans")
    if plan is None:
        return _current(years, day)
    plan_file(plan)
    if plan not in years:
        raise Refusal("no-such-plan", plan=plan, known="、".join(years))
    return [plan]


def plan_for(root: Path, plan: str | None, day: date) -> str:
    """Name the plan asked for, or else the only one of the day's year."""
    found = plans_for(root, plan, day)
    if len(found) > 1:
        raise Refusal("which-plan", known="、".join(found))
    return found[0]


def task_of(plan: Plan, task: str) -> Task:
    """Find a task of a plan by its id."""
    for one in plan.tasks:
        if one.id == task:
            return one
    if not plan.tasks:
        raise Refusal("plan-without-tasks", file=plan_file(plan.id))
    raise Refusal("no-such-task", plan=plan.id, task=task, first=plan.tasks[0].id, last=plan.tasks[-1].id)


def office_named(config: Config, name: str | None) -> str | None:
    """Return the office's own name where the user gave one of its others."""
    return next((office.name for office in config.offices if name in office.aliases), name)


def _current(years: dict[str, int | None], day: date) -> list[str]:
    """List the plans of the day's year, through 31 January also last year's; else the latest before.

    A plan whose year cannot be told is among them, so that what is wrong with it comes to light.
    """
    wanted = {day.year, day.year - 1} if day.month == 1 else {day.year}
    found = [plan for plan, year in years.items() if year in wanted]
    if not found:
        latest = max((year for year in years.values() if year and year < day.year), default=None)
        found = [plan for plan, year in years.items() if latest and year == latest]
    found += [plan for plan, year in years.items() if year is None]
    if not found:
        raise Refusal("no-plan-yet", day=day, known="、".join(years))
    return found
