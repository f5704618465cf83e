"""Templates that staff broke: refused with one clear line that says what and where."""

from datetime import date

import pytest

from gongkai_cli.lexicon.load import message
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.workspace import Config
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.report import render

DAY = date(2021, 9, 20)

FAULTS = {
    "unknown name": ("{{ 附件二 }}", "{{ 附件四 }}", "template-unknown-name", "附件四"),
    "unknown field": ("{{ 行.编号 }}", "{{ 行.编码 }}", "template-unknown-name", "{{ 行.编码 }}"),
    "unknown filter": ("{{ 附件一 }}", "{{ 附件一|大写 }}", "template-unknown-name", "大写"),
    "open brace": ("{{ 主送机关 }}：", "{{ 主送机关 }：", "template-syntax", "主送机关"),
    "no such tag": ("{%p for 期 in 报送 %}", "{%p fro 期 in 报送 %}", "template-syntax", "fro"),
    "no beginning": ("{%p for 期 in 报送 %}", "", "template-syntax", "endfor"),
    "forbidden": ("{{ 附件一 }}", "{{ 标题.__class__.__mro__ }}", "template-forbidden", "__mro__"),
    "sum": ("{{ 附件一 }}", "{{ 标题 + 1 }}", "template-value", "标题 + 1"),
    "torn row": ("{%tr if 行.部分 %}", "{% if 行.部分 %}", "template-structure", ""),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_broken_template_is_refused_where_it_is_broken(standing, edited, fault):
    old, new, code, told = fault
    with pytest.raises(Refusal) as refusal:
        filled(standing(), edited(old, new))
    assert refusal.value.code == code
    line = message(refusal.value.code, refusal.value.about)
    assert told in line
    assert "\n" not in line


@pytest.mark.parametrize(
    "data", [b"", b"not a zip", b"PK\x05\x06" + b"\0" * 18], ids=["empty", "text", "empty zip"]
)
def test_what_is_no_docx_is_refused(standing, data):
    with pytest.raises(Refusal) as refusal:
        filled(standing(), data)
    assert refusal.value.code == "template-not-docx"


def test_a_ledger_table_that_drops_tasks_is_refused(standing, edited):
    with pytest.raises(Refusal) as refusal:
        filled(standing(), edited("{%tr for 行 in 台账 %}", "{%tr for 行 in 台账[:2] %}"))
    assert refusal.value.about["missing"] == "3、7-1"


def filled(summary, template):
    return render("year-end", Basis(summary=summary, as_of=DAY, config=Config()), template, no_pictures)


def no_pictures(file):
    raise FileNotFoundError(file)


def test_a_template_that_does_not_say_as_of_when_is_told_of(standing, edited):
    assert filled(standing(), edited("截至{{ 数据日期 }}", "")).notes == (
        "模板没有印出数据日期（2021年9月20日）；请在模板里加上：数据截至{{ 数据日期 }}",
    )
