"""What an office did (记录) and how the coordinator supervised it (督办)."""

from datetime import date
from typing import Literal

from msgspec import UNSET, UnsetType, field

from gongkai_cli.model.entry import Entry, Listed

StatusWord = Literal["未启动", "推进中", "持续推进", "已完成", "未完成", "不涉及"]
EvidenceKind = Literal["报道", "网页截图", "文件", "图片", "会议纪要", "新闻发布会", "培训材料", "其他"]
Disclosure = Literal["主动公开", "依申请公开", "不予公开"]
ActWord = Literal["签收", "催办", "督办", "退回", "延期", "销号"]


class SecrecyReview(Entry, frozen=True, kw_only=True):
    """The review (保密审查) a paper needs before it may be shown in public."""

    day: date = field(name="日期")
    reviewer: str = field(name="审查人")


class Evidence(Listed, frozen=True, kw_only=True):
    """One piece of evidence (佐证材料): a link or a file of the workspace with its SHA-256."""

    kind: EvidenceKind = field(name="类型")
    title: str = field(default="", name="标题")
    url: str = field(default="", name="链接")
    file: str = field(default="", name="文件")
    sha256: str = field(default="", name="sha256")
    published: date | UnsetType = field(default=UNSET, name="发布日期")
    channel: str = field(default="", name="渠道")
    disclosure: Disclosure | UnsetType = field(default=UNSET, name="公开属性")
    reason: str = field(default="", name="理由")
    secrecy_review: SecrecyReview | UnsetType = field(default=UNSET, name="保密审查")


class Record(Entry, frozen=True, kw_only=True):
    """One dated record of an office on one task; only ever added, put right by a later one with `更正`."""

    day: date = field(name="日期")
    task: str = field(name="任务")
    status: StatusWord = field(name="状态")
    window: str = field(default="", name="报送期")
    progress: str = field(default="", name="进展")
    effect: str = field(default="", name="成效")
    problem: str = field(default="", name="问题")
    next: str = field(default="", name="下一步")
    reason: str = field(default="", name="原因")
    counts: dict[str, int] = field(default_factory=dict, name="计数")
    corrects: date | UnsetType = field(default=UNSET, name="更正")
    evidence: tuple[Evidence, ...] = field(default=(), name="佐证材料")
    reported_by: str = field(default="", name="填报人")
    reviewed_by: str = field(default="", name="审核人")


class Ledger(Entry, frozen=True, kw_only=True):
    """An office's records under one plan, in the order of the file."""

    plan: str = field(name="计划")
    office: str = field(name="部门")
    records: tuple[Record, ...] = field(default=(), name="记录")


class Act(Listed, frozen=True, kw_only=True):
    """One act of supervision by the coordinator."""

    day: date = field(name="日期")
    task: str = field(name="任务")
    office: str = field(default="", name="部门")
    act: ActWord = field(name="动作")
    number: str = field(default="", name="编号")
    demand: str = field(default="", name="办理要求")
    reason: str = field(default="", name="原因")
    reply_by: date | UnsetType = field(default=UNSET, name="反馈时限")
    new_due: date | UnsetType = field(default=UNSET, name="新时限")
    approver: str = field(default="", name="批准人")
    handled_by: str = field(default="", name="经办人")


class Supervision(Entry, frozen=True, kw_only=True):
    """The coordinator's acts under one plan (督办.yaml)."""

    plan: str = field(name="计划")
    acts: tuple[Act, ...] = field(default=(), name="督办")
