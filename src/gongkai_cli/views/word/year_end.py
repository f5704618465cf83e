"""The year-end report (年度落实情况总结) of one plan as a Word file."""

from datetime import date

from gongkai_cli.model.status import PlanSummary
from gongkai_cli.model.workspace import Config
from gongkai_cli.views.word.chapters import chapters, unfinished
from gongkai_cli.views.word.context import Contents
from gongkai_cli.views.word.document import Imprint, fill
from gongkai_cli.views.word.figures import on_course, overview, unclear
from gongkai_cli.views.word.ledger import catalogue, ledger
from gongkai_cli.views.word.letterhead import letterhead
from gongkai_cli.views.word.tally import ensure_complete
from gongkai_cli.views.word.wording import roles


def render(summary: PlanSummary, as_of: date, config: Config, template: bytes) -> bytes:
    """Fill the template; the same input gives the same bytes, and no task of the plan is missing."""
    plan = summary.plan
    head = letterhead(plan, as_of, config)
    imprint = Imprint(
        title=head.title.replace("\n", ""),
        author=plan.body,
        subject=f"{plan.id}，数据截至{as_of.isoformat()}",
        day=as_of,
    )
    data = fill(template, (head, overview(summary), _contents(summary)), imprint)
    ensure_complete(data, plan)
    return data


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
