"""Importing one document: read, understood, written as a plan, and told with everything that needs a person."""

import re
import unicodedata
from pathlib import Path

from msgspec.structs import replace

from gongkai_cli.cli.session import Session
from gongkai_cli.documents.read import read
from gongkai_cli.model.leaf import whole
from gongkai_cli.model.plan import Source
from gongkai_cli.model.problem import Refusal
from gongkai_cli.planimport.draft import Draft, plan_from
from gongkai_cli.store.converted import Change
from gongkai_cli.store.paths import plan_file
from gongkai_cli.store.plans import plan_change, write_plan

_SUFFIX = re.compile(r"-plan$", re.IGNORECASE)
_UNFIT = re.compile(r"[^0-9A-Za-z\u3400-\u4dbf\u4e00-\u9fff]+")


class Import:
    """A document on its way to `data/plans/`."""

    def __init__(self, session: Session, file: Path, *, plan: str | None, year: int | None) -> None:
        self.session = session
        self.change: Change | None = None
        self.written = False
        document = read(file)
        draft = plan_from(document, id=plan or id_from(file), year=year)
        if draft.account.lost:
            raise Refusal("import-lost", file=file, lost=draft.account.lost[:40])
        source = Source(file=self._shown(file), sha256=document.sha256)
        self.draft: Draft = replace(draft, plan=replace(draft.plan, source=source))

    def write(self, *, dry_run: bool, update: bool) -> None:
        """Write the plan's file, unless only the result is asked for."""
        if not dry_run:
            # the first plan makes a folder a workspace
            self.change = write_plan(self._root() or self.session.start, self.draft.plan, update=update)
        elif self._root():
            self.change = plan_change(self.session.root, self.draft.plan, update=True)
        self.written = not dry_run

    def tell(self, *, json: bool) -> None:
        """Show the review, or the plan as JSON."""
        if json:
            self._tell_json()
            return
        from gongkai_cli.views.review import Characters, Review, review_page

        account = self.draft.account
        characters = Characters(
            total=account.total,
            tasks=account.tasks,
            headings=account.headings,
            header=account.header,
            leftover=account.leftover,
        )
        diff = self.change.diff if self.change and self.change.was is not None else ""
        review = Review(self.draft.plan, self._left(), characters, self._outcome(), diff)
        self.session.show(review_page(review, self.session.width))

    def _tell_json(self) -> None:
        from gongkai_cli.rules.deadline import read_deadline
        from gongkai_cli.views.data import import_json

        plan = self.draft.plan
        issued = plan.issued or None
        deadlines = [read_deadline(task.deadline, plan.year, issued=issued) for task in plan.tasks]
        self.session.say(import_json(plan, deadlines, self._left()))

    def _left(self) -> tuple[tuple[str, str], ...]:
        return tuple((one.locator, one.text) for one in self.draft.leftover)

    def _outcome(self) -> str:
        file = plan_file(self.draft.plan.id)
        if self.change and self.change.now == self.change.was:
            return f"{file} 已是这个内容，没有改动"
        if not self.written:
            return f"没有写文件（--dry-run）；去掉 --dry-run 就写到 {file}"
        return f"已写入 {file}" if self.change and self.change.was is None else f"已更新 {file}"

    def _shown(self, file: Path) -> str:
        """Name the document as the plan will: by its path in the workspace, or by its name alone."""
        root, path = self._root(), file.resolve()
        return path.relative_to(root).as_posix() if root and path.is_relative_to(root) else file.name

    def _root(self) -> Path | None:
        """Find the workspace; a result may be looked at without one."""
        try:
            return self.session.root.resolve()
        except Refusal:
            return None


def id_from(file: Path) -> str:
    """Make a plan's id of a file's name."""
    name = _SUFFIX.sub("", unicodedata.normalize("NFKC", file.stem))
    return _UNFIT.sub("-", name).strip("-") or "plan"


def year_of(text: str | None) -> int | None:
    """Read `--year`."""
    if text is None:
        return None
    try:
        year = whole(text)
    except ValueError:
        year = 0
    if not 1990 <= year <= 2100:
        raise Refusal("bad-year", value=text)
    return year
