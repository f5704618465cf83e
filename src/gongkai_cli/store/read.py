"""Reading a workspace: every file's value, and every file's problems, all at once."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from gongkai_cli.model.calendar import Calendar
from gongkai_cli.model.convert import convert
from gongkai_cli.model.entry import Entry
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.problem import Position, Problem
from gongkai_cli.model.record import Evidence, Ledger, Supervision
from gongkai_cli.model.workspace import Config, Sourced, Workspace
from gongkai_cli.store import paths
from gongkai_cli.store.text import read_text
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.read import Places, load, places

if TYPE_CHECKING:
    from gongkai_cli.model.annual import AnnualReport, Report, TrialReport
    from gongkai_cli.model.request import Register

T = TypeVar("T", bound=Entry)
Wanted = Callable[[int], bool] | Collection[str] | None

_YEAR = re.compile(rb"^\xe5\xb9\xb4\xe5\xba\xa6: *[\"']?(\d{4})[\"']? *(?:#.*)?\r?$", re.MULTILINE)
_MAY_BE_BLANK = (Config, Calendar)
_HEAD = 4096  # 年度 stands near the top; where it does not, the whole plan is read


def read_workspace(
    root: Path, *, plans: Wanted = None, offices: Collection[str] | None = None
) -> tuple[Workspace, tuple[Problem, ...]]:
    """Read the settings, and the plans and ledgers wanted: by year, by plan id, or all; of some offices, or all.

    A file with faults gives problems and no value. Annual reports and requests are read where all is wanted;
    evidence is looked at by `evidence_digests` only.
    """
    problems: list[Problem] = []
    config = _values(root, _present(root, paths.CONFIG), Config, problems)
    calendar = _values(root, _present(root, paths.CALENDAR), Calendar, problems)
    files = _chosen_plans(root, plans)
    ledgers = [
        file
        for plan in _chosen_ledgers(root, plans, files)
        for file in paths.ledger_files(root, plan)
        if offices is None or paths.stem(file) in offices
    ]
    acts = [file for file in ledgers if paths.stem(file) == paths.SUPERVISION]
    annual, annual_faults = read_annual(root) if plans is None else ((), ())
    registers, register_faults = read_registers(root) if plans is None else ((), ())
    workspace = Workspace(
        config=config[0].value if config else Config(),
        plans=_values(root, files, Plan, problems),
        ledgers=_values(root, [file for file in ledgers if file not in acts], Ledger, problems),
        supervision=_values(root, acts, Supervision, problems),
        annual=annual,
        registers=registers,
        calendar=calendar[0].value if calendar else Calendar(),
    )
    return workspace, (*problems, *annual_faults, *register_faults)


def read_annual(root: Path) -> "tuple[tuple[Sourced[AnnualReport], ...], tuple[Problem, ...]]":
    """Read the annual reports, each in the form of the year its file is named by."""
    problems: list[Problem] = []
    reports: list[Sourced[AnnualReport]] = []
    for file in paths.annual_files(root):
        reports += _values(root, [file], form_of_file(file), problems)
    return tuple(reports), tuple(problems)


def read_registers(root: Path) -> "tuple[tuple[Sourced[Register], ...], tuple[Problem, ...]]":
    """Read the disclosure requests of all years: a case lives on until it is answered."""
    from gongkai_cli.model.request import Register  # noqa: PLC0415  only where requests are asked for

    problems: list[Problem] = []
    return _values(root, paths.requests_files(root), Register, problems), tuple(problems)


def plan_years(root: Path) -> dict[str, int | None]:
    """Say which year each plan, by id, is for, reading no more than need be; None where it cannot be told."""
    return {paths.stem(file): _year(root, file) for file in paths.plan_files(root)}


def evidence_digests(root: Path, workspace: Workspace) -> dict[str, str]:
    """SHA-256 of every file offered as evidence; "" where there is no such file inside the workspace."""
    from gongkai_cli.store.digest import digest_inside  # noqa: PLC0415  only `check` and the reports look at evidence

    home = root.resolve()
    offered = {one.file for one in _evidence(workspace) if one.file}
    return {file: digest_inside(home, file) or "" for file in sorted(offered)}


def locate(root: Path, problems: Iterable[Problem]) -> tuple[tuple[Problem, Position], ...]:
    """Give each problem its line and column, in the order given, by reading its file again."""
    from gongkai_cli.store.faults import position  # noqa: PLC0415  clean data never needs it

    known: dict[str, Places] = {}
    located = []
    for problem in problems:
        if not isinstance(problem.at, Position) and problem.file not in known:
            known[problem.file] = _places(root, problem.file)
        located.append((problem, position(problem, known.get(problem.file, {}))))
    return tuple(located)


# --- which files --------------------------------------------------------------------------------------------


def _present(root: Path, file: str) -> list[str]:
    return [file] if (root / file).is_file() else []


def _chosen_plans(root: Path, wanted: Wanted) -> list[str]:
    files = list(paths.plan_files(root))
    if wanted is None:
        return files
    if not callable(wanted):
        return [file for file in files if paths.stem(file) in wanted]
    years = [(file, _year(root, file)) for file in files]
    return [file for file, year in years if year is None or wanted(year)]


def _chosen_ledgers(root: Path, wanted: Wanted, plans: list[str]) -> list[str]:
    """All folders where all is wanted: a ledger may belong to a plan that is not there."""
    chosen = {paths.stem(file) for file in plans} if callable(wanted) else wanted
    return [plan for plan in paths.ledger_folders(root) if chosen is None or plan in chosen]


def _year(root: Path, file: str) -> int | None:
    try:
        with (root / file).open("rb") as opened:
            stated = _YEAR.search(opened.read(_HEAD))
    except OSError:
        return None
    if stated:
        return int(stated[1])
    plan = _value(root, file, Plan, [])
    return plan.year if plan else None


# --- one file -----------------------------------------------------------------------------------------------


def _values(
    root: Path, files: Iterable[str], kind: type[T], problems: list[Problem]
) -> tuple[Sourced[T], ...]:
    read = ((file, _value(root, file, kind, problems)) for file in files)
    return tuple(Sourced(file, value) for file, value in read if value is not None)


def _value(root: Path, file: str, kind: type[T], problems: list[Problem]) -> T | None:
    """Read one file; None with its problems added where it has any."""
    return value_of(read_text(root, file), kind, file, problems)


def value_of(text: str | Problem, kind: type[T], file: str, problems: list[Problem]) -> T | None:
    """Read the text of one file; None with its problems added where it has any, or was none."""
    if isinstance(text, Problem):
        problems.append(text)
        return None
    value = _clean(text, kind, file)
    if value is None:
        from gongkai_cli.store.faults import faults  # noqa: PLC0415  clean data never needs it

        problems.extend(faults(text, kind, file))
    return value


def reads_cleanly(text: str, kind: type[Entry], file: str) -> bool:
    """Say whether a text is a value of this kind as it stands."""
    return _clean(text, kind, file) is not None


def _clean(text: str, kind: type[T], file: str) -> T | None:
    """Convert a text without faults; None for any other, and for one that says nothing where it has to."""
    try:
        data = load(text)
    except YamlFault:
        return None
    if data is None and kind in _MAY_BE_BLANK:
        data = {}
    return convert(data, kind, file)[0]


def form_of_file(file: str) -> "type[TrialReport | Report]":
    """Tell the form by the year a file is named by; one that is named otherwise has the form in force."""
    from gongkai_cli.model.annual import Report, form_of  # noqa: PLC0415  only where there is a report

    year = paths.stem(file)
    return form_of(int(year)) if year.isascii() and year.isdecimal() else Report


# --- places and evidence ------------------------------------------------------------------------------------


def _places(root: Path, file: str) -> Places:
    text = read_text(root, file)
    try:
        return {} if isinstance(text, Problem) else places(text)
    except YamlFault:
        return {}


def _evidence(workspace: Workspace) -> Iterator[Evidence]:
    for ledger in workspace.ledgers:
        for record in ledger.value.records:
            yield from record.evidence
