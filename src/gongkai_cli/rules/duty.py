"""Who answers for a task, and who else has a part in it."""

from collections.abc import Iterator

from msgspec import Struct

from gongkai_cli.model.plan import Task
from gongkai_cli.rules.roster import Roster


class Duty(Struct, frozen=True):
    """The offices whose word is the task's status (all of them must be done), and each office's role.

    Where `answering` is empty nobody in particular is named, and the coordinator may record.
    """

    answering: tuple[str, ...]
    roles: dict[str, str]
    names_somebody: bool


def duty(task: Task, roster: Roster) -> Duty:
    """Read a task's duties: the first of 落实部门 where given, else the first of 牵头, answers."""
    answering = _answering(task.implementing, roster) or _answering(task.lead, roster)
    roles: dict[str, str] = {}
    for name, role in _named(task):
        if not roster.is_unclear(name):
            for office in roster.members(name):
                roles.setdefault(office, role)
    return Duty(answering, roles, bool(task.implementing or task.lead))


def unclear_names(task: Task, roster: Roster) -> Iterator[str]:
    """Yield the names of a task that mean nobody in particular, each once."""
    yield from dict.fromkeys(name for name, _ in _named(task) if roster.is_unclear(name))


def _answering(names: tuple[str, ...], roster: Roster) -> tuple[str, ...]:
    """Return the first office named; where only groups are named, all their members."""
    clear = [name for name in names if not roster.is_unclear(name)]
    first = next((name for name in clear if not roster.is_group(name)), None)
    if first is not None:
        return (roster.office(first),)
    return tuple(dict.fromkeys(member for name in clear for member in roster.members(name)))


def _named(task: Task) -> Iterator[tuple[str, str]]:
    yield from ((name, "implementing") for name in task.implementing)
    yield from ((name, "lead") for name in task.lead)
    yield from ((name, "support") for name in task.support)
