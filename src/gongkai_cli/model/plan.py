"""A work plan (工作要点分工方案) as its YAML file states it."""

from datetime import date

from msgspec import UNSET, UnsetType, field

from gongkai_cli.model.entry import Entry, Listed
from gongkai_cli.model.leaf import Percent

Names = tuple[str, ...]


class Publication(Entry, frozen=True, kw_only=True):
    """Where and when the plan itself was published."""

    day: date | UnsetType = field(default=UNSET, name="日期")
    url: str = field(default="", name="链接")


class UpperDocument(Entry, frozen=True, kw_only=True):
    """The document of the upper office which this plan carries out."""

    title: str = field(name="标题")
    document_number: str = field(default="", name="文号")
    issued: date | UnsetType = field(default=UNSET, name="印发")


class Source(Entry, frozen=True, kw_only=True):
    """The document the plan was converted from, relative to the workspace, and its SHA-256."""

    file: str = field(name="文件")
    sha256: str = field(default="", name="sha256")


class Window(Listed, frozen=True, kw_only=True):
    """A reporting window (报送期): the days it covers, by when to file, and the words that set it."""

    name: str = field(name="报送期")
    start: date = field(name="起")
    end: date = field(name="止")
    due: date = field(name="截止")
    text: str = field(default="", name="原文")


class FixedDue(Entry, frozen=True, kw_only=True):
    """A due date settled after the plan was issued, and on what ground."""

    day: date = field(name="日期")
    ground: str = field(name="依据")


class Target(Entry, frozen=True, kw_only=True):
    """A counted target of a task: at least so many, not below a share of something, or within a limit."""

    name: str = field(name="名称")
    at_least: int | UnsetType = field(default=UNSET, name="至少")
    of: str = field(default="", name="占")
    not_below: Percent | UnsetType = field(default=UNSET, name="不低于")
    within: int | UnsetType = field(default=UNSET, name="不超过")
    unit: str = field(default="", name="计量")


class Task(Entry, frozen=True, kw_only=True):
    """One task of a plan; Chinese keys are the headings of the tables offices work with."""

    id: str = field(name="编号")
    number: str = field(default="", name="序号")
    chapter: str = field(default="", name="部分")
    section: str = field(default="", name="工作任务")
    requirement: str = field(name="具体要求")
    lead: Names = field(default=(), name="牵头")
    support: Names = field(default=(), name="配合")
    implementing: Names = field(default=(), name="落实部门")
    responsible_text: str = field(default="", name="责任原文")
    measures: str = field(default="", name="相关措施")
    deadline: str = field(default="", name="完成时限")
    fixed_due: FixedDue | UnsetType = field(default=UNSET, name="核定时限")
    targets: tuple[Target, ...] = field(default=(), name="指标")
    upstream: str = field(default="", name="上级任务")
    not_applicable: str = field(default="", name="不涉及")
    contact: str = field(default="", name="责任人")
    progress: str = field(default="", name="推进情况")
    remark: str = field(default="", name="备注")
    locator: str = field(default="", name="出处")
    doubts: dict[str, str] = field(default_factory=dict, name="待核")


class Plan(Entry, frozen=True, kw_only=True):
    """A plan of one body for one year with its tasks in printed order."""

    id: str = field(name="计划")
    title: str = field(name="标题")
    year: int = field(name="年度")
    body: str = field(default="", name="单位")
    document_number: str = field(default="", name="文号")
    issued: date | UnsetType = field(default=UNSET, name="印发")
    published: Publication | UnsetType = field(default=UNSET, name="公开")
    upper: tuple[UpperDocument, ...] = field(default=(), name="上级文件")
    source: Source | UnsetType = field(default=UNSET, name="来源")
    windows: tuple[Window, ...] = field(default=(), name="报送")
    doubts: dict[str, str] = field(default_factory=dict, name="待核")
    tasks: tuple[Task, ...] = field(name="任务")
