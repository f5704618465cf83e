"""What changed since a revision (变化情况): a paper of its own, and the annex other reports may carry."""

from wordparts.page import lying
from wordparts.text import Column, item_row, paragraph, table, tag, tag_row

CHANGES = (
    Column("编号", 14, "{{ 项.编号 }}", "表格居中"),
    Column("具体要求", 68, "{{ 项.具体要求 }}"),
    Column("亮灯", 23, "{{ 项.亮灯 }}", "表格居中"),
    Column("变化", 120, tag("for 句 in 项.变化") + paragraph("表格正文", "{{ 句 }}") + tag("endfor")),
)


def changes() -> str:
    """Write the body of the template: all of it on lying pages."""
    return paragraph("附件标题", "{{ 变化.全称 }}") + _table() + lying()


def changes_annex(mark: str) -> str:
    """Write the annex under its mark (附件3), on a new page of a lying section; nothing without `--since`."""
    return (
        tag("if 变化")
        + paragraph("附件标识", mark, also="<w:pageBreakBefore/>")
        + paragraph("附件标题", "{{ 变化.标题 }}")
        + _table()
        + tag("endif")
    )


def _table() -> str:
    rows = tag_row(CHANGES, "for 项 in 变化.事项") + item_row(CHANGES) + tag_row(CHANGES, "endfor")
    return (
        paragraph("表注", "数据截至{{ 变化.止 }}，与{{ 变化.起 }}相比，{{ 变化.概况 }}。")
        + tag("for 句 in 变化.计划变化")
        + paragraph("表注", "计划本身：{{ 句 }}")
        + tag("endfor")
        + tag("if 变化.事项")
        + table(CHANGES, rows)
        + tag("endif")
        + paragraph("表后")
    )
