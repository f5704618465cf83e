"""Everything a report is made from, as plain values: a child process gets them as MessagePack."""

from datetime import date

from msgspec import Struct

from gongkai_cli.model.changes import Changes
from gongkai_cli.model.plan import Window
from gongkai_cli.model.record import Act
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.model.workspace import Config


class Origin(Struct, frozen=True, kw_only=True):
    """Which state of the workspace was read: the commit, and whether its data held anything not committed.

    Both empty outside a git repository.
    """

    commit: str = ""
    clean: bool = False


class Basis(Struct, frozen=True, kw_only=True):
    """A plan's standing on a day, already cut to the office asked for, and what else the kinds of report need.

    `public`: leave out evidence the public may not see. `window`: the reporting window (报送期) a report is about.
    `earlier`: last year's plan of the same body on the same day. `changes`: what changed since a revision.
    `acts`: the acts of supervision that this paper announces, all of one number ("" in a draft).
    """

    summary: PlanSummary
    as_of: date
    config: Config
    office: str = ""
    window: Window | None = None
    public: bool = False
    earlier: PlanSummary | None = None
    changes: Changes | None = None
    acts: tuple[Act, ...] = ()
    origin: Origin = Origin()
