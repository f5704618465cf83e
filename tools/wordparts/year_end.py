"""What the year-end report (年度落实情况总结) says and in which order. Its words are the office's to change in Word."""

from wordparts.changes import changes_annex
from wordparts.chart import drawing
from wordparts.figures import HOW_MANY
from wordparts.ledger import PROGRESS, ledger_annex
from wordparts.page import lying, upright
from wordparts.text import Column, item_row, paragraph, run, table, tag, tag_row

TO_FILL = "〔请补充〕"

LEDGER = (
    Column("序号", 12.5, "{{ 行.编号 }}", "表格居中"),
    Column("工作任务", 22, "{{ 行.工作任务 }}"),
    Column("具体要求", 52, "{{ 行.具体要求 }}"),
    Column("{{ 牵头称谓 }}", 18, "{{ 行.牵头 }}", "表格居中"),
    Column("{{ 配合称谓 }}", 16, "{{ 行.配合 }}", "表格居中"),
    Column("完成时限", 18, "{{ 行.完成时限 }}", "表格居中"),
    Column("进展情况", 52.5, PROGRESS),
    Column("完成情况", 17, "{{ 行.完成情况 }}", "表格居中"),
    Column("佐证材料", 17, "{{ 行.佐证 }}", "表格居中"),
)

CATALOGUE = (
    Column("序号", 12, "{{ 材料.序号 }}", "表格居中"),
    Column("任务", 14, "{{ 材料.任务 }}", "表格居中"),
    Column("材料名称", 54, "{{ 材料.名称 }}"),
    Column("类型", 20, "{{ 材料.类型 }}", "表格居中"),
    Column("报送部门", 26, "{{ 材料.部门 }}", "表格居中"),
    Column("发布日期", 33, "{{ 材料.发布日期 }}", "表格居中"),
    Column("链接或文件", 66, paragraph("表格正文", "{{r 材料.出处|链接 }}")),
)

PARTS = (
    Column("部分", 58, "{{ 行.部分 }}", "统计正文"),
    Column("任务数", 14, "{{ 行.任务数 }}", "统计居中"),
    Column("已完成", 14, "{{ 行.已完成 }}", "统计居中"),
    Column("不涉及", 14, "{{ 行.不涉及 }}", "统计居中"),
    Column("绿灯", 14, "{{ 行.绿灯 }}", "统计居中"),
    Column("黄灯", 14, "{{ 行.黄灯 }}", "统计居中"),
    Column("红灯", 14, "{{ 行.红灯 }}", "统计居中"),
    Column("灰灯", 14, "{{ 行.待定 }}", "统计居中"),
)


def year_end() -> str:
    """Write the body of the template: the report, then its two attachments on lying pages."""
    return (
        _opening()
        + _overview()
        + _tasks()
        + _own_words()
        + _unfinished()
        + _closing()
        + ledger_annex(LEDGER, "数据截至{{ 数据日期 }}；佐证材料栏为附件2中的序号。{{ 略去 }}")
        + _catalogue()
    )


def _opening() -> str:
    return (
        paragraph("公文标题", "{{ 标题 }}")
        + tag("if 主送机关")
        + paragraph("主送机关", "{{ 主送机关 }}：")
        + tag("endif")
        + paragraph(
            "公文正文",
            "{% if 依据 %}按照{{ 依据 }}要求，{% endif %}{{ 单位 }}认真组织落实各项任务。"
            "现将{{ 年度 }}年政务公开工作要点落实情况总结如下。",
        )
    )


def _overview() -> str:
    return (
        paragraph("一级标题", "一、总体情况")
        + paragraph(
            "公文正文",
            "{% if 审签 %}{{ 单位 }}牵头、配合的任务共{% else %}本年度工作要点共列任务{% endif %}{{ 任务数 }}项。"
            "截至{{ 数据日期 }}，" + HOW_MANY + "各部分情况见下表。",
        )
        + _parts_table()
        + drawing("亮灯", 1, 88)
        + tag("for 期 in 报送")
        + paragraph(
            "公文正文",
            "{{ 期.报送期 }}{% if 期.应报 %}应报{{ 期.应报 }}项次，已报{{ 期.已报 }}项次"
            "{% if 期.其余 %}，{{ 期.其余 }}{% endif %}{% else %}报送尚未到期{% endif %}。",
        )
        + tag("endfor")
        + paragraph(
            "公文正文",
            "{% if 进展数 %}各单位共登记进展{{ 进展数 }}条，报送佐证材料{{ 佐证数 }}件"
            "{% else %}各单位尚未登记进展{% endif %}"
            "{% if 缺佐证 %}；已完成但尚缺佐证材料的有{{ 缺佐证 }}{% endif %}。",
        )
        + tag("for 段 in 听取汇报和培训")
        + paragraph("公文正文", "{{ 段 }}")
        + tag("else")
        + paragraph("公文正文", "听取汇报、组织培训等情况：", run(TO_FILL, "toFill"))
        + tag("endfor")
    )


def _parts_table() -> str:
    rows = tag_row(PARTS, "for 行 in 各部分统计") + item_row(PARTS) + tag_row(PARTS, "endfor")
    return paragraph("表题", "各部分任务完成情况（单位：项）") + table(PARTS, rows) + paragraph("表后")


def _tasks() -> str:
    return (
        paragraph("一级标题", "二、重点任务完成情况")
        + tag("for 部分 in 各部分")
        + tag("if 部分.标题")
        + paragraph("二级标题", "{{ 部分.标题 }}")
        + tag("endif")
        + tag("for 工作 in 部分.各项工作")
        + tag("if 工作.标题")
        + paragraph("三级标题", "{{ 工作.标题 }}")
        + tag("endif")
        + tag("for 任务 in 工作.任务")
        + paragraph("任务事项", run("第{{ 任务.编号 }}项　", "lead"), "{{ 任务.要求 }}（{{ 任务.责任 }}）")
        + paragraph("公文正文", "{{ 任务.完成情况 }}。{{ 任务.进展 }}")
        + tag("endfor") * 3
    )


def _own_words() -> str:
    """Print what the coordinator wrote and what last year's plan came to, or leave a visible gap."""
    return (
        paragraph("一级标题", "三、特色亮点")
        + _prose("特色亮点")
        + paragraph("一级标题", "四、上年度“回头看”及整改情况")
        + tag("if 回头看")
        + _earlier()
        + tag("endif")
        + tag("for 段 in 回头看工作")
        + paragraph("公文正文", "{{ 段 }}")
        + tag("endfor")
        + tag("if not 回头看 and not 回头看工作")
        + paragraph("公文正文", run(TO_FILL, "toFill"))
        + tag("endif")
    )


def _prose(name: str) -> str:
    """Write the coordinator's paragraphs; the last two stay with what follows, which may be the signature."""
    return (
        tag(f"for 段 in {name}")
        + tag("if loop.revindex > 2")
        + paragraph("公文正文", "{{ 段 }}")
        + tag("else")
        + paragraph("末段", "{{ 段 }}")
        + tag("endif")
        + tag("else")
        + paragraph("末段", run(TO_FILL, "toFill"))
        + tag("endfor")
    )


def _earlier() -> str:
    return (
        paragraph(
            "公文正文",
            "对照《{{ 回头看.计划 }}》，逐项核查有明确责任主体和时限要求的任务{{ 回头看.核查数 }}项"
            "{% if 回头看.概况 %}，{{ 回头看.概况 }}{% endif %}。"
            "{% if 回头看.事项 %}尚未落实的任务及整改情况如下。{% endif %}",
        )
        + tag("for 项 in 回头看.事项")
        + paragraph("任务事项", run("第{{ 项.编号 }}项　", "lead"), "{{ 项.要求 }}（{{ 项.责任 }}）")
        + paragraph(
            "公文正文",
            "{{ 项.完成情况 }}。{% if 项.原因 %}原因：{{ 项.原因 }}{% endif %}整改情况：{{ 项.下一步 }}",
            run("{% if not 项.下一步 %}" + TO_FILL + "{% endif %}", "toFill"),
            "{% if not 项.下一步 %}。{% endif %}",
        )
        + tag("endfor")
    )


def _unfinished() -> str:
    return (
        paragraph("一级标题", "五、存在问题及未完成原因")
        + tag("if not 未完成")
        + paragraph("公文正文", "截至{{ 数据日期 }}，没有逾期或需要说明原因的任务。")
        + tag("endif")
        + tag("for 类 in 未完成")
        + paragraph("二级标题", "{{ 类.标题 }}")
        + tag("for 项 in 类.事项")
        + paragraph("任务事项", run("第{{ 项.编号 }}项　", "lead"), "{{ 项.要求 }}（{{ 项.责任 }}）")
        + paragraph(
            "公文正文",
            "{{ 项.完成情况 }}。{% if 项.问题 %}存在问题：{{ 项.问题 }}{% endif %}"
            "{% if 项.原因 or 项.须说明原因 %}原因：{{ 项.原因 }}{% endif %}",
            run("{% if 项.须说明原因 and not 项.原因 %}" + TO_FILL + "{% endif %}", "toFill"),
            "{% if 项.须说明原因 and not 项.原因 %}。{% endif %}下一步：{{ 项.下一步 }}",
            run("{% if not 项.下一步 %}" + TO_FILL + "{% endif %}", "toFill"),
            "{% if not 项.下一步 %}。{% endif %}",
        )
        + tag("endfor") * 2
        + tag("if 正常推进")
        + paragraph("公文正文", "此外，{{ 正常推进 }}按计划正常推进。")
        + tag("endif")
        + tag("if 待明确")
        + paragraph("公文正文", "责任单位尚待明确的：{{ 待明确 }}。")
        + tag("endif")
    )


def _closing() -> str:
    contact = "{% if 联系人 %}（联系人：{{ 联系人 }}{% if 电话 %}，电话：{{ 电话 }}{% endif %}）{% endif %}"
    return (
        paragraph("一级标题", "六、下一年度打算")
        + _prose("下一年度打算")
        + paragraph("附件说明", "附件：1.{{ 附件一 }}")
        + paragraph("附件说明续", "2.{{ 附件二 }}")
        + tag("if 变化")
        + paragraph("附件说明续", "3.{{ 变化.标题 }}")
        + tag("endif")
        + paragraph("署名", "{{ 单位 }}")
        + paragraph("成文日期", "{{ 成文日期 }}")
        + tag("if 审签")
        + paragraph("附注", "{{ 审签 }}")
        + tag("endif")
        + paragraph("附注", contact, also=upright())
    )


def _catalogue() -> str:
    rows = tag_row(CATALOGUE, "for 材料 in 佐证目录") + item_row(CATALOGUE) + tag_row(CATALOGUE, "endfor")
    return (
        paragraph("附件标识", "附件2", also="<w:pageBreakBefore/>")
        + paragraph("附件标题", "{{ 附件二 }}")
        + tag("if 佐证目录")
        + paragraph("表注", "数据截至{{ 数据日期 }}。")
        + table(CATALOGUE, rows)
        + tag("else")
        + paragraph("公文正文", "截至{{ 数据日期 }}，尚无佐证材料。")
        + tag("endif")
        + paragraph("表后")
        + changes_annex("附件3")
        + lying()
    )
