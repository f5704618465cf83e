"""Writing the sheets of one office or of all, never over one that somebody has filled in."""

from datetime import date
from pathlib import Path

from gongkai_cli.cli.plans import office_named
from gongkai_cli.cli.session import Session
from gongkai_cli.documents.read import transcribe
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.planimport.filled.entry import is_filled
from gongkai_cli.planimport.filled.sheet import filled
from gongkai_cli.rules.summary import summarise
from gongkai_cli.store.git.repository import default_office
from gongkai_cli.store.paths import ledger_file
from gongkai_cli.store.replace import replace
from gongkai_cli.views.sheet.form import Form, form_of

_FOLDER = "reports"


class Exporter:
    """One plan as of a day, from which sheets are made."""

    def __init__(self, session: Session, plan: str, day: date) -> None:
        self.session, self.plan, self.day = session, plan, day
        self.workspace = session.workspace([plan])
        (self.summary,) = summarise(self.workspace, day, [plan]).plans

    def one(self, office: str | None, output: Path | None) -> None:
        """Write the sheet of an office: the one named, else the one this clone is set up for."""
        named = office or default_office(self.session.root)
        if not named:
            raise Refusal("sheet-which-office", known="、".join(self._offices()))
        form = self._form(office_named(self.workspace.config, named) or "")
        if form is None:
            raise Refusal(
                "sheet-no-open-tasks", plan=self.plan, office=named, known="、".join(self._offices())
            )
        path = self._place(output) / _name(form) if not output or output.is_dir() else output
        self._write(form, path)

    def all(self, output: Path | None) -> None:
        """Write a sheet for every office with open tasks."""
        forms = [form for office in self._offices() if (form := self._form(office))]
        if not forms:
            raise Refusal("sheet-nobody", plan=self.plan, day=self.day)
        if output and output.is_file():
            raise Refusal("not-a-folder", path=output)
        folder = self._place(output)
        for form in forms:
            self._write(form, folder / _name(form))

    def _offices(self) -> list[str]:
        """List the offices that have a part in a task: as the body lists them, then as the plan names them."""
        named = {one.office for row in self.summary.tasks for one in row.offices}
        listed = [office.name for office in self.workspace.config.offices if office.name in named]
        rest = (one.office for row in self.summary.tasks for one in row.offices)
        return [office for office in dict.fromkeys((*listed, *rest)) if self._form(office)]

    def _form(self, office: str) -> Form | None:
        ledger_file(self.plan, office)  # refuses a name no file can have
        return form_of(self.summary, office, self.day)

    def _place(self, output: Path | None) -> Path:
        return output or self.session.root / _FOLDER

    def _write(self, form: Form, path: Path) -> None:
        from gongkai_cli.views.sheet.workbook import workbook

        was = path.read_bytes() if path.exists() else None
        if was is not None and _is_filled(path):
            raise Refusal("sheet-filled", file=path)
        replace(path, was, workbook(form))
        count = sum(bool(row) for block in form.blocks for row in block.rows)
        near = path.is_relative_to(Path.cwd())
        self.session.say(f"已写入 {path.relative_to(Path.cwd()) if near else path}（{count} 项任务）")


def _name(form: Form) -> str:
    said = words("sheet")
    window = said["文件名报送期"].format(window=form.window.name) if form.window else ""
    name = said["文件名"].format(year=form.plan.year, office=form.office, window=window)
    return f"{name}.xlsx"


def _is_filled(path: Path) -> bool:
    """Say whether somebody has written in a sheet; what is no sheet of ours is somebody's too."""
    try:
        return is_filled(filled(transcribe(path)))
    except Refusal:
        return True
