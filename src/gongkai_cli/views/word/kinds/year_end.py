"""年度落实情况总结: what became of a plan in its year, with the ledger and the catalogue of evidence."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from gongkai_cli.model.status import PlanSummary
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.chapters import chapters, unfinished
from gongkai_cli.views.word.context import Contents, Letterhead, Overview
from gongkai_cli.views.word.figures import on_course, overview, unclear
from gongkai_cli.views.word.ledger import catalogue, ledger
from gongkai_cli.views.word.letterhead import letterhead
from gongkai_cli.views.word.tally import ensure_complete
from gongkai_cli.views.word.wording import roles

PARTS = (Letterhead, Overview, Contents)


def context(basis: Basis) -> tuple[Struct, ...]:
    """Find the words around the plan, its figures, its tasks and their evidence."""
    summary = basis.summary
    head = letterhead(summary.plan, basis.as_of, basis.config)
    return head, overview(summary), _contents(summary)


def charts(basis: Basis) -> Mapping[str, Any]:  # noqa: ARG001  one signature for all kinds
    """Hold no chart."""
    return {}


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
