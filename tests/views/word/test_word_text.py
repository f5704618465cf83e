"""Small parts: turns of phrase, cleaned text, addresses."""

import pytest
from lxml import etree
from markupsafe import Markup

from gongkai_cli.views.word.clean import clean, word_text
from gongkai_cli.views.word.links import link
from gongkai_cli.views.word.phrase import heading, ordinal, sentence, shortened, title_lines
from gongkai_cli.views.word.relations import Relations

HEADINGS = {
    "一、紧扣“十四五”开好局": "紧扣“十四五”开好局",
    "(一) 做好各类规划主动公开。": "做好各类规划主动公开",
    "（十二）完善 平台：": "完善 平台",
    "3.2021年重点": "2021年重点",
    "（3）规划公开": "规划公开",
    "（2021）重点": "（2021）重点",
    "第三、其他": "其他",
    "2021年重点": "2021年重点",
    "": "",
}


@pytest.mark.parametrize(("printed", "alone"), HEADINGS.items())
def test_a_heading_stands_without_its_printed_number(printed, alone):
    assert heading(printed) == alone


@pytest.mark.parametrize(
    ("text", "ended"),
    {"公开": "公开。", "公开；": "公开；", "公开，": "公开。", "公开！": "公开！", " ": ""}.items(),
)
def test_a_sentence_ends_with_one_mark(text, ended):
    assert sentence(text) == ended


SHORT = {
    "公开规划。其余略。": "公开规划",
    "做好规划公开，扩大公众参与范围并及时回应": "做好规划公开……",
    "严格落实《关于年度报告、统计有关事项的通知》要求": "严格落实《关于年度报告、……",
    "没有停顿的一句话没有停顿的一句话": "没有停顿的一句话没有停顿……",
}


@pytest.mark.parametrize(("text", "short"), SHORT.items())
def test_a_long_requirement_is_cut_at_a_pause(text, short):
    assert shortened(text, 12).rstrip("…") == short.rstrip("…、")


@pytest.mark.parametrize(
    ("number", "said"), {1: "一", 10: "十", 12: "十二", 20: "二十", 35: "三十五"}.items()
)
def test_headings_count_in_chinese(number, said):
    assert ordinal(number) == said


def test_a_long_title_breaks_after_the_body():
    assert title_lines("示例局", "2021年总结", 8) == "示例局2021年总结"
    assert (
        title_lines("示例市示例区示例局", "2021年政务公开工作总结", 19)
        == "示例市示例区示例局\n2021年政务公开工作总结"
    )
    assert (
        title_lines("", "2021年政务公开工作要点落实情况工作总结", 8)
        == "2021年政务公开工作要点落实情况工作总结"
    )
    assert title_lines("示例局", "2021年工作\n报告", 12) == "示例局2021年工作报告"
    assert title_lines("示例局", "2021年工作要点\n推进情况报告", 12) == "示例局2021年工作要点\n推进情况报告"


def test_marks_that_turn_the_text_after_them_around_go_and_letters_stay():
    assert clean("a\u202eb\u2066ש\u200fל\u2069") == "abש\u200fל"


def test_text_loses_only_what_xml_cannot_carry():
    assert clean("a\x00\x0bb\tc\r\nd\re\x85f\ufeff\uffff😀") == "ab\tc\nd\ne\nf😀"


def test_line_breaks_and_tabs_are_words_own():
    assert word_text("a\nb\tc") == (
        'a</w:t><w:br/><w:t xml:space="preserve">b</w:t><w:tab/><w:t xml:space="preserve">c'
    )


def test_markup_is_not_escaped_twice():
    assert word_text("<a> & {b}") == "&lt;a&gt; &amp; {b}"
    assert word_text(Markup("<w:r/>")) == "<w:r/>"


ADDRESSES = {
    "https://example.com/a b": "",
    "javascript:alert(1)": "",
    "https://[::1": "",
    "https://示例.cn/": "",
    "evidence/a.png": "",
    "": "",
    "HTTP://example.com/规划?q=100%&x=%20": "HTTP://example.com/%E8%A7%84%E5%88%92?q=100%25&x=%20",
}


@pytest.mark.parametrize(("text", "target"), ADDRESSES.items())
def test_only_sound_web_addresses_become_links(text, target):
    relations = Relations()
    run = link(relations, text)
    assert targets(relations) == ([target] if target else [])
    assert ("w:hyperlink" in run) == bool(target)


def test_one_address_is_one_relationship():
    relations = Relations()
    assert link(relations, "https://example.com/") == link(relations, "https://example.com/")
    assert targets(relations) == ["https://example.com/"]


def test_a_link_may_stand_under_words_of_its_own():
    assert '<w:t xml:space="preserve">报道 &lt;1&gt;</w:t>' in link(
        Relations(), "https://example.com/", "报道 <1>"
    )


def targets(relations):
    xml = relations.xml()
    return [one.get("Target") for one in etree.fromstring(xml)] if xml else []
