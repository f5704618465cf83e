"""Where one office's records on one task are written: checked as `check` would, then appended, or only shown."""

from collections.abc import Sequence

from gongkai_cli.cli.record.offered import Offer, Place
from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import level, message
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.model.record import Evidence, Ledger, Record
from gongkai_cli.model.workspace import Sourced, Workspace
from gongkai_cli.rules import checks
from gongkai_cli.rules.hints import hints, strangers
from gongkai_cli.rules.roster import roster
from gongkai_cli.store.paths import ledger_file


class Desk:
    """One office's place at one task; `workspace` holds the settings and the plan."""

    def __init__(self, session: Session, workspace: Workspace, task: Task, office: str) -> None:
        self.session = session
        self.workspace = workspace
        self.task = task
        self.plan: Plan = workspace.plans[0].value
        self.office = office
        self.file = ledger_file(self.plan.id, office)

    @property
    def place(self) -> Place:
        """Where evidence is offered and kept."""
        return Place(self.session.start, self.session.root, self.plan.year)

    def checked(self, record: Record, offered: Sequence[Offer]) -> list[Problem]:
        """Make every check that concerns the record; refuses on errors, returns the hints."""
        found = self._problems(record, offered)
        errors = [one for one in found if level(one.code) == "错误"]
        if errors:
            raise faulty(errors)
        return found

    def checked_evidence(self, evidence: tuple[Evidence, ...], offered: Sequence[Offer]) -> None:
        """Refuse evidence that no record could offer."""
        trial = Record(day=self.session.day(None), task=self.task.id, status="推进中", evidence=evidence)
        found = (one for one in self._problems(trial, offered) if level(one.code) == "错误")
        errors = [one for one in found if isinstance(one.at, tuple) and "佐证材料" in one.at]
        if errors:
            raise faulty(errors)

    def tell(self, found: Sequence[Problem]) -> None:
        """Say the hints."""
        for hint in found:
            self.session.note(f"{level(hint.code)}：{message(hint.code, hint.about)}")

    def write(self, record: Record, offered: Sequence[Offer], *, dry_run: bool) -> None:
        """Check the record and append it, or show what would be added."""
        self.tell(self.checked(record, offered))
        if dry_run:
            self.show(record)
        else:
            self.file_record(record, offered)

    def file_record(self, record: Record, offered: Sequence[Offer], *, shown: bool = False) -> None:
        """Append the record, and say where; and what was added, unless it was just `shown`."""
        added = self.append(record, offered)
        self.session.say(
            f"已添加到 {self.file}" if shown else f"已添加到 {self.file}：\n{added}".rstrip("\n")
        )

    def show(self, record: Record) -> None:
        """Say what would be added and where."""
        from gongkai_cli.yamltext.write import record_text

        self.session.say(f"将添加到 {self.file}：\n{record_text(record)}".rstrip("\n"))

    def records(self) -> tuple[Record, ...]:
        """Read the office's records under the plan."""
        ledgers = self.session.workspace([self.plan.id], offices=[self.office]).ledgers
        return ledgers[0].value.records if ledgers else ()

    def append(self, record: Record, offered: Sequence[Offer]) -> str:
        """Append the record, and return its lines; the files first: it must not name evidence that is not there."""
        from gongkai_cli.store.evidence.files import keep
        from gongkai_cli.store.ledgers import append_record

        for one in offered:
            if one.kept:
                keep(self.session.root, one.kept)
        return append_record(self.session.root, self.plan.id, self.office, record)

    def _problems(self, record: Record, offered: Sequence[Offer]) -> list[Problem]:
        before = self.records() if record.corrects else ()  # else they need not be known
        ledger = Ledger(plan=self.plan.id, office=self.office, records=(*before, record))
        alone = Workspace(
            config=self.workspace.config,
            plans=self.workspace.plans,
            ledgers=(Sourced(self.file, ledger),),
            digests={one.kept.file: one.kept.sha256 for one in offered if one.kept},
        )
        found = checks.run(alone, self.session.day(None))
        told = (one for one in found if self._concerns(one, len(before)))
        known = roster(self.workspace.config, self.plan)
        return [*told, *strangers(self.task, self.office, known), *hints(record, self.plan)]

    def _concerns(self, problem: Problem, index: int) -> bool:
        return problem.file == self.file and (
            isinstance(problem.at, tuple) and problem.at[:2] in {("部门",), ("记录", index)}
        )


def faulty(problems: Sequence[Problem]) -> Refusal:
    """Refuse a record for what is wrong with it."""
    return Refusal("bad-record", detail="；".join(message(one.code, one.about) for one in problems))
