"""政府信息公开工作年度报告: the statutory report, its text and the numbers of its tables in printed order."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.rules.annual.form import NAMES, TRIAL
from gongkai_cli.views.annual_paper import Paper
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.chart.data import Chart
from gongkai_cli.views.word.clean import clean
from gongkai_cli.views.word.extract import cell_text, paragraph_text
from gongkai_cli.views.word.letterhead import TITLE_WIDTH
from gongkai_cli.views.word.ooxml import w
from gongkai_cli.views.word.phrase import title_lines


class AnnualText(Struct, frozen=True, kw_only=True):
    """Each section's paragraphs; the numbers of each table row by row, from the left, none where it is missing."""

    title: str = field(name="标题")
    draft: str = field(name="草稿")
    trial: bool = field(name="试行格式")
    lead_in: tuple[str, ...] = field(name="引言")
    overview: tuple[str, ...] = field(name="总体情况")
    proactive: tuple[str, ...] = field(name="主动公开")
    requests: tuple[str, ...] = field(name="申请")
    review_litigation: tuple[str, ...] = field(name="复议诉讼")
    problems: tuple[str, ...] = field(name="问题")
    other: tuple[str, ...] = field(name="其他")
    table2: tuple[str, ...] = field(name="表二")
    table3: tuple[str, ...] = field(name="表三")
    table4: tuple[str, ...] = field(name="表四")


PARTS = (AnnualText,)


def context(basis: Basis) -> tuple[Struct, ...]:
    """Find the words and the numbers."""
    paper = _paper(basis)
    text = AnnualText(
        title=_title(paper),
        draft=words("annual")["草稿"] if paper.draft else "",
        trial=paper.form == TRIAL,
        lead_in=paper.lead_in,
        **{section.name: section.paragraphs for section in paper.sections},
        **{f"table{place}": paper.numbers.get(name, ()) for place, name in enumerate(NAMES, 2)},
    )
    return (text,)


def charts(basis: Basis) -> Mapping[str, Chart]:  # noqa: ARG001  one signature for all kinds
    """Hold no chart."""
    return {}


def ensure(body: Any, basis: Basis) -> None:
    """Refuse a report that lost a heading, a paragraph or a number."""
    paper = _paper(basis)
    said = {paragraph_text(one).strip() for one in body.iter(w("p"))}
    texts = [*paper.lead_in, *(one for part in paper.sections for one in (part.heading, *part.paragraphs))]
    lost = [text for text in texts if clean(text).strip() not in said]
    numbers = Counter(number for found in paper.numbers.values() for number in found if number)
    lost += (numbers - Counter(cell_text(cell) for cell in body.iter(w("tc")))).elements()
    if lost:
        raise Refusal("annual-lost", count=len(lost), first=lost[0][:40])


def _title(paper: Paper) -> str:
    """The title, broken behind the body's name where it is too long for a line."""
    if not paper.title.startswith(paper.body):
        return paper.title
    return title_lines(paper.body, paper.title.removeprefix(paper.body), TITLE_WIDTH)


def _paper(basis: Basis) -> Paper:
    if basis.annual is None:
        raise AssertionError(basis)
    return basis.annual
