"""What a reminder (催办通知) says: one office, the tasks it owes, by when to answer."""

from wordparts.page import upright
from wordparts.text import Column, item_row, paragraph, table, tag_row

CONTACT = "{% if 联系人 %}（联系人：{{ 联系人 }}{% if 电话 %}，电话：{{ 电话 }}{% endif %}）{% endif %}"

TASKS = (
    Column("序号", 13, "{{ 项.编号 }}", "表格居中"),
    Column("具体要求", 64, "{{ 项.具体要求 }}"),
    Column("时限", 29, "{{ 项.时限 }}", "表格居中"),
    Column("当前状态", 50, "{{ 项.当前状态 }}"),
)


def notice() -> str:
    """Write the body of the template."""
    rows = tag_row(TASKS, "for 项 in 事项") + item_row(TASKS) + tag_row(TASKS, "endfor")
    return (
        paragraph("文号", "{{ 编号 }}")
        + paragraph("公文标题", "政务公开工作催办通知", also='<w:spacing w:after="290"/>')
        + paragraph("主送机关", "{{ 部门 }}：")
        + paragraph(
            "公文正文",
            "按照{{ 本计划 }}要求，截至{{ 数据日期 }}，你单位负责的以下{{ 事项数 }}项任务逾期未完成"
            "或者未按要求报送进展，现予催办。",
        )
        + paragraph("表后")
        + table(TASKS, rows)
        + paragraph("表后")
        + paragraph("末段", "{{ 办理要求 }}。确有困难、不能按期完成的，请说明原因和下一步措施。")
        + paragraph("末段", "特此通知。")
        + paragraph("署名", "{{ 发文处室 }}")
        + paragraph("成文日期", "{{ 成文日期 }}")
        + paragraph("附注", CONTACT, also=upright())
    )
