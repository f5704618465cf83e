"""年度落实情况总结: what became of a plan in its year, with the ledger and the catalogue of evidence."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.changes import ChangesText, changes_text
from gongkai_cli.views.word.chapters import chapters, unfinished
from gongkai_cli.views.word.chart.data import Chart
from gongkai_cli.views.word.chart.offered import charts_of
from gongkai_cli.views.word.context import Contents, Letterhead, Overview, OwnWords
from gongkai_cli.views.word.figures import on_course, overview, unclear
from gongkai_cli.views.word.ledger import catalogue, ledger
from gongkai_cli.views.word.letterhead import letterhead
from gongkai_cli.views.word.own_words import own_words
from gongkai_cli.views.word.tally import ensure_complete
from gongkai_cli.views.word.wording import roles

PARTS = (Letterhead, Overview, OwnWords, Contents, ChangesText)


def context(basis: Basis) -> tuple[Struct, ...]:
    """Find the words around the plan, its figures, its tasks and their evidence."""
    head = letterhead(basis, words("reports")["年终总结"])
    summary = basis.summary
    return head, overview(basis), own_words(basis), _contents(summary), changes_text(basis.changes)


def charts(basis: Basis) -> Mapping[str, Chart]:
    """Draw the lights of the offices and the pace of the year."""
    return charts_of(basis.summary, basis.as_of)


def ensure(body: Any, basis: Basis) -> None:
    """Refuse a report whose ledger lacks a task."""
    ensure_complete(body, basis.summary.plan)


def _contents(summary: PlanSummary) -> Contents:
    said, materials = roles(summary.plan), catalogue(summary)
    return Contents(
        lead_word=said.lead,
        support_word=said.support,
        chapters=chapters(summary),
        unfinished=unfinished(summary),
        on_course=on_course(summary),
        unclear=unclear(summary),
        ledger=ledger(summary, materials),
        catalogue=materials,
    )
