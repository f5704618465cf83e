"""The ledger (工作台账): a paper of its own on lying pages, and the first attachment of reports."""

from collections.abc import Sequence

from wordparts.changes import changes_annex
from wordparts.page import lying
from wordparts.text import Column, item_row, paragraph, table, tag, tag_row, wide_row

PROGRESS = tag("for 进展 in 行.进展") + paragraph("表格正文", "{{ 进展 }}") + tag("endfor")
LINKS = (
    tag("for 件 in 行.材料")
    + paragraph("表格正文", "{{r 件.出处|链接(件.名称) }}")
    + tag("else")
    + paragraph("表格居中", "—")
    + tag("endfor")
)

LEDGER = (
    Column("序号", 12.5, "{{ 行.编号 }}", "表格居中"),
    Column("工作任务", 21, "{{ 行.工作任务 }}"),
    Column("具体要求", 49, "{{ 行.具体要求 }}"),
    Column("{{ 牵头称谓 }}", 17, "{{ 行.牵头 }}", "表格居中"),
    Column("{{ 配合称谓 }}", 16, "{{ 行.配合 }}", "表格居中"),
    Column("完成时限", 17.5, "{{ 行.完成时限 }}", "表格居中"),
    Column("进展情况", 42, PROGRESS),
    Column("完成情况", 17.5, "{{ 行.完成情况 }}", "表格居中"),
    Column("佐证材料", 21.5, LINKS),
    Column("备注", 11, "{{ 行.备注 }}", "表格居中"),
)


NOTE = "{{ 范围 }}，数据截至{{ 数据日期 }}。{{ 略去 }}"
"""What a table shows, above it."""


def ledger() -> str:
    """Write the body of the template: title, what the table shows, the table, what changed."""
    return (
        paragraph("附件标题", "{{ 标题 }}")
        + paragraph(
            "表注",
            "{{ 范围 }}，数据截至{{ 数据日期 }}。共{{ 任务数 }}项，已完成{{ 已完成数 }}项"
            "{% if 亮灯分布 %}；{{ 亮灯分布 }}{% endif %}。{{ 略去 }}",
        )
        + ledger_table(LEDGER)
        + paragraph("表后")
        + changes_annex("附件")
        + lying()
    )


def ledger_annex(columns: Sequence[Column], note: str) -> str:
    """Write the ledger as 附件1 under a note."""
    return (
        paragraph("附件标识", "附件1")
        + paragraph("附件标题", "{{ 附件一 }}")
        + paragraph("表注", note)
        + ledger_table(columns)
    )


def ledger_table(columns: Sequence[Column]) -> str:
    """Write the table: the heading of each part over all columns, then its tasks."""
    rows = (
        tag_row(columns, "for 行 in 台账")
        + tag_row(columns, "if 行.部分")
        + wide_row(columns, "{{ 行.部分 }}")
        + tag_row(columns, "else")
        + item_row(columns)
        + tag_row(columns, "endif")
        + tag_row(columns, "endfor")
    )
    return table(columns, rows)
