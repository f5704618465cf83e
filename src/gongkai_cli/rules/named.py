"""Which offices and which groups a plan names, before any workspace lists them."""

from collections.abc import Iterator

from gongkai_cli.model.plan import Plan
from gongkai_cli.rules.roster import Roster

_NOBODY = Roster()


def offices_named(plan: Plan) -> tuple[str, ...]:
    """List the offices a plan names: those that lead first, each group in the order of the plan."""
    names = (name for name in _names(plan) if not _NOBODY.is_group(name) and not _NOBODY.is_unclear(name))
    return tuple(dict.fromkeys(names))


def groups_named(plan: Plan) -> tuple[str, ...]:
    """List the names that stand for several offices (各处室), in the order of the plan."""
    names = (name for name in _names(plan) if _NOBODY.is_group(name) and not _NOBODY.is_unclear(name))
    return tuple(dict.fromkeys(names))


def _names(plan: Plan) -> Iterator[str]:
    for field in ("lead", "implementing", "support"):
        for task in plan.tasks:
            yield from getattr(task, field)
