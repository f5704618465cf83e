"""Writing one record: what the options say, made a record as strictly as a file is read, checked and appended."""

import subprocess
from typing import Any, get_args

from gongkai_cli.cli.offered import Offer, Place, offers
from gongkai_cli.cli.session import Session
from gongkai_cli.lexicon.load import level, message
from gongkai_cli.model.convert import convert
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.model.record import Ledger, Record, StatusWord
from gongkai_cli.model.workspace import Sourced, Workspace
from gongkai_cli.rules import checks
from gongkai_cli.rules.duty import Duty, duty
from gongkai_cli.rules.roster import Roster, roster
from gongkai_cli.store.paths import ledger_file

Fields = dict[str, Any]


class Desk:
    """Where one office's record on one task is written."""

    def __init__(self, session: Session, workspace: Workspace, task: Task, office: str | None) -> None:
        self.session = session
        self.workspace = workspace
        self.task = task
        self.plan: Plan = workspace.plans[0].value
        known = roster(workspace.config, self.plan)
        self.office = known.office(office) if office else self._office(known, duty(task, known))
        self.file = ledger_file(self.plan.id, self.office)

    def asked_status(self) -> str:
        """Ask how the task stands; refuses where nobody can be asked."""
        known = get_args(StatusWord)
        if not self.session.conversing:
            raise Refusal("no-status", known="、".join(known))
        return self.session.choose("状态", known)

    def asked_note(self) -> str:
        """Ask what was done, where somebody can be asked."""
        return self.session.ask("进展（做了什么）") if self.session.conversing else ""

    def reporter(self) -> str:
        """Name the user as git does; nobody where git does not know."""
        try:
            told = subprocess.run(
                ["git", "-C", str(self.session.root), "config", "user.name"],
                capture_output=True, check=False, timeout=5,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired):
            return ""
        return told.stdout.decode("utf-8", "replace").strip()

    def write(self, fields: Fields, *, dry_run: bool) -> None:
        """Check the record and append it to the office's ledger; say what was added and where."""
        place = Place(self.session.start, self.session.root, self.plan.year)
        offered = offers(fields["佐证材料"] or (), place)
        record = _record(
            fields | {"佐证材料": [one.said for one in offered], "计数": _counts(fields["计数"])}
        )
        for hint in self._checked(record, offered):
            self.session.note(f"{level(hint.code)}：{message(hint.code, hint.about)}")
        if dry_run:
            from gongkai_cli.yamltext.write import record_text

            self.session.say(f"将添加到 {self.file}：\n{record_text(record)}".rstrip("\n"))
        else:
            self.session.say(f"已添加到 {self.file}：\n{self._append(record, offered)}".rstrip("\n"))

    def _append(self, record: Record, offered: list[Offer]) -> str:
        """Keep the files first: a record must not name evidence that is not there."""
        from gongkai_cli.store.evidence import keep
        from gongkai_cli.store.ledgers import append_record

        for one in offered:
            if one.kept:
                keep(self.session.root, one.kept)
        return append_record(self.session.root, self.plan.id, self.office, record)

    def _checked(self, record: Record, offered: list[Offer]) -> tuple[Problem, ...]:
        """Make every check that concerns the record; refuses on errors, returns the hints."""
        before = self._before(record)
        ledger = Ledger(plan=self.plan.id, office=self.office, records=(*before, record))
        alone = Workspace(
            config=self.workspace.config,
            plans=self.workspace.plans,
            ledgers=(Sourced(self.file, ledger),),
            digests={one.kept.file: one.kept.sha256 for one in offered if one.kept},
        )
        found = [one for one in checks.run(alone, self.session.day(None)) if self._concerns(one, len(before))]
        errors = [one for one in found if level(one.code) == "错误"]
        if errors:
            raise _faulty(errors)
        return tuple(found)

    def _before(self, record: Record) -> tuple[Record, ...]:
        """Read the office's records where this one corrects one of them; else they need not be known."""
        if not record.corrects:
            return ()
        ledgers = self.session.workspace([self.plan.id], offices=[self.office]).ledgers
        return ledgers[0].value.records if ledgers else ()

    def _concerns(self, problem: Problem, index: int) -> bool:
        return problem.file == self.file and (
            isinstance(problem.at, tuple) and problem.at[:2] in {("部门",), ("记录", index)}
        )

    def _office(self, known: Roster, duties: Duty) -> str:
        """Take the office that answers; asks where several might, or refuses with the choices."""
        leads = [office for office, role in duties.roles.items() if role != "support"]
        if len(duties.answering) == 1 and not (self.session.conversing and len(leads) > 1):
            return duties.answering[0]
        choices = list(dict.fromkeys((*duties.answering, *leads, *duties.roles))) or [
            name for name in (known.coordinator,) if name
        ]
        if len(choices) == 1:
            return choices[0]
        if not choices or not self.session.conversing:
            raise Refusal("which-office", task=self.task.id, known="、".join(choices) or "（计划没有写）")
        return self.session.choose("填报部门", choices)


def _record(fields: Fields) -> Record:
    """Make a record of the fields that say something, as strictly as from a file."""
    said = {key: value for key, value in fields.items() if value}
    record, problems = convert(said, Record, "")
    if record is None:
        raise _faulty(problems)
    return record


def _faulty(problems: tuple[Problem, ...] | list[Problem]) -> Refusal:
    return Refusal("bad-record", detail="；".join(message(one.code, one.about) for one in problems))


def _counts(options: list[str] | None) -> dict[str, str]:
    counts: dict[str, str] = {}
    for name, number in map(_pair, options or ()):
        if name in counts:
            raise Refusal("count-twice", name=name)
        counts[name] = number
    return counts


def _pair(option: str) -> tuple[str, str]:
    name, equals, number = option.replace("＝", "=").rpartition("=")
    if not equals or not name.strip():
        raise Refusal("bad-count", value=option)
    return name.strip(), number.strip()
