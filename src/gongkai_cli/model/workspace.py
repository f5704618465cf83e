"""The body a workspace belongs to, its settings, and everything read from its files."""

from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from msgspec import Struct, field

from gongkai_cli.model.calendar import Calendar
from gongkai_cli.model.entry import Entry
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.record import Ledger, Supervision

if TYPE_CHECKING:
    from gongkai_cli.model.annual import AnnualReport  # few commands need these
    from gongkai_cli.model.request import Register

T = TypeVar("T")


class Liaison(Entry, frozen=True, kw_only=True):
    """A liaison officer (联络员) of an office."""

    name: str = field(default="", name="姓名")
    email: str = field(default="", name="邮箱")


class Office(Entry, frozen=True, kw_only=True):
    """An office of the body (处室, 科室, 单位) and the other names it goes by."""

    name: str = field(name="名称")
    aliases: tuple[str, ...] = field(default=(), name="别名")
    liaisons: tuple[Liaison, ...] = field(default=(), name="联络员")


class Thresholds(Entry, frozen=True, kw_only=True):
    """When a light turns yellow, how `9月前` is read, the working days to enter a request in (0: no rule)."""

    task_days: int = field(default=30, name="任务提前天数")
    filing_workdays: int = field(default=7, name="报送提前工作日")
    month_before: Literal["上月末", "当月末"] = field(default="上月末", name="月前口径")
    request_workdays: int = field(default=7, name="申请提前工作日")
    entry_workdays: int = field(default=0, name="申请录入工作日")


class Config(Entry, frozen=True, kw_only=True):
    """`gongkai.yaml`: the body, its letterhead facts, offices in protocol order, groups and thresholds."""

    body: str = field(default="", name="单位")
    report_to: str = field(default="", name="主送机关")
    coordinator: str = field(default="", name="牵头处室")
    contact: str = field(default="", name="联系人")
    phone: str = field(default="", name="电话")
    offices: tuple[Office, ...] = field(default=(), name="部门")
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict, name="部门组")
    thresholds: Thresholds = field(default_factory=Thresholds, name="预警")

    def bears_on(self, plan: Plan) -> bool:
        """Whether a plan is of this body: offices, groups and letterhead facts serve no other."""
        return not self.body or not plan.body or self.body == plan.body


class Sourced(Struct, Generic[T], frozen=True):
    """A value and the workspace-relative path (with `/`) of the file that states it."""

    file: str
    value: T


class Workspace(Struct, frozen=True, kw_only=True):
    """All that was read; `digests` holds the SHA-256 of evidence files asked for, "" where a file is missing."""

    config: Config = field(default_factory=Config)
    plans: tuple[Sourced[Plan], ...] = ()
    ledgers: tuple[Sourced[Ledger], ...] = ()
    supervision: tuple[Sourced[Supervision], ...] = ()
    annual: "tuple[Sourced[AnnualReport], ...]" = ()
    registers: "tuple[Sourced[Register], ...]" = ()
    calendar: Calendar = field(default_factory=Calendar)
    digests: dict[str, str] = field(default_factory=dict)
