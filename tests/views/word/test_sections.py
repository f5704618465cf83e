"""Sections of a template that end with a tag keep their pages."""

import pytest
from lxml import etree

from gongkai_cli.views.word.sections import free_sections

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
END = "<w:pPr><w:pStyle w:val='gw20'/><w:sectPr/></w:pPr>"
CASES = {
    "after the end of a tag": ("{%p endif %}", ["{%p endif %}", "§gw20"]),
    "before the beginning": ("{%p if 变化 %}", ["§gw20", "{%p if 变化 %}"]),
    "on other text it stays": ("{{ 联系人 }}", ["{{ 联系人 }}§gw20"]),
    "on an empty paragraph too": ("", ["§gw20"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_section_ends_on_a_paragraph_that_stays(text, expected):
    root = etree.fromstring(
        f"<w:document xmlns:w='{W}'><w:body><w:p>{END}<w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>"
    )
    free_sections(root)
    assert [_told(one) for one in root[0]] == expected


def _told(paragraph):
    names = {"w": W}
    ends = "§" + paragraph.find("w:pPr/w:pStyle", names).get(f"{{{W}}}val")
    return "".join(paragraph.itertext()) + (
        ends if paragraph.find("w:pPr/w:sectPr", names) is not None else ""
    )
