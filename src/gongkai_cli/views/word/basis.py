"""Everything a report is made from, as plain values: a child process gets them as MessagePack."""

from datetime import date

from msgspec import Struct

from gongkai_cli.model.annual import Prose
from gongkai_cli.model.changes import Changes
from gongkai_cli.model.origin import Origin
from gongkai_cli.model.plan import Window
from gongkai_cli.model.record import Act
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.model.workspace import Config
from gongkai_cli.views.annual_paper import Paper


class Basis(Struct, frozen=True, kw_only=True):
    """A plan's standing on a day, already cut to what was asked for, and what else the kinds of report need.

    `office`, `window`: to which office and reporting window (报送期) it was cut; `since`: the same with the records
    made after the window too. `left_out`: how many pieces of
    evidence the public edition leaves out; None in any other. `earlier`: last year's plan of the same body, on the
    same day. `prose`: what the coordinator wrote for the year's report. `changes`: what changed since a revision.
    `acts`: the acts of supervision that this paper announces, all of one number ("" in a draft).
    `annual`: the statutory annual report; of its own basis `summary` says only the year and whose it is.
    """

    summary: PlanSummary
    as_of: date
    config: Config
    office: str = ""
    window: Window | None = None
    since: PlanSummary | None = None
    left_out: int | None = None
    earlier: PlanSummary | None = None
    prose: Prose = Prose()
    changes: Changes | None = None
    acts: tuple[Act, ...] = ()
    annual: Paper | None = None
    origin: Origin = Origin()

    @property
    def window_name(self) -> str:
        """The name of the reporting window, if the report is about one."""
        return self.window.name if self.window else ""
