"""Writing the plans: new ones whole, known ones only where their document now says something else."""

from pathlib import Path
from typing import TypeVar

from msgspec import UNSET, Struct
from msgspec.structs import replace as replace_fields

from gongkai_cli.model.convert import convert
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.store.lock import locked
from gongkai_cli.store.paths import plan_file
from gongkai_cli.store.replace import present, replace, sweep, told
from gongkai_cli.store.text import decode
from gongkai_cli.yamltext.edit import edited
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.read import load
from gongkai_cli.yamltext.write import plan_text, stated

_BOM = b"\xef\xbb\xbf"
_ABSENT = ("", (), UNSET)
_OF_PLAN = ("body", "document_number", "issued", "published")
_OF_TASK = ("fixed_due", "targets", "upstream", "not_applicable")

T = TypeVar("T", Plan, Task)


class Change(Struct, frozen=True):
    """What a plan's file holds, None where there is none, and what it is to hold."""

    file: str
    was: bytes | None
    now: bytes

    @property
    def diff(self) -> str:
        """The change as a unified diff; empty where there is none."""
        from difflib import unified_diff  # noqa: PLC0415  only where a change is shown

        was, now = (_lines(data) for data in (self.was, self.now))
        return "".join(f"{line}\n" for line in unified_diff(was, now, self.file, self.file, lineterm=""))


def plan_change(root: Path, plan: Plan, *, update: bool) -> Change:
    """Tell what writing a plan would change, and write nothing.

    A plan that is there is only changed for an update: then its comments stay, what a person settled or added
    stays where the document says nothing of it, and the rest becomes what the document says.
    """
    file = plan_file(plan.id)
    with told(root / file):
        was = present(root / file)
    fresh = plan_text(plan).encode()
    if was is None or was == fresh:
        return Change(file, was, fresh)
    if not update:
        raise Refusal("plan-exists", file=file)
    return Change(file, was, _updated(was, plan, file))


def write_plan(root: Path, plan: Plan, *, update: bool) -> Change:
    """Write a plan; returns what changed."""
    path = root / plan_file(plan.id)
    with locked(root):
        sweep(path)
        change = plan_change(root, plan, update=update)
        if change.now != change.was:
            replace(path, change.was, change.now)
    return change


def merged(old: Plan, new: Plan) -> Plan:
    """What the document says, and what people settled or added beside it."""
    known = {task.id: task for task in old.tasks}
    tasks = tuple(_beside(known[one.id], one, _OF_TASK) if one.id in known else one for one in new.tasks)
    return replace_fields(_beside(old, new, _OF_PLAN), tasks=tasks)


def _beside(old: T, new: T, names: tuple[str, ...]) -> T:
    """Keep what only the old states of some fields, and no doubt a person has struck out."""
    kept = {name: getattr(old, name) for name in names if getattr(new, name) in _ABSENT}
    before, after = dict(stated(old)), dict(stated(new))
    open_doubts = {
        key: why for key, why in new.doubts.items() if key in old.doubts or before.get(key) != after.get(key)
    }
    return replace_fields(new, doubts=open_doubts, **kept)


def _updated(was: bytes, plan: Plan, file: str) -> bytes:
    text = decode(was, file)
    if isinstance(text, Problem):
        raise Refusal("plan-broken", file=file, line=1)
    try:
        old, _ = convert(load(text), Plan, file)
        if old is None:
            raise Refusal("plan-broken", file=file, line=1)
        now = edited(text, old, merged(old, plan)).encode()
    except YamlFault as fault:
        code = fault.code if fault.code == "plan-layout" else "plan-broken"
        raise Refusal(code, file=file, line=fault.position.line) from fault
    return _BOM + now if was.startswith(_BOM) else now


def _lines(data: bytes | None) -> list[str]:
    return (data or b"").decode("utf-8-sig", "replace").splitlines()
