"""What the look-back (“回头看”报告) says: figures, what lags and how it is put right, all tasks in a table."""

from wordparts.notice import CONTACT
from wordparts.page import lying, upright
from wordparts.text import Column, item_row, paragraph, run, table, tag, tag_row
from wordparts.year_end import TO_FILL

TASKS = (
    Column("序号", 12, "{{ 项.编号 }}", "表格居中"),
    Column("具体要求", 77, "{{ 项.具体要求 }}"),
    Column("责任单位", 28, "{{ 项.责任单位 }}", "表格居中"),
    Column("完成时限", 26, "{{ 项.完成时限 }}", "表格居中"),
    Column("完成情况", 20, "{{ 项.完成情况 }}", "表格居中"),
    Column("核查结果", 20, "{{ 项.核查结果 }}", "表格居中"),
    Column("整改情况及下一步", 42, "{{ 项.整改情况 }}"),
)


def lookback() -> str:
    """Write the body of the template: the report, then the table on lying pages."""
    return _opening() + _figures() + _lagging() + _unproven() + _closing() + _table()


def _opening() -> str:
    return (
        paragraph("公文标题", "{{ 标题 }}")
        + tag("if 主送机关")
        + paragraph("主送机关", "{{ 主送机关 }}：")
        + tag("endif")
        + paragraph(
            "公文正文",
            "按照对上一年度工作要点落实情况开展“回头看”的要求，{{ 单位 }}对照{{ 依据 }}，对有明确责任单位和时限要求的"
            "任务逐项核查落实情况。现将有关情况报告如下。",
        )
    )


def _figures() -> str:
    return paragraph("一级标题", "一、总体情况") + paragraph(
        "公文正文",
        "{{ 年度 }}年工作要点{% if 部门 %}中{{ 部门 }}牵头、配合的任务共{% else %}共列任务{% endif %}"
        "{{ 任务数 }}项，列入核查{{ 核查数 }}项。截至{{ 数据日期 }}，"
        "{% if 核查分布 %}{{ 核查分布 }}{% else %}没有列入核查的任务{% endif %}。"
        "{% if 未明确责任 or 未明确时限 %}未列入核查的："
        "{% if 未明确责任 %}{{ 未明确责任 }}没有明确责任单位{% endif %}"
        "{% if 未明确责任 and 未明确时限 %}；{% endif %}"
        "{% if 未明确时限 %}{{ 未明确时限 }}时限尚待部署或明确{% endif %}。{% endif %}逐项情况见附件。",
    )


def _lagging() -> str:
    return (
        paragraph("一级标题", "二、未落实事项及整改措施")
        + tag("if not 未落实")
        + paragraph("公文正文", "列入核查的任务没有未落实的。")
        + tag("endif")
        + tag("for 项 in 未落实")
        + paragraph("任务事项", run("第{{ 项.编号 }}项　", "lead"), "{{ 项.要求 }}（{{ 项.责任 }}）")
        + paragraph(
            "公文正文",
            "{{ 项.完成情况 }}。未落实原因：{{ 项.原因 }}",
            run("{% if not 项.原因 %}" + TO_FILL + "{% endif %}", "toFill"),
            "{% if not 项.原因 %}。{% endif %}整改措施：{{ 项.整改措施 }}",
            run("{% if not 项.整改措施 %}" + TO_FILL + "{% endif %}", "toFill"),
            "{% if not 项.整改措施 %}。{% endif %}",
        )
        + tag("endfor")
    )


def _unproven() -> str:
    return (
        paragraph("一级标题", "三、需补齐佐证材料的事项")
        + tag("if 缺佐证")
        + paragraph("公文正文", "{{ 缺佐证 }}已经落实，佐证材料尚缺，由责任单位补齐。")
        + tag("else")
        + paragraph("公文正文", "没有需要补齐佐证材料的事项。")
        + tag("endif")
    )


def _closing() -> str:
    return (
        paragraph("一级标题", "四、下一步打算")
        + paragraph("末段", run(TO_FILL, "toFill"))
        + paragraph("附件说明", "附件：{{ 附件一 }}")
        + paragraph("署名", "{{ 单位 }}")
        + paragraph("成文日期", "{{ 成文日期 }}")
        + paragraph("附注", CONTACT, also=upright())
    )


def _table() -> str:
    rows = tag_row(TASKS, "for 项 in 核查") + item_row(TASKS) + tag_row(TASKS, "endfor")
    return (
        paragraph("附件标识", "附件")
        + paragraph("附件标题", "{{ 附件一 }}")
        + paragraph("表注", "数据截至{{ 数据日期 }}。")
        + table(TASKS, rows)
        + paragraph("表后")
        + lying()
    )
