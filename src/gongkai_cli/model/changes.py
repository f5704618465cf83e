"""What changed in a plan between two states of its workspace: the result of `rules.changes`."""

from datetime import date

from msgspec import Struct

from gongkai_cli.model.plan import Plan
from gongkai_cli.model.record import Act, Evidence
from gongkai_cli.model.status import Light, Said, TaskStatus


class State(Struct, frozen=True, kw_only=True):
    """One of the two states: a commit (empty for the files as they lie there now) and the day it is measured on.

    `name` is what the user calls the commit, empty where he said a day. `changed` says that files as they lie
    there differ from the last commit. `plan` is None where the state has no such plan.
    """

    as_of: date
    name: str = ""
    commit: str = ""
    changed: bool = False
    plan: Plan | None = None
    totals: dict[Light, int] = {}


class Shown(Struct, frozen=True):
    """A piece of evidence with the office that offered it."""

    office: str
    evidence: Evidence


class TaskChange(Struct, frozen=True, kw_only=True):
    """A task that is not as it was; `before` is None for a new task, `after` for one that was dropped.

    `fields` names (in English) what the plan says otherwise; `records`, `evidence` and `acts` are new;
    `withdrawn` are records that no longer count because a later one corrects them.
    """

    before: TaskStatus | None
    after: TaskStatus | None
    fields: tuple[str, ...] = ()
    records: tuple[Said, ...] = ()
    withdrawn: tuple[Said, ...] = ()
    evidence: tuple[Shown, ...] = ()
    acts: tuple[Act, ...] = ()

    @property
    def standing(self) -> TaskStatus:
        """The task as it stands now, or stood last."""
        found = self.after or self.before
        assert found  # noqa: S101  a change has one side at least
        return found


class Changes(Struct, frozen=True, kw_only=True):
    """All that changed in one plan, task by task in printed order; `fields` are those of the plan itself."""

    before: State
    after: State
    fields: tuple[str, ...] = ()
    tasks: tuple[TaskChange, ...] = ()

    @property
    def plan(self) -> Plan:
        """The plan as it is now, or was last."""
        found = self.after.plan or self.before.plan
        assert found  # noqa: S101  two states without the plan are not compared
        return found
