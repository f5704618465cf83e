"""Disclosure requests (依申请公开): one entry a case, whose steps only grow. No names, no contacts (条例 art. 29).

The steps that end a wait stand by themselves (收到补正, 收到意见, 缴费), so that a case is only ever added to.
"""

from datetime import date
from typing import Literal

from msgspec import UNSET, UnsetType, field

from gongkai_cli.model.entry import Entry, Listed

Channel = Literal["当面", "邮寄", "平信", "互联网", "传真"]
ApplicantKind = Literal["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
StepWord = Literal[
    "补正", "收到补正", "征求第三方", "收到第三方意见", "征求其他机关", "收到机关意见", "收费", "缴费",
    "延期", "答复", "送达", "归档", "复议", "诉讼",
]  # fmt: skip
FeeBasis = Literal["按件", "按量"]
SuitKind = Literal["未经复议直接起诉", "复议后起诉"]

CONFIRMED_CHANNELS = frozenset({"平信", "互联网", "传真"})
"""Channels whose clock starts on the day both sides confirm (条例 art. 31); else on the day of arrival."""


class Step(Listed, frozen=True, kw_only=True):
    """One step of a case.

    `result`: of 答复 a row of table 3 by its printed label, of 复议 and 诉讼 a column of table 4;
    `workdays` by how many working days 延期 extends; `amount` in yuan, whole; `quantity` the requests of the
    month (按件) or the pages (按量) a fee is for.
    """

    day: date = field(name="日期")
    step: StepWord = field(name="步骤")
    result: str = field(default="", name="结果")
    delivered: date | UnsetType = field(default=UNSET, name="送达")
    reply_by: date | UnsetType = field(default=UNSET, name="期限")
    workdays: int | UnsetType = field(default=UNSET, name="工作日")
    approver: str = field(default="", name="批准人")
    basis: FeeBasis | UnsetType = field(default=UNSET, name="方式")
    quantity: int | UnsetType = field(default=UNSET, name="数量")
    amount: int | UnsetType = field(default=UNSET, name="金额")
    suit: SuitKind | UnsetType = field(default=UNSET, name="类型")
    note: str = field(default="", name="说明")


class Request(Entry, frozen=True, kw_only=True):
    """One case: when it arrived, was confirmed and is received by law (条例 art. 31), who asks for what, its steps."""

    number: str = field(name="编号")
    channel: Channel = field(name="渠道")
    arrived: date = field(name="到达")
    confirmed: date | UnsetType = field(default=UNSET, name="确认")
    received: date | UnsetType = field(default=UNSET, name="收到")
    registered: date | UnsetType = field(default=UNSET, name="登记")
    applicant: ApplicantKind = field(name="申请人")
    content: str = field(default="", name="内容")
    office: str = field(default="", name="承办")
    steps: tuple[Step, ...] = field(default=(), name="经过")


class Register(Entry, frozen=True, kw_only=True):
    """The cases that arrived in a year (data/requests/<year>.yaml)."""

    year: int = field(name="年度")
    requests: tuple[Request, ...] = field(default=(), name="申请")


def received_on(request: Request) -> date | None:
    """Tell the legal day of receipt (收到申请之日, 条例 art. 31); None while a confirmation is still missing."""
    if request.received is not UNSET:
        return request.received
    if request.channel in CONFIRMED_CHANNELS:
        return None if request.confirmed is UNSET else request.confirmed
    return request.arrived
