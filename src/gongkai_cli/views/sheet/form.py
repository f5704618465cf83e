"""What stands in an office's sheet, as values: its columns, its blocks of tasks, what may be chosen."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.lexicon.sheet import (
    DEADLINE,
    DUTY,
    ID,
    LAST,
    NUMBER,
    REQUIREMENT,
    SECTION,
    Column,
    columns,
)
from gongkai_cli.model.deadline import Kind
from gongkai_cli.model.plan import Plan, Task, Window
from gongkai_cli.model.status import PlanSummary, TaskStatus
from gongkai_cli.rules.agenda import Agenda, agenda, last_word
from gongkai_cli.rules.reasons import note, role
from gongkai_cli.rules.windows import current, quarters, windows_of

SPARE = 10  # rows for what has no row of its own


class Block(Struct, frozen=True):
    """A heading and the rows below it: by column what is given; of a spare row nothing is."""

    heading: str
    rows: tuple[dict[str, str], ...]


class Form(Struct, frozen=True, kw_only=True):
    """An office's sheet. `numbers` and `windows` are what may be chosen as 序号 and 报送期."""

    plan: Plan
    office: str
    as_of: date
    window: Window | None
    columns: tuple[Column, ...]
    blocks: tuple[Block, ...]
    numbers: tuple[str, ...]
    windows: tuple[str, ...]

    @property
    def title(self) -> str:
        """The heading of the sheet."""
        return str(words("sheet")["标题"]).format(title=self.plan.title, office=self.office)

    @property
    def remark(self) -> str:
        """The line below the heading: as of when, for which window, what to fill in."""
        said = words("sheet")
        window = self.window
        asked = said["说明行报送期"].format(window=window.name, due=window.due) if window else ""
        return str(said["说明行"]).format(as_of=self.as_of, window=asked)

    def facts(self) -> dict[str, str]:
        """Say where the sheet belongs, for whoever reads it back."""
        window = self.window.name if self.window else ""
        said = {"计划": self.plan.id, "部门": self.office, "截至": self.as_of.isoformat(), "报送期": window}
        return {words("sheet")["身份"][key]: value for key, value in said.items()}


def form_of(summary: PlanSummary, office: str, as_of: date) -> Form | None:
    """Fill in what is given of an office's sheet; None for an office without open tasks."""
    wanted = agenda(summary, office)
    if not wanted.leads and not wanted.supports:
        return None
    plan, chosen = summary.plan, (*wanted.leads, *wanted.supports)
    mine = [row for row in summary.tasks if any(one.office == office for one in row.offices)]
    return Form(
        plan=plan,
        office=office,
        as_of=as_of,
        window=current(windows_of(plan), as_of) or next(iter(windows_of(plan)), None),
        columns=tuple(_columns(plan, chosen)),
        blocks=tuple(_blocks(wanted, office)),
        numbers=tuple(row.task.id for row in mine),
        windows=tuple(one.name for one in plan.windows or quarters(plan.year)),
    )


def _columns(plan: Plan, rows: tuple[TaskStatus, ...]) -> Iterator[Column]:
    """Choose the columns that have something to say."""
    wanted = {
        "": True,
        "编号不同": any(_number(task) != task.id for task in plan.tasks),
        "有指标": any(row.task.targets for row in rows),
    }
    return (one for one in columns() if wanted.get(one.shown, False))


def _blocks(wanted: Agenda, office: str) -> Iterator[Block]:
    said = words("sheet")["块"]
    ordinals = iter(said["序"])
    for heading, rows in (("负责", wanted.leads), ("配合", wanted.supports)):
        if rows:
            text = next(ordinals) + said[heading].format(count=len(rows))
            yield Block(text, tuple(_given(row, office) for row in rows))
    yield Block(next(ordinals) + said["补充"], ({},) * SPARE)


def _given(row: TaskStatus, office: str) -> dict[str, str]:
    task = row.task
    return {
        NUMBER: _number(task),
        ID: task.id,
        SECTION: task.section or task.chapter,
        REQUIREMENT: task.requirement,
        DEADLINE: _deadline(row),
        DUTY: _duty(task),
        LAST: _last(row, office),
    }


def _number(task: Task) -> str:
    return task.number or task.id


def _deadline(row: TaskStatus) -> str:
    said, due = row.deadline.text, row.deadline.due
    read = f"（{due.isoformat()}）" if due and row.deadline.kind is Kind.BY_DATE else ""
    return f"{said}\n{read}".strip() or str(words("sheet")["没有"])


def _duty(task: Task) -> str:
    parts = (("implementing", task.implementing), ("lead", task.lead), ("support", task.support))
    return "\n".join(f"{role(part)}：{'、'.join(names)}" for part, names in parts if names)


def _last(row: TaskStatus, office: str) -> str:
    """Say what the office last reported, and that it was sent back where it was."""
    said = last_word(row, office)
    if said is None:
        return str(words("sheet")["尚无"])
    head = words("sheet")["上次"].format(day=said.record.day.isoformat(), status=said.record.status)
    flag = note("returned") if note("returned") in row.notes else ""
    return "\n".join(filter(None, (head, said.record.progress, flag)))
