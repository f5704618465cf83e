"""What the report of a reporting window (季度推进落实情况报告) says and in which order."""

from wordparts.changes import changes_annex
from wordparts.figures import HOW_MANY
from wordparts.ledger import LEDGER, NOTE, ledger_annex
from wordparts.page import lying, upright
from wordparts.text import Column, item_row, paragraph, run, table, tag, tag_row

TO_FILL = "〔请补充〕"

PUBLISHED = (
    Column("序号", 12, "{{ 件.序号 }}", "表格居中"),
    Column("任务", 14, "{{ 件.任务 }}", "表格居中"),
    Column("标题", 58, "{{ 件.标题 }}"),
    Column("报送部门", 28, "{{ 件.部门 }}", "表格居中"),
    Column("渠道", 24, "{{ 件.渠道 }}", "表格居中"),
    Column("发布日期", 33, "{{ 件.发布日期 }}", "表格居中"),
    Column("链接", 56, paragraph("表格正文", "{{r 件.链接|链接 }}")),
)


def quarter() -> str:
    """Write the body of the template: the report, its tables on lying pages, its pictures two a page."""
    return (
        _opening()
        + _overview()
        + _tasks()
        + _problems()
        + _next()
        + _closing()
        + ledger_annex(LEDGER, NOTE)
        + _published()
        + changes_annex("附件3")
        + paragraph("表后", also=lying())
        + _pictures()
        + upright()
    )


def _opening() -> str:
    return (
        paragraph("公文标题", "{{ 标题 }}")
        + tag("if 主送机关")
        + paragraph("主送机关", "{{ 主送机关 }}：")
        + tag("endif")
        + paragraph(
            "公文正文",
            "{% if 依据 %}根据{{ 依据 }}要求，{% endif %}现将{{ 单位 }}{{ 年度 }}年{{ 报送期名 }}"
            "政务公开工作推进落实情况（数据截至{{ 数据日期 }}）报告如下。",
        )
    )


def _overview() -> str:
    return (
        paragraph("一级标题", "一、总体情况")
        + paragraph(
            "公文正文",
            "{{ 单位 }}{% if 审签 %}牵头、配合{% else %}列入方案{% endif %}的任务共{{ 任务数 }}项。"
            "截至{{ 数据日期 }}，" + HOW_MANY,
        )
        + paragraph(
            "公文正文",
            "{% for 期 in 报送 %}{{ 期.报送期 }}{% if 期.应报 %}应报{{ 期.应报 }}项次，已报{{ 期.已报 }}项次"
            "{% if 期.其余 %}，{{ 期.其余 }}{% endif %}{% else %}已报{{ 期.已报 }}项次，报送尚未到期{% endif %}。"
            "{% endfor %}"
            "{% if 进展数 %}本期登记进展{{ 进展数 }}条，报送佐证材料{{ 佐证数 }}件。"
            "{% else %}本期没有登记进展。{% endif %}"
            "{{ 略去 }}",
        )
    )


def _tasks() -> str:
    return (
        paragraph("一级标题", "二、重点任务推进落实情况")
        + tag("for 部分 in 各部分")
        + tag("if 部分.标题")
        + paragraph("二级标题", "{{ 部分.标题 }}")
        + tag("endif")
        + tag("for 工作 in 部分.各项工作")
        + tag("if 工作.标题")
        + paragraph("三级标题", "{{ 工作.标题 }}")
        + tag("endif")
        + tag("for 任务 in 工作.任务")
        + paragraph(
            "任务事项",
            run("第{{ 任务.编号 }}项　", "lead"),
            "{{ 任务.要求 }}（{{ 任务.责任 }}{% if 任务.上级编号 %}；对应上级第{{ 任务.上级编号 }}项{% endif %}）",
        )
        + paragraph(
            "公文正文",
            "{{ 任务.完成情况 }}。"
            "{% if 任务.开展的工作 %}开展的工作：{{ 任务.开展的工作 }}{% else %}本期没有登记进展。{% endif %}"
            "{% if 任务.取得的效果 %}取得的效果：{{ 任务.取得的效果 }}{% endif %}",
        )
        + tag("endfor") * 3
        + tag("if not 各部分")
        + paragraph("公文正文", "本期没有牵头的任务。")
        + tag("endif")
    )


def _problems() -> str:
    return (
        paragraph("一级标题", "三、存在问题")
        + tag("if not 存在问题")
        + paragraph("公文正文", "各单位本期没有反映存在的问题。")
        + tag("endif")
        + tag("for 项 in 存在问题")
        + paragraph("公文正文", run("第{{ 项.编号 }}项　", "lead"), "{{ 项.内容 }}")
        + tag("endfor")
        + tag("if 逾期任务")
        + paragraph("公文正文", "截至{{ 数据日期 }}逾期或未完成的有{{ 逾期任务 }}。")
        + tag("endif")
        + tag("if 待明确")
        + paragraph("公文正文", "责任单位尚待明确的：{{ 待明确 }}。")
        + tag("endif")
    )


def _next() -> str:
    """Write what comes next; the last two items stay with the signature."""
    item = (run("第{{ 项.编号 }}项　", "lead"), "{{ 项.内容 }}")
    return (
        paragraph("一级标题", "四、下一步安排")
        + tag("for 项 in 下一步安排")
        + tag("if loop.revindex > 2")
        + paragraph("公文正文", *item)
        + tag("else")
        + paragraph("末段", *item)
        + tag("endif")
        + tag("else")
        + paragraph("末段", run(TO_FILL, "toFill"))
        + tag("endfor")
    )


def _closing() -> str:
    contact = "{% if 联系人 %}（联系人：{{ 联系人 }}{% if 电话 %}，电话：{{ 电话 }}{% endif %}）{% endif %}"
    return (
        paragraph("附件说明", "附件：1.{{ 附件一 }}")
        + paragraph("附件说明续", "2.{{ 附件二 }}")
        + tag("if 变化")
        + paragraph("附件说明续", "3.{{ 变化.标题 }}")
        + tag("endif")
        + tag("if 网页图片")
        + paragraph("附件说明续", "{% if 变化 %}4{% else %}3{% endif %}.{{ 附件三 }}")
        + tag("endif")
        + paragraph("署名", "{{ 单位 }}")
        + paragraph("成文日期", "{{ 成文日期 }}")
        + tag("if 审签")
        + paragraph("附注", "{{ 审签 }}")
        + tag("endif")
        + paragraph("附注", contact, also=upright())
    )


def _published() -> str:
    rows = tag_row(PUBLISHED, "for 件 in 报道目录") + item_row(PUBLISHED) + tag_row(PUBLISHED, "endfor")
    return (
        paragraph("附件标识", "附件2", also="<w:pageBreakBefore/>")
        + paragraph("附件标题", "{{ 附件二 }}")
        + tag("if 报道目录")
        + paragraph("表注", NOTE)
        + table(PUBLISHED, rows)
        + tag("else")
        + paragraph("公文正文", "截至{{ 数据日期 }}，尚无网上报道和网页。")
        + tag("endif")
    )


def _pictures() -> str:
    """Write two pictures a page: the one that begins a page says so itself, which every program keeps when it saves."""
    picture = "{{r 图.文件|图片 }}"
    return (
        tag("if 网页图片")
        + paragraph("附件标识", "附件{% if 变化 %}4{% else %}3{% endif %}")
        + paragraph("附件标题", "{{ 附件三 }}")
        + tag("for 图 in 网页图片")
        + tag("if 图.换页")
        + paragraph("图片", picture, also="<w:pageBreakBefore/>")
        + tag("else")
        + paragraph("图片", picture)
        + tag("endif")
        + paragraph("图题", "{{ 图.图题 }}")
        + tag("endfor")
        + tag("endif")
    )
