"""工作台账: every task on lying pages, its progress and its evidence as links."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from gongkai_cli.lexicon.load import words
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.changes import ChangesText, changes_text
from gongkai_cli.views.word.chart.data import Chart
from gongkai_cli.views.word.chart.offered import charts_of
from gongkai_cli.views.word.context import Letterhead, Overview, Row
from gongkai_cli.views.word.figures import overview
from gongkai_cli.views.word.ledger import ledger
from gongkai_cli.views.word.letterhead import letterhead
from gongkai_cli.views.word.tally import ensure_complete
from gongkai_cli.views.word.wording import roles

_WIDTH = 27
"""Characters of 二号 in a line of 225 mm, one left for programs that space digits."""


class Rows(Struct, frozen=True, kw_only=True):
    """The table: how the plan calls those who lead and support, and its rows."""

    lead_word: str = field(name="牵头称谓")
    support_word: str = field(name="配合称谓")
    ledger: tuple[Row, ...] = field(name="台账")


PARTS = (Letterhead, Overview, Rows, ChangesText)


def context(basis: Basis) -> tuple[Struct, ...]:
    """Find the title, the figures and the rows."""
    said = roles(basis.summary.plan)
    rows = Rows(lead_word=said.lead, support_word=said.support, ledger=ledger(basis.summary, ()))
    head = letterhead(basis, words("reports")["工作台账"], _WIDTH)
    return head, overview(basis), rows, changes_text(basis.changes)


def charts(basis: Basis) -> Mapping[str, Chart]:
    """Offer both, to templates that want one."""
    return charts_of(basis.summary, basis.as_of)


def ensure(body: Any, basis: Basis) -> None:
    """Refuse a ledger that lacks a task."""
    ensure_complete(body, basis.summary.plan)
