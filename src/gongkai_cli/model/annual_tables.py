"""The tables of the statutory annual report, keyed by their printed labels, in the trial form and the one since 2021.

A cell the source leaves blank, or a row it does not have, is absent. The labels go without their numbers; table 3
of the trial form counts 其他处理 in one row, the later form in three.
"""

from decimal import Decimal

from msgspec import UNSET, UnsetType, field

from gongkai_cli.model.entry import Entry
from gongkai_cli.model.leaf import Signed

Count = int | UnsetType


class Documents(Entry, frozen=True, kw_only=True):
    """Table 2: rules or normative documents of the year."""

    made: Count = field(default=UNSET, name="本年制发件数")
    repealed: Count = field(default=UNSET, name="本年废止件数")
    in_force: Count = field(default=UNSET, name="现行有效件数")


class Decisions(Entry, frozen=True, kw_only=True):
    """Table 2: decisions taken in the year."""

    decisions: Count = field(default=UNSET, name="本年处理决定数量")


class Fees(Entry, frozen=True, kw_only=True):
    """Table 2: administrative fees of the year in 10 000 yuan."""

    amount_wan_yuan: Decimal | UnsetType = field(default=UNSET, name="本年收费金额")


class Proactive(Entry, frozen=True, kw_only=True):
    """Table 2: 主动公开政府信息情况."""

    rules: Documents | UnsetType = field(default=UNSET, name="规章")
    normative_docs: Documents | UnsetType = field(default=UNSET, name="行政规范性文件")
    licensing: Decisions | UnsetType = field(default=UNSET, name="行政许可")
    penalty: Decisions | UnsetType = field(default=UNSET, name="行政处罚")
    coercion: Decisions | UnsetType = field(default=UNSET, name="行政强制")
    admin_fees: Fees | UnsetType = field(default=UNSET, name="行政事业性收费")


class TrialDocuments(Entry, frozen=True, kw_only=True):
    """Table 2, trial form: rules or normative documents."""

    new_made: Count = field(default=UNSET, name="本年新制作数量")
    new_public: Count = field(default=UNSET, name="本年新公开数量")
    total_public: Count = field(default=UNSET, name="对外公开总数量")


class TrialItems(Entry, frozen=True, kw_only=True):
    """Table 2, trial form: items a year before, the change since, decisions taken."""

    prev_items: Count = field(default=UNSET, name="上一年项目数量")
    delta: Signed | UnsetType = field(default=UNSET, name="本年增减")
    decisions: Count = field(default=UNSET, name="处理决定数量")


class TrialFees(Entry, frozen=True, kw_only=True):
    """Table 2, trial form: items of administrative fees."""

    prev_items: Count = field(default=UNSET, name="上一年项目数量")
    delta: Signed | UnsetType = field(default=UNSET, name="本年增减")


class TrialProcurement(Entry, frozen=True, kw_only=True):
    """Table 2, trial form: central government procurement."""

    items: Count = field(default=UNSET, name="采购项目数量")
    amount: Decimal | UnsetType = field(default=UNSET, name="采购总金额")


class TrialProactive(Entry, frozen=True, kw_only=True):
    """Table 2, trial form."""

    rules: TrialDocuments | UnsetType = field(default=UNSET, name="规章")
    normative_docs: TrialDocuments | UnsetType = field(default=UNSET, name="规范性文件")
    licensing: TrialItems | UnsetType = field(default=UNSET, name="行政许可")
    other_services: TrialItems | UnsetType = field(default=UNSET, name="其他对外管理服务事项")
    penalty: TrialItems | UnsetType = field(default=UNSET, name="行政处罚")
    coercion: TrialItems | UnsetType = field(default=UNSET, name="行政强制")
    admin_fees: TrialFees | UnsetType = field(default=UNSET, name="行政事业性收费")
    procurement: TrialProcurement | UnsetType = field(default=UNSET, name="政府集中采购")


class Applicants(Entry, frozen=True, kw_only=True):
    """A row of table 3: how many, by who applied."""

    natural_person: Count = field(default=UNSET, name="自然人")
    enterprise: Count = field(default=UNSET, name="商业企业")
    research: Count = field(default=UNSET, name="科研机构")
    charity: Count = field(default=UNSET, name="社会公益组织")
    law_service: Count = field(default=UNSET, name="法律服务机构")
    other: Count = field(default=UNSET, name="其他")
    total: Count = field(default=UNSET, name="总计")


Row = Applicants | UnsetType


class Denied(Entry, frozen=True, kw_only=True):
    """Table 3: 不予公开, by the ground."""

    state_secret: Row = field(default=UNSET, name="属于国家秘密")
    law_forbids: Row = field(default=UNSET, name="其他法律行政法规禁止公开")
    security_stability: Row = field(default=UNSET, name="危及“三安全一稳定”")
    third_party: Row = field(default=UNSET, name="保护第三方合法权益")
    internal_affairs: Row = field(default=UNSET, name="属于三类内部事务信息")
    process_info: Row = field(default=UNSET, name="属于四类过程性信息")
    enforcement_file: Row = field(default=UNSET, name="属于行政执法案卷")
    admin_query: Row = field(default=UNSET, name="属于行政查询事项")


class Unavailable(Entry, frozen=True, kw_only=True):
    """Table 3: 无法提供, by the reason."""

    not_held: Row = field(default=UNSET, name="本机关不掌握相关政府信息")
    needs_creation: Row = field(default=UNSET, name="没有现成信息需要另行制作")
    still_unclear: Row = field(default=UNSET, name="补正后申请内容仍不明确")


class NotProcessed(Entry, frozen=True, kw_only=True):
    """Table 3: 不予处理, by the kind of application."""

    petition: Row = field(default=UNSET, name="信访举报投诉类申请")
    repeat: Row = field(default=UNSET, name="重复申请")
    publication: Row = field(default=UNSET, name="要求提供公开出版物")
    excessive: Row = field(default=UNSET, name="无正当理由大量反复申请")
    confirm_reissue: Row = field(default=UNSET, name="要求行政机关确认或重新出具已获取信息")


class OtherHandling(Entry, frozen=True, kw_only=True):
    """Table 3: 其他处理, in the three rows the form has since 2021."""

    correction_lapsed: Row = field(
        default=UNSET, name="申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
    )
    fee_lapsed: Row = field(
        default=UNSET, name="申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
    )
    other: Row = field(default=UNSET, name="其他")


class TrialRequests(Entry, frozen=True, kw_only=True):
    """Table 3, trial form: 收到和处理政府信息公开申请情况."""

    received_new: Row = field(default=UNSET, name="本年新收政府信息公开申请数量")
    carried_in: Row = field(default=UNSET, name="上年结转政府信息公开申请数量")
    granted: Row = field(default=UNSET, name="予以公开")
    partial: Row = field(default=UNSET, name="部分公开")
    denied: Denied | UnsetType = field(default=UNSET, name="不予公开")
    unavailable: Unavailable | UnsetType = field(default=UNSET, name="无法提供")
    not_processed: NotProcessed | UnsetType = field(default=UNSET, name="不予处理")
    other_handling: Row = field(default=UNSET, name="其他处理")
    results_total: Row = field(default=UNSET, name="总计")
    carried_out: Row = field(default=UNSET, name="结转下年度继续办理")


class Requests(Entry, frozen=True, kw_only=True):
    """Table 3: 收到和处理政府信息公开申请情况."""

    received_new: Row = field(default=UNSET, name="本年新收政府信息公开申请数量")
    carried_in: Row = field(default=UNSET, name="上年结转政府信息公开申请数量")
    granted: Row = field(default=UNSET, name="予以公开")
    partial: Row = field(default=UNSET, name="部分公开")
    denied: Denied | UnsetType = field(default=UNSET, name="不予公开")
    unavailable: Unavailable | UnsetType = field(default=UNSET, name="无法提供")
    not_processed: NotProcessed | UnsetType = field(default=UNSET, name="不予处理")
    other_handling: OtherHandling | UnsetType = field(default=UNSET, name="其他处理")
    results_total: Row = field(default=UNSET, name="总计")
    carried_out: Row = field(default=UNSET, name="结转下年度继续办理")


class Outcomes(Entry, frozen=True, kw_only=True):
    """A group of table 4: how the cases of a kind ended."""

    upheld: Count = field(default=UNSET, name="结果维持")
    corrected: Count = field(default=UNSET, name="结果纠正")
    other: Count = field(default=UNSET, name="其他结果")
    pending: Count = field(default=UNSET, name="尚未审结")
    total: Count = field(default=UNSET, name="总计")


class Disputes(Entry, frozen=True, kw_only=True):
    """Table 4: 政府信息公开行政复议、行政诉讼情况."""

    review: Outcomes | UnsetType = field(default=UNSET, name="行政复议")
    suit_direct: Outcomes | UnsetType = field(default=UNSET, name="未经复议直接起诉")
    suit_after_review: Outcomes | UnsetType = field(default=UNSET, name="复议后起诉")
