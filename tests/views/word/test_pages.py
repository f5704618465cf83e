"""The report on paper: pages, lines and characters, as LibreOffice lays them out."""

import re

import pytest
from office_suite import lacking, lines, sizes, to_pdf

pytestmark = pytest.mark.skipif(bool(lacking()), reason=f"needs {lacking()}")

MANY = [
    {
        "编号": str(number),
        "部分": f"{'一二三四'[number % 32 // 8]}、第{number % 32 // 8 + 1}部分深化公开",
        "工作任务": f"({'一二'[number // 4 % 2]}) 做好各类规划主动公开。",
        "具体要求": "做好历史规划（计划）的归集整理和主动公开工作，按照统一格式在规划计划专栏集中发布，并做好解读。"
        * (1 + number % 3),
        "牵头": ["甲处", "体育产业处（保卫处）"],
        "配合": ["各处室"],
        "完成时限": ["全年", "8月31日", "根据市政务公开办的统一部署"][number % 3],
    }
    for number in range(32)
]
FILED = [
    {
        "日期": "2021-08-20",
        "任务": str(number),
        "状态": "推进中",
        "进展": "在局官网规划计划专栏公开历史规划8份。",
        "成效": "访问3200人次。",
    }
    for number in range(0, 32, 2)
]
LONG = [{"日期": "2021-08-20", "任务": "0", "状态": "推进中", "进展": "政务公开工作要点落实情况总结" * 150}]


@pytest.fixture(scope="module")
def printed(report, tmp_path_factory):
    documents = {"usual": report(MANY, FILED), "long": report(MANY[:1], LONG)}
    return to_pdf(documents, tmp_path_factory.mktemp("pages"))


def test_a_full_page_holds_22_lines_of_28_characters(printed):
    full = lines(printed["long"], 3)[:-1]
    assert len(full) == 22
    assert {len(line.strip()) for line in full} == {28}


def test_the_text_stands_and_the_attachments_lie(printed):
    pages = sizes(printed["usual"])
    turn = pages.index("lying")
    assert pages == ["upright"] * turn + ["lying"] * (len(pages) - turn)
    assert 8 <= turn <= 20
    assert 6 <= len(pages) - turn <= 20


def test_every_page_has_text_and_its_number_on_the_outer_side(printed):
    for page in range(1, len(sizes(printed["usual"])) + 1):
        *text, number = lines(printed["usual"], page)
        assert text
        assert re.sub(r"\s", "", number) == f"—{page}—"
        assert (len(number) - len(number.lstrip()) > 20) == (page % 2 == 1)


def test_the_head_of_the_ledger_comes_again_on_each_of_its_pages(printed):
    pages = sizes(printed["usual"])
    first = pages.index("lying") + 1
    ledger = [lines(printed["usual"], page) for page in range(first, len(pages))]
    assert all(any("序号" in line and "具体要求" in line for line in page[:6]) for page in ledger)


def test_the_signature_is_not_alone_on_its_page(printed):
    last = sizes(printed["usual"]).index("lying")
    text = [line.strip() for line in lines(printed["usual"], last)]
    assert text.index("示例局") - text.index("六、下一年度打算") >= 2


def test_no_heading_ends_a_page(printed):
    for page in range(1, sizes(printed["usual"]).index("lying") + 1):
        last = lines(printed["usual"], page)[-2].strip()
        assert not re.match(r"[一二三四五六]、|（[一二三四]）|\d\.", last)
