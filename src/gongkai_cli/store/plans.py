"""Writing the plans: new ones whole, known ones only where their document now says something else."""

from pathlib import Path

from msgspec.structs import replace as replace_fields

from gongkai_cli.model.plan import Plan
from gongkai_cli.store.converted import Change, Converted, beside
from gongkai_cli.store.paths import plan_file

_OF_PLAN = ("body", "document_number", "issued", "published")
_OF_TASK = ("fixed_due", "targets", "upstream", "not_applicable")


def plan_change(root: Path, plan: Plan, *, update: bool) -> Change:
    """Tell what writing a plan would change, and write nothing."""
    return Converted(plan_file(plan.id), plan, merged).change(root, update=update)


def write_plan(root: Path, plan: Plan, *, update: bool) -> Change:
    """Write a plan; returns what changed."""
    return Converted(plan_file(plan.id), plan, merged).write(root, update=update)


def merged(old: Plan, new: Plan) -> Plan:
    """What the document says, and what people settled or added beside it."""
    known = {task.id: task for task in old.tasks}
    tasks = tuple(beside(known[one.id], one, _OF_TASK) if one.id in known else one for one in new.tasks)
    return replace_fields(beside(old, new, _OF_PLAN), tasks=tasks)
