"""An annual report on its way to `data/annual/`."""

from pathlib import Path

from msgspec.structs import replace

from gongkai_cli.cli.import_.imported import Imported, characters, told
from gongkai_cli.cli.session import Session
from gongkai_cli.documents.block import Document
from gongkai_cli.model.problem import Refusal
from gongkai_cli.planimport.annual.draft import annual_from
from gongkai_cli.store.annual import annual_change, write_annual
from gongkai_cli.store.converted import Change
from gongkai_cli.store.paths import annual_file
from gongkai_cli.views.annual import AnnualReview, annual_json, annual_page


class ImportedAnnual(Imported):
    """An annual report that was read from a document."""

    def __init__(self, session: Session, file: Path, document: Document, year: int | None) -> None:
        super().__init__(session, file, document)
        self.draft = annual_from(document, year=year)
        self.refuse_loss(self.draft.account)
        self.report = replace(self.draft.report, source=self.source)

    def tell(self, *, json: bool) -> None:
        """Show the review, or the report as JSON."""
        draft = self.draft
        review = AnnualReview(
            report=self.report,
            found=draft.found,
            unread=draft.unread,
            leftover=told(draft.leftover),
            characters=characters(draft.account),
            outcome=self.outcome,
            diff=self.diff,
        )
        if json:
            self.session.say(annual_json(review))
        else:
            self.session.show(annual_page(review, self.session.width))

    def _written(self, root: Path, *, update: bool) -> Change:
        self._ensure_ours()
        return write_annual(root, self.report, update=update)

    def _change(self, root: Path) -> Change:
        return annual_change(root, self.report, update=True)

    def _ensure_ours(self) -> None:
        """Refuse to keep another body's report: a year has one place. A short name of the own body will do."""
        if self._root() is None:
            return
        own, body = self.session.workspace(()).config.body, self.report.body
        if own and body and not (own.endswith(body) or body.endswith(own)):
            raise Refusal("annual-of-another", body=body, own=own, file=self.file)

    def _target(self) -> str:
        return annual_file(self.report.year)
