"""Title, addressee, grounds, signature: what stands around a report."""

from datetime import date

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.plan import Plan, UpperDocument
from gongkai_cli.model.workspace import Config
from gongkai_cli.views.word.context import Letterhead
from gongkai_cli.views.word.phrase import day_words, title_lines

_TITLE_WIDTH = 19
"""Characters of 二号 in a line of 156 mm, one left for programs that space digits."""


def letterhead(plan: Plan, as_of: date, config: Config) -> Letterhead:
    """Find the words around a plan's year-end report; the workspace's own facts serve its own body only."""
    ours = config if config.bears_on(plan) else Config()
    names = words("reports")["年终总结"]
    return Letterhead(
        title=title_lines(plan.body, f"{plan.year}年{names['标题']}", _TITLE_WIDTH),
        to=ours.report_to,
        body=plan.body or names["缺单位"],
        year=plan.year,
        grounds=_grounds(plan),
        as_of=day_words(as_of),
        dated=day_words(as_of),
        contact=ours.contact,
        phone=ours.phone,
        ledger_title=f"{plan.year}年{names['附件一']}",
        catalogue_title=f"{plan.year}年{names['附件二']}",
    )


def _grounds(plan: Plan) -> str:
    """《…》（文号）和《…》（文号）: what the report answers to, the upper documents first."""
    own = UpperDocument(title=plan.title, document_number=plan.document_number)
    cited = [_cited(one) for one in (*plan.upper, own)]
    return "、".join(cited[:-1]) + "和" * (len(cited) > 1) + cited[-1]


def _cited(document: UpperDocument) -> str:
    return f"《{document.title}》" + (f"（{document.document_number}）" if document.document_number else "")
