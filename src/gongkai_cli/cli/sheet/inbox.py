"""Sheets that came back → the records they add, checked as strictly as a file; nothing is written here."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from gongkai_cli.cli.plans import plans_for
from gongkai_cli.cli.record.offered import Offer, Place, offers
from gongkai_cli.cli.session import Session
from gongkai_cli.cli.sheet.pictures import folder_of, pictures
from gongkai_cli.cli.sheet.vetting import Line, Vetting, at_row
from gongkai_cli.documents.read import transcribe
from gongkai_cli.documents.sheet.pictures import holds_pictures
from gongkai_cli.lexicon.sheet import TITLES
from gongkai_cli.model.convert import convert
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.model.record import Record
from gongkai_cli.model.workspace import Workspace
from gongkai_cli.planimport.filled.entry import Entry, entries
from gongkai_cli.planimport.filled.sheet import Filled, filled
from gongkai_cli.rules.roster import roster
from gongkai_cli.store.paths import ledger_file


class Belonging(Struct, frozen=True):
    """Which plan and which office a sheet is of, as far as it is told."""

    plan: str | None = None
    office: str | None = None


class Batch(Struct, frozen=True, kw_only=True):
    """What one sheet adds to a ledger; `known` rows are there already. Problems say row and column."""

    file: str
    plan: Plan
    office: str
    lines: tuple[Line, ...]
    known: int
    problems: tuple[Problem, ...]


class Inbox:
    """Takes sheet after sheet: a later one knows what the earlier ones add."""

    def __init__(self, session: Session, told: Belonging, folder: Path | None) -> None:
        self.session, self.told, self.folder = session, told, folder
        self.adding: dict[str, list[Record]] = {}
        self.coming: list[Offer] = []

    def take(self, path: Path, *, alone: bool) -> Batch:
        """Read a sheet and check its rows."""
        sheet = filled(transcribe(path))
        plan, office, workspace = self._belongs(sheet, path)
        rows, problems = entries(sheet, plan, path.name)
        folder = folder_of(path, self.folder, plan, alone=alone)
        found = pictures(folder, rows, plan, path.name)
        problems = (*self._unread(path, folder), *problems, *found.problems)
        reader = _Reader(path.name, Place(self.session.start, self.session.root, plan.year))
        lines = [line for row in rows if (line := self._line(reader, row, found.by_row.get(row.row, ())))]
        file = ledger_file(plan.id, office)
        before = [record for one in workspace.ledgers for record in one.value.records if one.file == file]
        before += self.adding.setdefault(file, [])
        new = list(_new(lines, before))
        self.adding[file] += [line.record for line in new]
        vetting = Vetting(workspace, plan, office, sheet.facts.get("报送期", ""))
        return Batch(
            file=path.name,
            plan=plan,
            office=office,
            lines=tuple(new),
            known=len(lines) - len(new),
            problems=(
                *problems,
                *reader.problems,
                *vetting.problems(path.name, before, new, self.session.day(None)),
            ),
        )

    def _line(self, reader: "_Reader", row: Entry, files: Sequence[Path]) -> Line | None:
        line = reader.line(row, files, self.coming)
        self.coming += line.offered if line else ()
        return line

    def _unread(self, path: Path, folder: Path | None) -> Iterator[Problem]:
        """Tell of pictures that may have been meant for the sheet and are not looked at."""
        if holds_pictures(path):
            yield Problem(path.name, (), "sheet-pictures")
        if self.folder and not folder:
            yield Problem(
                path.name, (), "pictures-no-folder", {"folder": str(self.folder), "name": path.stem}
            )

    def _belongs(self, sheet: Filled, path: Path) -> tuple[Plan, str, Workspace]:
        """Say whose sheet it is, by itself or else by the options, which must not say otherwise."""
        name = _one(sheet.facts.get("计划"), self.told.plan, "--plan", path)
        said = _one(sheet.facts.get("部门"), self.told.office, "--office", path)
        (plan_id,) = plans_for(self.session.root, name, self.session.day(None))
        settings = self.session.workspace([plan_id], offices=())
        plan = settings.plans[0].value
        office = roster(settings.config, plan).office(said)
        return plan, office, self.session.workspace([plan_id], offices=[office])


class _Reader:
    """Makes records of rows, and notes what is wrong with them."""

    def __init__(self, file: str, place: Place) -> None:
        self.file, self.place = file, place
        self.problems: list[Problem] = []

    def line(self, row: Entry, files: Sequence[Path], coming: Sequence[Offer]) -> Line | None:
        """Make a record of a row, its links and its files, as strictly as from a ledger."""
        titles = list(row.titles)
        named = [f"{titles.pop(0) if titles else ''} {path.absolute()}".strip() for path in files]
        self.problems += [
            Problem(self.file, (row.row, TITLES), "row-no-file", {"value": title}) for title in titles
        ]
        offered = offers((*row.evidence, *named), self.place.after(coming))
        evidence = {"佐证材料": [one.said for one in offered]} if offered else {}
        record, wrong = convert(row.fields | evidence, Record, self.file)
        self.problems += [at_row(one, self.file, row.row) for one in wrong]
        return Line(row.row, record, tuple(offered)) if record else None


def _one(said: str | None, option: str | None, name: str, path: Path) -> str:
    if said and option and said != option:
        raise Refusal("sheet-other", file=path.name, said=said, option=name, value=option)
    if not said and not option:
        raise Refusal("sheet-anonymous", file=path.name)
    return said or option or ""


def _new(lines: Sequence[Line], before: Sequence[Record]) -> Iterator[Line]:
    """Yield what is not in the ledger yet, each once."""
    known = list(before)
    for line in lines:
        if not any(_says_no_more(line.record, one) for one in known):
            known.append(line.record)
            yield line


def _says_no_more(record: Record, known: Record) -> bool:
    """Say whether a record is one that is known: in everything but evidence that did not come again."""
    return replace(record, evidence=known.evidence) == known and set(record.evidence) <= set(known.evidence)
