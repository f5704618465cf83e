"""What the ledgers hold, entry by entry with its place; what several checks look at."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec import UNSET, Struct

from gongkai_cli.model.plan import Plan
from gongkai_cli.model.problem import Path, Problem
from gongkai_cli.model.record import Act, Evidence, Ledger, Record
from gongkai_cli.model.status import Said
from gongkai_cli.model.workspace import Config, Workspace
from gongkai_cli.rules.ledger import standing
from gongkai_cli.rules.roster import roster


class Filed(Struct, frozen=True):
    """A record or an act, where it stands, and the plan it is about (None where the workspace lacks it)."""

    file: str
    at: Path
    plan: Plan | None
    office: str
    entry: Record | Act

    def problem(self, key: str, code: str, **about: str) -> Problem:
        """Tell a problem with one of its keys."""
        return Problem(self.file, (*self.at, key), code, about)


class FiledRecord(Filed, frozen=True):
    """A record that still counts or, `replaced`, one that a correction took the place of."""

    entry: Record
    replaced: bool


class FiledAct(Filed, frozen=True):
    """An act of supervision."""

    entry: Act


def records(workspace: Workspace) -> Iterator[FiledRecord]:
    """Go through all records of all ledgers."""
    plans = plans_by_id(workspace)
    for sourced in workspace.ledgers:
        ledger, plan = sourced.value, plans.get(sourced.value.plan)
        replaced = _replaced(ledger)
        for index, record in enumerate(ledger.records):
            at: Path = ("记录", index)
            yield FiledRecord(sourced.file, at, plan, ledger.office, record, id(record) in replaced)


def counting(workspace: Workspace) -> Iterator[FiledRecord]:
    """Go through the records that no correction replaced: what is put right is no longer told."""
    return (filed for filed in records(workspace) if not filed.replaced)


def acts(workspace: Workspace) -> Iterator[FiledAct]:
    """Go through all acts of supervision."""
    plans = plans_by_id(workspace)
    for sourced in workspace.supervision:
        plan = plans.get(sourced.value.plan)
        for index, act in enumerate(sourced.value.acts):
            yield FiledAct(sourced.file, ("督办", index), plan, act.office, act)


def entries(workspace: Workspace) -> Iterator[Filed]:
    """Go through records and acts alike."""
    yield from records(workspace)
    yield from acts(workspace)


def evidence(workspace: Workspace) -> Iterator[tuple[str, Path, Evidence]]:
    """Go through the evidence of the records that count, with file and place."""
    for filed in counting(workspace):
        for index, one in enumerate(filed.entry.evidence):
            yield filed.file, (*filed.at, "佐证材料", index), one


def plans_by_id(workspace: Workspace) -> dict[str, Plan]:
    """Return the plans by what they call themselves."""
    return {sourced.value.id: sourced.value for sourced in workspace.plans}


def offices_of(config: Config, plan: Plan | None) -> frozenset[str]:
    """Return all names under which an office is known: listed by the body, or named by the plan."""
    listed = {name for office in config.offices for name in (office.name, *office.aliases)}
    listed |= {config.coordinator} - {""}
    if plan is None:
        return frozenset(listed)
    groups = roster(config, plan).groups
    named = {name for task in plan.tasks for name in (*task.lead, *task.support, *task.implementing)}
    members = {member for name in named for member in groups.get(name, ())}
    return frozenset(listed | named | members)


def _replaced(ledger: Ledger) -> set[int]:
    """Return the identities of the records that a correction took the place of."""
    if all(record.corrects is UNSET for record in ledger.records):
        return set()
    by_task: dict[str, list[Said]] = defaultdict(list)
    for record in ledger.records:
        by_task[record.task].append(Said(ledger.office, record))
    kept = {id(word.record) for said in by_task.values() for word in standing(said)}
    return {id(record) for record in ledger.records} - kept
