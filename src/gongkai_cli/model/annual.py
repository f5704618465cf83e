"""The statutory annual report (政府信息公开工作年度报告) as its YAML file states it: six sections, figures, tables."""

from typing import Literal

from msgspec import UNSET, UnsetType, field

from gongkai_cli.model.annual_tables import Disputes, Proactive, Requests, TrialProactive, TrialRequests
from gongkai_cli.model.entry import Entry, Listed
from gongkai_cli.model.plan import Source

LAST_TRIAL_YEAR = 2020


class Figure(Listed, frozen=True, kw_only=True):
    """A number the report states in its text: of what, how many, in what, and the words it was read from."""

    name: str = field(name="名称")
    number: int = field(name="数量")
    unit: str = field(default="", name="计量")
    text: str = field(default="", name="原文")
    locator: str = field(default="", name="出处")
    doubts: dict[str, str] = field(default_factory=dict, name="待核")


class Prose(Entry, frozen=True, kw_only=True):
    """What the coordinator writes for the year-end report (年度落实情况总结); a blank line parts paragraphs."""

    heard: str = field(default="", name="听取汇报和培训")
    highlights: str = field(default="", name="特色亮点")
    intentions: str = field(default="", name="下一年度打算")


class AnnualReport(Entry, frozen=True, kw_only=True):
    """What both forms have. The six sections are text as printed; a section that says nothing is absent."""

    year: int = field(name="年度")
    body: str = field(default="", name="单位")
    title: str = field(default="", name="标题")
    form: str = field(name="格式")
    source: Source | UnsetType = field(default=UNSET, name="来源")
    doubts: dict[str, str] = field(default_factory=dict, name="待核")
    figures: tuple[Figure, ...] = field(default=(), name="数据")
    lead_in: str = field(default="", name="引言")
    overview: str = field(default="", name="总体情况")
    proactive: str = field(default="", name="主动公开政府信息情况")
    requests: str = field(default="", name="收到和处理政府信息公开申请情况")
    review_litigation: str = field(default="", name="政府信息公开行政复议、行政诉讼情况")
    problems: str = field(default="", name="存在的主要问题及改进情况")
    other: str = field(default="", name="其他需要报告的事项")
    prose: Prose | UnsetType = field(default=UNSET, name="落实情况总结")


class TrialReport(AnnualReport, frozen=True, kw_only=True):
    """A report in the trial form, for the years 2019 and 2020."""

    form: Literal["2019"] = field(name="格式")
    table2: TrialProactive | UnsetType = field(default=UNSET, name="表二")
    table3: TrialRequests | UnsetType = field(default=UNSET, name="表三")
    table4: Disputes | UnsetType = field(default=UNSET, name="表四")


class Report(AnnualReport, frozen=True, kw_only=True):
    """A report in the form for the years since 2021."""

    form: Literal["2021"] = field(name="格式")
    table2: Proactive | UnsetType = field(default=UNSET, name="表二")
    table3: Requests | UnsetType = field(default=UNSET, name="表三")
    table4: Disputes | UnsetType = field(default=UNSET, name="表四")


SECTIONS = ("overview", "proactive", "requests", "review_litigation", "problems", "other")
"""The fields of the six sections, in their order."""
TABLES = {"proactive": "table2", "requests": "table3", "review_litigation": "table4"}
"""Section → the table it holds."""


def form_of(year: int) -> type[TrialReport] | type[Report]:
    """Tell the form by the year that is reported on, whenever the report is published."""
    return TrialReport if year <= LAST_TRIAL_YEAR else Report
