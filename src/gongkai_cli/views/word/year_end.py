"""The year-end report (年度落实情况总结) of one plan as a Word file."""

from datetime import date

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.plan import Plan, UpperDocument
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.model.workspace import Config
from gongkai_cli.views.word import figures
from gongkai_cli.views.word.chapters import chapter_counts, chapters, unfinished
from gongkai_cli.views.word.context import YearEnd
from gongkai_cli.views.word.document import Imprint, fill
from gongkai_cli.views.word.ledger import catalogue, ledger
from gongkai_cli.views.word.phrase import day_words, share, title_lines
from gongkai_cli.views.word.tally import ensure_complete
from gongkai_cli.views.word.wording import roles

_TITLE_WIDTH = 19
"""Characters of 二号 in a line of 156 mm, one left for programs that space digits."""


def render(summary: PlanSummary, as_of: date, config: Config, template: bytes) -> bytes:
    """Fill the template; the same input gives the same bytes, and no task of the plan is missing."""
    context = year_end(summary, as_of, config)
    subject = f"{summary.plan.id}，数据截至{as_of.isoformat()}"
    imprint = Imprint(
        title=context.title.replace("\n", ""), author=summary.plan.body, subject=subject, day=as_of
    )
    data = fill(template, context, imprint)
    ensure_complete(data, summary.plan)
    return data


def year_end(summary: PlanSummary, as_of: date, config: Config) -> YearEnd:
    """Find all words the report needs."""
    plan, materials, said = summary.plan, catalogue(summary), roles(summary.plan)
    ours = config if config.body in {"", plan.body} else Config()
    names = words("reports")["年终总结"]
    counts = chapter_counts(summary)
    total = counts[-1]
    return YearEnd(
        title=title_lines(plan.body, f"{plan.year}年{names['标题']}", _TITLE_WIDTH),
        to=ours.report_to,
        body=plan.body or names["缺单位"],
        year=plan.year,
        grounds=_grounds(plan),
        as_of=day_words(as_of),
        dated=day_words(as_of),
        contact=ours.contact,
        phone=ours.phone,
        lead_word=said.lead,
        support_word=said.support,
        ledger_title=f"{plan.year}年{names['附件一']}",
        catalogue_title=f"{plan.year}年{names['附件二']}",
        task_count=total.tasks,
        done_count=total.done,
        not_applicable_count=total.not_applicable,
        done_share=share(total.done, total.tasks),
        open_counts=figures.open_counts(summary),
        light_counts=figures.light_counts(summary),
        record_count=sum(len(status.said) for status in summary.tasks),
        evidence_count=len(materials),
        without_evidence=figures.without_evidence(summary),
        windows=figures.windows(summary),
        chapter_counts=counts,
        chapters=chapters(summary),
        unfinished=unfinished(summary),
        on_course=figures.on_course(summary),
        unclear=figures.unclear(summary),
        ledger=ledger(summary, materials),
        catalogue=materials,
    )


def _grounds(plan: Plan) -> str:
    """《…》（文号）和《…》（文号）: what the report answers to, the upper documents first."""
    own = UpperDocument(title=plan.title, document_number=plan.document_number)
    cited = [
        f"《{one.title}》" + (f"（{one.document_number}）" if one.document_number else "")
        for one in (*plan.upper, own)
    ]
    return "、".join(cited[:-1]) + "和" * (len(cited) > 1) + cited[-1]
