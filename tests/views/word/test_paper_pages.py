"""The coordinator's papers on paper, as LibreOffice lays them out."""

from datetime import date

import pytest
from office_suite import lacking, lines, sizes, to_pdf
from papers import DAYS, of, ordering, paper, real, reminding

pytestmark = pytest.mark.skipif(bool(lacking()), reason=f"needs {lacking()}")

DAY = date(2021, 9, 20)
CROWD = [
    {
        "编号": f"{number}-1",
        "部分": "一、紧扣开局深化公开",
        "具体要求": "做好历史规划（计划）的归集整理和主动公开工作，按照统一格式在规划计划专栏集中发布，并做好解读回应。"
        * 20,
        "牵头": [f"市第{number}综合行政执法和政务服务数据管理局（办公室）"],
        "配合": ["各有关单位", "各镇（街）"],
        "完成时限": ["8月31日", "9月22日", "9月25日"][number % 3],
    }
    for number in range(1, 40)
]
SAID = [
    {
        "日期": "2021-08-20",
        "任务": "3-1",
        "状态": "推进中",
        "进展": "已召开协调会。" * 300,
        "问题": "人手不足。" * 300,
    }
]


@pytest.fixture(scope="module")
def printed(standing, tmp_path_factory):
    crowd = of(standing(CROWD, SAID), DAY)
    whole = {f"brief-{plan}": paper("brief", real(plan)) for plan in DAYS}
    first = real("guangzhou-sports-2021")
    made = whole | {
        "brief-crowd": paper("brief", crowd),
        "order": paper("order", ordering(first)),
        "order-crowd": paper("order", ordering(crowd, "3-1")),
        "notice": paper("notice", reminding(first)),
        "notice-long": paper("notice", reminding(real("panyu-2021"), "各镇(街)")),
        "lookback": paper("lookback", first),
    }
    return to_pdf(made, tmp_path_factory.mktemp("papers"))


@pytest.mark.parametrize("name", [*DAYS, "crowd"])
def test_a_brief_is_one_page_with_its_chart(printed, name):
    pdf = printed[f"brief-{name}"]
    assert sizes(pdf) == ["upright"]
    text = "".join("".join(line.split()) for line in lines(pdf, 1))
    assert "各单位任务亮灯情况（单位：项）" in text
    assert "已完成绿灯黄灯红灯灰灯" in text


@pytest.mark.parametrize("name", ["order", "order-crowd"])
def test_an_order_with_its_reply_is_one_page(printed, name):
    assert sizes(printed[name]) == ["upright"]


def test_a_short_reminder_is_one_page(printed):
    assert sizes(printed["notice"]) == ["upright"]


def test_the_signature_of_a_long_reminder_is_not_alone_on_its_page(printed):
    pages = sizes(printed["notice-long"])
    assert len(pages) > 1
    text = [line.strip() for line in lines(printed["notice-long"], len(pages))]
    closing = text.index("特此通知。")
    assert closing >= 2
    assert text[closing + 1].startswith("广州市番禺区人民政府办公室")


def test_the_head_of_a_long_reminder_comes_again_on_each_page(printed):
    for page in range(1, len(sizes(printed["notice-long"]))):
        assert any("序号" in line and "当前状态" in line for line in lines(printed["notice-long"], page))


def test_looking_back_stands_and_its_table_lies(printed):
    pages = sizes(printed["lookback"])
    turn = pages.index("lying")
    assert pages == ["upright"] * turn + ["lying"] * (len(pages) - turn)
    for page in range(turn + 1, len(pages) + 1):
        assert any("序号" in line and "核查结果" in line for line in lines(printed["lookback"], page))
