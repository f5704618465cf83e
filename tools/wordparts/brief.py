"""What the one-page brief (一页简报) says: figures, one chart, the worst five, filings, the week to come."""

from wordparts.chart import drawing
from wordparts.page import upright
from wordparts.text import Column, item_row, paragraph, table, tag, tag_row

REDS = (
    Column("序号", 13, "{{ 项.编号 }}", "表格居中"),
    Column("红灯事项", 68, "{{ 项.具体要求 }}"),
    Column("责任单位", 51, "{{ 项.责任单位 }}", "表格居中"),
    Column("逾期情况", 24, "{{ 项.逾期 }}", "表格居中"),
)


def brief() -> str:
    """Write the body of the template."""
    return _figures() + _chart() + _reds() + _filing() + _week()


def _figures() -> str:
    return (
        paragraph("公文标题", "{{ 标题 }}", also='<w:spacing w:after="60"/>')
        + paragraph("简报副题", "{{ 发文处室 }}　　数据截至{{ 数据日期 }}")
        + paragraph(
            "简报正文",
            "共{{ 任务数 }}项任务，"
            "{% if 已完成数 or 不涉及数 %}已完成{{ 已完成数 }}项（{{ 完成率 }}）{% else %}均未完成{% endif %}"
            "{% if 不涉及数 %}，不涉及{{ 不涉及数 }}项{% endif %}"
            "{% if 亮灯分布 %}{% if 已完成数 or 不涉及数 %}；其余任务中{% else %}，其中{% endif %}"
            "{{ 亮灯分布 }}{% endif %}。"
            "{% if 进展数 %}登记进展{{ 进展数 }}条，佐证材料{{ 佐证数 }}件{% else %}各单位尚未登记进展{% endif %}。",
        )
    )


def _chart() -> str:
    note = paragraph("表注", "注：由几个单位负责的任务，图中分别计入各单位。")
    return drawing("亮灯", 1, 50) + tag("if 分别计入") + note + tag("endif")


def _reds() -> str:
    rows = tag_row(REDS, "for 项 in 红灯") + item_row(REDS) + tag_row(REDS, "endfor")
    return (
        paragraph("简报标题", "红灯事项（{{ 红灯数 }}项{% if 红灯数 > 5 %}，列逾期最久的5项{% endif %}）")
        + tag("if 红灯")
        + table(REDS, rows)
        + tag("else")
        + paragraph("简报正文", "无。")
        + tag("endif")
    )


def _filing() -> str:
    window = (
        "{{ 期.报送期 }}{% if 期.应报 %}已报{{ 期.已报 }}/{{ 期.应报 }}项次"
        "{% if 期.其余 %}（{{ 期.其余 }}）{% endif %}{% else %}尚未到期{% endif %}"
    )
    return paragraph("简报标题", "报送情况") + paragraph(
        "简报正文",
        f"{{% for 期 in 报送 %}}{window}{{% if not loop.last %}}；{{% endif %}}{{% endfor %}}"
        "{% if not 报送 %}计划没有规定报送期{% endif %}。",
    )


def _week() -> str:
    return (
        paragraph("简报标题", "未来一周到期（{{ 下周起 }}至{{ 下周止 }}）")
        + tag("for 句 in 到期")
        + paragraph("简报条目", "{{ 句 }}。")
        + tag("endfor")
        + paragraph(
            "简报条目",
            "{% if not 到期 %}无。{% endif %}{% if 另有到期 %}另有{{ 另有到期 }}项。{% endif %}",
            also=upright(),
        )
    )
