"""Files that came with a sheet: a folder for each task, named by its 序号 (`图片/15/现场.jpg`)."""

import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.lexicon.sheet import squeezed
from gongkai_cli.model.plan import Plan, Task
from gongkai_cli.model.problem import Problem, Refusal
from gongkai_cli.planimport.filled.day import days
from gongkai_cli.planimport.filled.entry import Entry, task_named
from gongkai_cli.store.paths import entries

_DIGITS = re.compile(r"(\d+)")


class Pictures(Struct, frozen=True):
    """Row → its files, in the order a person would count them; and what could not be told."""

    by_row: dict[int, tuple[Path, ...]] = {}
    problems: tuple[Problem, ...] = ()


def folder_of(sheet: Path, given: Path | None, plan: Plan, *, alone: bool) -> Path | None:
    """Find the folder that came with a sheet: named like it, or the one folder of all where it came alone.

    Where there is no such folder, those of the tasks may lie beside the sheet itself.
    """
    if given and not given.is_dir():
        raise Refusal("no-folder", folder=given)
    base = given or sheet.parent
    own = base / sheet.stem
    if own.is_dir():
        return own
    common = given or base / words("sheet")["图片"]
    if not alone or common.is_dir():
        return common if alone else None
    return base if any(_task(one, plan) for one in _folders(base)) else None


def pictures(folder: Path | None, rows: Sequence[Entry], plan: Plan, file: str) -> Pictures:
    """Say which files belong to which row."""
    finder = _Finder(rows, plan, file)
    for one in _folders(folder) if folder else ():
        finder.task_folder(one)
    if folder and not (folder / file).is_file():  # what lies beside the sheet may be anything
        finder.loose(folder)
    return Pictures({row: tuple(found) for row, found in finder.by_row.items()}, tuple(finder.problems))


class _Finder:
    def __init__(self, rows: Sequence[Entry], plan: Plan, file: str) -> None:
        self.rows, self.plan, self.file = rows, plan, file
        self.by_row: dict[int, list[Path]] = {}
        self.problems: list[Problem] = []

    def task_folder(self, folder: Path) -> None:
        """Give the files of a task's folder to its row, those of a day's folder in it to the row of that day."""
        task = _task(folder, self.plan)
        if task is None:
            self._note("pictures-no-task", value=folder.name)
            return
        rows = [one for one in self.rows if one.task == task.id]
        self._give(folder, rows, task.id)
        for one in _folders(folder):
            told = {day.isoformat() for day in days(one.name, self.plan.year)}
            self._give(one, [row for row in rows if row.fields["日期"] in told], task.id)

    def loose(self, folder: Path) -> None:
        """Tell of files that lie in no task's folder."""
        names = "、".join(path.name for path in _files(folder))
        if names:
            self._note("pictures-loose", value=folder.name, files=names)

    def _give(self, folder: Path, rows: Sequence[Entry], task: str) -> None:
        found = _files(folder)
        if not found:
            return
        if len(rows) == 1:
            self.by_row.setdefault(rows[0].row, []).extend(found)
        elif rows:
            self._note("pictures-which-row", value=folder.name, task=task, count=str(len(rows)))
        else:
            self._note("pictures-no-row", value=folder.name, task=task, count=str(len(found)))

    def _note(self, code: str, **about: str) -> None:
        self.problems.append(Problem(self.file, (), code, about))


def _task(folder: Path, plan: Plan) -> Task | None:
    return task_named(plan, squeezed(folder.name))


def _folders(folder: Path) -> list[Path]:
    return [Path(one.path) for one in entries(folder) if one.is_dir(follow_symlinks=False)]


def _files(folder: Path) -> list[Path]:
    ignored = words("sheet")["不是佐证"]
    found = [
        Path(one.path)
        for one in entries(folder)
        if one.is_file(follow_symlinks=False) and one.name.lower() not in ignored
    ]
    return sorted(found, key=_counted)


def _counted(path: Path) -> list[tuple[int, str]]:
    """Order 2.jpg before 10.jpg."""
    return [(int(part), "") if part.isdecimal() else (0, part) for part in _DIGITS.split(path.name)]
