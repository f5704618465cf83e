"""What changed, in words: the lines that the screen and the Word annex both show."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from msgspec import UnsetType

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.changes import Changes, Shown, State, TaskChange
from gongkai_cli.model.plan import FixedDue, Plan, Publication, Target, Task, UpperDocument, Window
from gongkai_cli.model.status import Said
from gongkai_cli.views.show import act_text, deadline_text, evidence_text, target_text
from gongkai_cli.views.word.phrase import sentence
from gongkai_cli.views.words import status_word

Told = tuple[str, str]
"""A label and its text."""

_KEPT = 12
"""Characters of what two texts share that are shown around what differs."""


def state_text(state: State) -> str:
    """Say a state: its day, and what the user calls it or that it is the files as they lie there."""
    said = words("changes")
    where = state.name if state.commit else said["工作区"] + (said["未提交"] if state.changed else "")
    return state.as_of.isoformat() + (f"（{where}）" if where else "")


def counts_text(changes: Changes) -> str:
    """Say how much changed: 52 项任务中有变化的 5 项：新进展 6条、督办 2次."""
    said, counts = words("changes"), _counts(changes)
    plan = changes.after.plan or changes.before.plan
    head = said["概况"].format(total=len(plan.tasks) if plan else 0, changed=len(changes.tasks))
    rest = "、".join(said["件数"][name].format(count) for name, count in counts.items() if count)
    return f"{head}：{rest}" if rest else str(head)


def plan_lines(changes: Changes) -> Iterator[Told]:
    """Say what the plan itself says otherwise."""
    if changes.before.plan and changes.after.plan:
        yield from _fields(changes.before.plan, changes.after.plan, changes.fields)


def task_lines(change: TaskChange, written: Callable[[date], str] = date.isoformat) -> Iterator[Told]:
    """Say everything that changed of a task but its light, days written so."""
    label = words("changes")["标签"]
    yield from _standing(change, written)
    for said in change.records:
        yield label["record"], _record(said, written)
    for said in change.withdrawn:
        yield label["withdrawn"], _record(said, written)
    for shown in change.evidence:
        yield label["evidence"], _evidence(shown)
    for act in change.acts:
        yield label["act"], f"{written(act.day)} {act.act} {act_text(act, written)}".rstrip()


def arrow(before: str, after: str) -> str:
    """Say that one thing became another; what was not there before, or is not any more, is said so."""
    none = str(words("changes")["没有"])
    return f"{before or none}{words('changes')['箭头']}{after or none}"


def _counts(changes: Changes) -> dict[str, int]:
    tasks = changes.tasks
    both = [(one.before, one.after) for one in tasks if one.before and one.after]
    return {
        "新列任务": sum(one.before is None for one in tasks) if changes.before.plan else 0,
        "撤下任务": sum(one.after is None for one in tasks),
        "亮灯": sum(before.light is not after.light for before, after in both),
        "进展": sum(len(one.records) for one in tasks),
        "佐证": sum(len(one.evidence) for one in tasks),
        "督办": sum(len(one.acts) for one in tasks),
    }


def _standing(change: TaskChange, written: Callable[[date], str]) -> Iterator[Told]:
    before, after, label = change.before, change.after, words("changes")["标签"]
    if before is None or after is None:
        return
    if before.status is not after.status:
        yield label["state"], arrow(status_word(before.status), status_word(after.status))
    if before.deadline != after.deadline:
        yield label["due"], arrow(deadline_text(before, written), deadline_text(after, written))
    yield from _fields(before.task, after.task, tuple(name for name in change.fields if name != "deadline"))


def _fields(before: Plan | Task, after: Plan | Task, names: tuple[str, ...]) -> Iterator[Told]:
    keys = dict(zip(before.__struct_fields__, before.__struct_encode_fields__, strict=True))
    for name in names:
        yield keys[name], arrow(*_apart(_text(getattr(before, name)), _text(getattr(after, name))))


def _text(value: Any) -> str:
    """A value of a plan as its readers would say it."""
    say = next((say for kind, say in _SAYINGS if isinstance(value, kind)), str)
    return " ".join(say(value).split())


_SAYINGS: tuple[tuple[type, Callable[[Any], str]], ...] = (
    (UnsetType, lambda _: ""),
    (date, date.isoformat),
    (tuple, lambda many: "、".join(map(_text, many))),
    (Target, target_text),
    (FixedDue, lambda fixed: f"{fixed.day.isoformat()}（{fixed.ground}）"),
    (Window, lambda window: f"{window.name}（截止 {window.due.isoformat()}）"),
    (UpperDocument, lambda upper: f"《{upper.title}》"),
    (Publication, lambda published: published.url),
)


def _apart(before: str, after: str) -> tuple[str, str]:
    """Two texts without most of what they share at both ends."""
    short = min(len(before), len(after))
    start = next((at for at in range(short) if before[at] != after[at]), short)
    end = next((at for at in range(short - start) if before[-1 - at] != after[-1 - at]), short - start)
    return _cut(before, start, end), _cut(after, start, end)


def _cut(text: str, start: int, end: int) -> str:
    first, last = max(start - _KEPT, 0), min(len(text) - end + _KEPT, len(text))
    return "……" * (first > 0) + text[first:last] + "……" * (last < len(text))


def _record(said: Said, written: Callable[[date], str]) -> str:
    record = said.record
    texts = (record.progress, record.effect, record.problem, record.reason, record.next)
    return f"{written(record.day)} {said.office} {record.status}　" + "".join(map(sentence, texts))


def _evidence(shown: Shown) -> str:
    return f"{shown.office} {evidence_text(shown.evidence)}"
