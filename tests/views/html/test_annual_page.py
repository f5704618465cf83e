"""The annual report as a web page: well-formed, complete, every number with its heads, safe whatever the text says."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from golden import values3, values4
from gongkai_cli.rules.annual.form import HEADINGS, NAMES, printed
from published import published, report_with

TABLE2 = {"2019": {("行政许可", "本年增减"): 36}, "2021": {("行政事业性收费", "本年收费金额"): "12.50"}}
YEARS = {2020: "2019", 2025: "2021"}


def page_of(year: int, *, draft: bool = False):
    form = YEARS[year]
    report = report_with(year, dict(zip(NAMES, (TABLE2[form], values3(form), values4()), strict=True)))
    return parsed(published(report, "html", draft=draft))


def parsed(data: bytes):
    return etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))


each_year = pytest.mark.parametrize("year", YEARS)


@each_year
def test_the_six_headings_and_the_title_are_headings(year: int) -> None:
    page = page_of(year)
    assert [one.text for one in page.iter("h1")] == [f"示例市教育局{year}年政府信息公开工作年度报告"]
    assert [one.text for one in page.iter("h2")] == list(HEADINGS.values())


@each_year
def test_every_number_names_the_heads_it_stands_under(year: int) -> None:
    page = page_of(year)
    heads = {one.get("id"): "".join(one.itertext()) for one in page.iter("th")}
    assert len(heads) == len(list(page.iter("th")))
    for table, name in zip(page.iter("table"), NAMES, strict=True):
        numbers = [one for one in table.iter("td") if one.get("headers")]
        paths = printed(YEARS[year], name).paths
        assert len(numbers) == len(paths)
        for number, path in zip(numbers, paths, strict=True):
            said = [heads[one] for one in number.get("headers").split()]
            assert all(any(key in plain(one) for one in said) for key in map(plain, path))
            assert len(said) == len(set(number.get("headers").split()))


def plain(text: str) -> str:
    return "".join(filter(str.isalnum, text))


@each_year
def test_the_tables_have_captions_scopes_and_the_printed_note(year: int) -> None:
    page = page_of(year)
    assert [one.text for one in page.iter("caption")] == [
        "表二　主动公开政府信息情况",
        "表三　收到和处理政府信息公开申请情况",
        "表四　政府信息公开行政复议、行政诉讼情况",
    ]
    assert {one.get("scope") for one in page.iter("th")} <= {"col", "colgroup", "row", "rowgroup"}
    notes = [one.text for one in page.iter("td") if one.get("class") == "note"]
    assert notes == ["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"]


@each_year
def test_the_page_needs_nothing_from_elsewhere(year: int) -> None:
    page = page_of(year)
    tags = Counter(one.tag for one in page.iter() if isinstance(one.tag, str))
    assert not {"script", "link", "img", "iframe"} & tags.keys()
    assert not [one for one in page.iter() for name in one.attrib if name.startswith("on") or name == "src"]


def test_a_change_shows_its_sign_and_money_its_decimals() -> None:
    assert "+36" in [one.text for one in page_of(2020).iter("td")]
    assert "12.50" in [one.text for one in page_of(2025).iter("td")]


def test_a_draft_says_so_at_once_and_a_final_report_never() -> None:
    assert "草稿，不得公布" in [one.text for one in page_of(2025, draft=True).iter("p")][:1]
    assert "草稿" not in "".join(page_of(2025).itertext())


def test_what_is_missing_is_said_and_nothing_invented() -> None:
    page = parsed(published(replace(report_with(2019, {}), problems=""), "html"))
    texts = [one.text for one in page.iter("p")]
    assert texts.count("数据缺失") == 3
    assert texts.count("〔请补充〕") == 1
    assert not list(page.iter("table"))


@given(st.text(min_size=1))
@settings(max_examples=50)
def test_any_text_is_shown_as_text(text: str) -> None:
    report = replace(report_with(2025, {}), overview=f"始{text}终", title=text.strip() and f"甲{text}乙")
    page = parsed(published(report, "html"))
    assert {one.tag for one in page.iter() if isinstance(one.tag, str)} <= {
        *("html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "p")
    }
