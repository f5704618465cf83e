"""A work plan on its way to `data/plans/`."""

import re
import unicodedata
from pathlib import Path

from msgspec.structs import replace

from gongkai_cli.cli.import_.imported import Imported, characters, told
from gongkai_cli.cli.session import Session
from gongkai_cli.documents.block import Document
from gongkai_cli.planimport.draft import plan_from
from gongkai_cli.store.converted import Change
from gongkai_cli.store.paths import plan_file
from gongkai_cli.store.plans import plan_change, write_plan

_SUFFIX = re.compile(r"-plan$", re.IGNORECASE)


class ImportedPlan(Imported):
    """A plan that was read from a document."""

    def __init__(
        self,
        session: Session,
        file: Path,
        document: Document,
        *,
        id: str,  # noqa: A002  the plan's own word
        year: int | None,
    ) -> None:
        super().__init__(session, file, document)
        self.draft = plan_from(document, id=id, year=year)
        self.refuse_loss(self.draft.account)
        self.plan = replace(self.draft.plan, source=self.source)

    def tell(self, *, json: bool) -> None:
        """Show the review, or the plan as JSON."""
        if json:
            self._tell_json()
            return
        from gongkai_cli.views.review import Review, review_page

        draft = self.draft
        review = Review(self.plan, told(draft.leftover), characters(draft.account), self.outcome, self.diff)
        self.session.show(review_page(review, self.session.width))

    def _tell_json(self) -> None:
        from gongkai_cli.rules.deadline import read_deadline
        from gongkai_cli.views.data import import_json

        plan = self.plan
        issued = plan.issued or None
        deadlines = [read_deadline(task.deadline, plan.year, issued=issued) for task in plan.tasks]
        self.session.say(import_json(plan, deadlines, told(self.draft.leftover)))

    def _written(self, root: Path, *, update: bool) -> Change:
        return write_plan(root, self.plan, update=update)

    def _change(self, root: Path) -> Change:
        return plan_change(root, self.plan, update=True)

    def _target(self) -> str:
        return plan_file(self.plan.id)


def id_from(file: Path) -> str:
    """Make a plan's id of a file's name."""
    name = _SUFFIX.sub("", unicodedata.normalize("NFKC", file.stem))
    return "-".join("".join(char if _fits(char) else " " for char in name).split()) or "plan"


def _fits(char: str) -> bool:
    """Whether an id may hold a character: Latin letters, digits, Chinese characters."""
    return (char.isascii() and char.isalnum()) or "\u3400" <= char <= "\u4dbf" or "\u4e00" <= char <= "\u9fff"
