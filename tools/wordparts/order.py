"""What an order (督办通知单) says: one matter, one slip, and the reply to cut off."""

from wordparts.form import form, pair, wide
from wordparts.page import upright
from wordparts.text import paragraph, tag

_TAB = "<w:r><w:tab/></w:r>"
_RIGHT = '<w:tabs><w:tab w:val="left" w:pos="5300"/></w:tabs>'
_SIGNED = "签收人：　　　　　　　　　签收日期：　　　　年　　月　　日"


def order() -> str:
    """Write the body of the template."""
    return (
        paragraph("公文标题", "督办通知单", also='<w:spacing w:after="120"/>')
        + paragraph("编号行", "编号：{{ 编号 }}", _TAB, "签发人：", also=_RIGHT)
        + _slip()
        + paragraph("裁剪线", "- " * 24 + "回　执" + " -" * 24)
        + _reply()
        + paragraph("附注", "", also=upright())
    )


def _slip() -> str:
    progress = (
        paragraph("表单正文", "截至{{ 数据日期 }}，{{ 当前状态 }}")
        + tag("for 句 in 目前进展")
        + paragraph("表单正文", "{{ 句 }}")
        + tag("endfor")
        + paragraph("表单正文", "{% if 存在问题 %}存在问题：{{ 存在问题 }}{% endif %}{{ 此前督办 }}")
    )
    return form(
        pair(("承办处室", "{{ 承办处室 }}"), ("会办处室", "{{ 会办处室 }}")),
        wide("督办事项", "第{{ 任务编号 }}项　{{ 督办事项 }}"),
        wide("依据", "{{ 本计划 }}"),
        wide("原时限", "{{ 原时限 }}"),
        wide("目前进展及问题", progress),
        wide("办理要求", "{{ 办理要求 }}"),
        pair(("反馈时限", "{{ 反馈时限 }}"), ("联系人电话", "{{ 联系人 }}　{{ 电话 }}")),
        wide("签收", _SIGNED),
    )


def _reply() -> str:
    return form(
        pair(("编号", "{{ 编号 }}"), ("承办处室", "{{ 承办处室 }}"), style="回执标签"),
        wide("办理情况", "", height=24, style="回执标签"),
        wide("负责人签字", "　　　　　　　　　　　日期：　　　　年　　月　　日", style="回执标签"),
        wide("审核意见", "（　）同意销号　（　）退回　审核人：　　　　年　　月　　日"),
    )
