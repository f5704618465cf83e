"""Title, addressee, grounds, signature: what stands around a report."""

from collections.abc import Mapping

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.plan import Plan, UpperDocument
from gongkai_cli.model.workspace import Config
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.context import Letterhead
from gongkai_cli.views.word.phrase import day_words, title_lines

TITLE_WIDTH = 19
"""Characters of 二号 in a line of 156 mm, one left for programs that space digits."""


def letterhead(basis: Basis, names: Mapping[str, str], width: int = TITLE_WIDTH) -> Letterhead:
    """Find the words around a report by the names of its kind; the workspace's own facts serve its own body only.

    An office reports to the office that coordinates, and its head signs.
    """
    plan, said = basis.summary.plan, words("reports")
    ours = basis.config if basis.config.bears_on(plan) else Config()
    told = {name: text.format(year=plan.year, window=basis.window_name) for name, text in names.items()}
    return Letterhead(
        title=title_lines(basis.office or plan.body, told["标题"], width),
        to=_addressee(basis, ours),
        body=basis.office or plan.body or said["缺单位"],
        year=plan.year,
        grounds=grounds(plan),
        as_of=day_words(basis.as_of),
        dated=day_words(basis.as_of),
        contact=ours.contact,
        phone=ours.phone,
        ledger_title=told.get("附件一", ""),
        catalogue_title=told.get("附件二", ""),
        pictures_title=told.get("附件三", ""),
        scope=scope(basis),
        left_out=said["略去"].format(count=basis.left_out) if basis.left_out else "",
        signer=said["审签"] if basis.office else "",
    )


def scope(basis: Basis) -> str:
    """Say which part of the plan a report is about: 法规宣传处的任务，第三季度."""
    said: dict[str, str] = words("reports")["范围"]
    tasks = said["部门"].format(office=basis.office) if basis.office else said["全部"]
    return tasks + (said["报送期"].format(window=basis.window_name) if basis.window else "")


def _addressee(basis: Basis, ours: Config) -> str:
    if not basis.office:
        return ours.report_to
    return ours.coordinator if ours.coordinator != basis.office else ""


def grounds(plan: Plan) -> str:
    """《…》（文号）和《…》（文号）: what the report answers to, the upper documents first."""
    own = UpperDocument(title=plan.title, document_number=plan.document_number)
    cited = [_cited(one) for one in (*plan.upper, own)]
    return "、".join(cited[:-1]) + "和" * (len(cited) > 1) + cited[-1]


def _cited(document: UpperDocument) -> str:
    return f"《{document.title}》" + (f"（{document.document_number}）" if document.document_number else "")
