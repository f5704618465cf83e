"""What the report of a reporting window says, and in which order."""

from datetime import date

import pytest

from gongkai_cli.model.problem import Refusal
from gongkai_cli.rules.share import share_of, since_window, window_share
from gongkai_cli.rules.windows import window_named
from gongkai_cli.views.word.chapters import SHORT

TASKS = [
    {
        "编号": "1",
        "部分": "一、紧扣开局深化公开",
        "工作任务": "(一) 规划公开。",
        "具体要求": "公开规划。",
        "牵头": ["甲处"],
        "配合": ["乙处"],
        "完成时限": "8月31日",
        "上级任务": "upper-2021/15",
    },
    {"编号": "2", "部分": "二、强基础", "具体要求": "培训一次。", "牵头": ["乙处"], "配合": ["甲处"]},
    {"编号": "3", "部分": "二、强基础", "具体要求": "汇报一次。", "牵头": ["甲处"], "完成时限": "8月31日"},
]
PAGE = {"类型": "网页截图", "标题": "专栏", "文件": "evidence/专栏.png", "渠道": "局官网"}
NEWS = {"类型": "报道", "标题": "规划发布", "链接": "https://example.com/1", "发布日期": "2021-08-20"}
RECORDS = [
    {"日期": "2021-06-20", "任务": "1", "状态": "推进中", "进展": "上一期的事"},
    {
        "日期": "2021-08-20",
        "任务": "1",
        "状态": "已完成",
        "进展": "公开规划3份",
        "成效": "访问3200人次",
        "下一步": "继续更新。",
        "佐证材料": [PAGE, NEWS],
    },
    {"日期": "2021-08-25", "任务": "3", "状态": "推进中", "问题": "议题排期顺延"},
]


@pytest.fixture
def basis(standing):
    """The standing of the plan cut to the third quarter, and perhaps to one office, as the command cuts it."""

    def cut(office="", records=RECORDS):
        whole = standing(TASKS, records)
        summary = share_of(whole, office) if office else whole
        window = window_named(whole.plan, "第三季度")
        since = since_window(summary, window)
        return {"summary": window_share(summary, window), "since": since, "window": window, "office": office}

    return cut


@pytest.fixture
def text(kind_of, paragraphs, basis):
    return lambda office="", **more: paragraphs(kind_of("quarter", **basis(office) | more).data)


def test_it_follows_the_outline_of_a_quarterly_report(text):
    said = text()
    assert said[:3] == [
        "示例局2021年第三季度政务公开工作要点\n推进落实情况报告",
        "市政务公开办：",
        "根据《示例市2021年政务公开工作要点》（示府〔2021〕1号）和《示例局2021年政务公开工作要点分工方案》"
        "（示办〔2021〕3号）要求，现将示例局2021年第三季度政务公开工作推进落实情况（数据截至2021年9月20日）报告如下。",
    ]
    outline = ["一、总体情况", "二、重点任务推进落实情况", "三、存在问题", "四、下一步安排"]
    assert [one for one in said if one in outline] == outline
    start = said.index("四、下一步安排")
    assert said[start + 1 : start + 8] == [
        "第1项　继续更新。",
        "附件：1.2021年第三季度政务公开工作台账",
        "2.2021年第三季度报道目录",
        "3.2021年第三季度网页图片资料",
        "示例局",
        "2021年9月20日",
        "（联系人：联系人甲，电话：000-0000）",
    ]
    assert [one for one in said if one in {"附件1", "附件2", "附件3"}] == ["附件1", "附件2", "附件3"]


def test_the_figures_are_those_of_the_window(text):
    said = "\n".join(text())
    assert "示例局列入方案的任务共3项。截至2021年9月20日，已完成1项，占33.3%；" in said
    assert "第三季度应报3项次，已报2项次，未报1项次。本期登记进展2条，报送佐证材料2件。" in said


def test_each_task_tells_its_work_and_effect_in_the_window_only(text):
    said = text()
    start = said.index("二、重点任务推进落实情况")
    assert said[start + 1 : start + 5] == [
        "（一）紧扣开局深化公开",
        "1.规划公开",
        "第1项　公开规划（牵头：甲处；配合：乙处；时限：8月31日；对应上级第15项）",
        "已完成，待销号。开展的工作：8月20日，公开规划3份。取得的效果：访问3200人次。",
    ]
    assert said[start + 7].endswith("。本期没有登记进展。")
    assert not any("上一期的事" in one for one in said)


def test_problems_and_late_tasks_are_named(text):
    said = text()
    start = said.index("三、存在问题")
    assert said[start + 1 : start + 3] == [
        "第3项　议题排期顺延。",
        "截至2021年9月20日逾期或未完成的有第3项。",
    ]


def test_what_comes_next_may_be_said_after_the_window_but_not_before(paragraphs, kind_of, basis):
    before = {"日期": "2021-06-20", "任务": "2", "状态": "推进中", "下一步": "上一期的打算"}
    after = {"日期": "2021-09-18", "任务": "3", "状态": "推进中", "进展": "已列入议题", "下一步": "下周汇报"}
    said = paragraphs(kind_of("quarter", **basis(records=[*RECORDS, before, after])).data)
    start = said.index("四、下一步安排")
    assert said[start + 1 : start + 4] == [
        "第1项　继续更新。",
        "第3项　下周汇报。",
        "附件：1.2021年第三季度政务公开工作台账",
    ]
    assert not any("已列入议题" in one for one in said)


def test_an_office_tells_of_what_it_leads_and_its_head_signs(text, kind_of, rows, basis):
    said = text("甲处")
    assert said[0] == "甲处2021年第三季度政务公开工作要点\n推进落实情况报告"
    assert "处室负责人审签：" in said
    assert "第三季度应报2项次，已报2项次。" in "".join(said)  # 第2项由乙处报
    assert "培训一次" not in "".join(said[: said.index("三、存在问题")])
    assert [row[0] for row in rows(kind_of("quarter", **basis("甲处")).data, 0)[1:]] == [
        "一、紧扣开局深化公开",
        "1",
        "二、强基础",
        "2",
        "3",
    ]


def test_the_press_list_has_all_that_can_be_opened(kind_of, rows, basis):
    table = rows(kind_of("quarter", **basis()).data, 1)
    assert table[0] == ["序号", "任务", "标题", "报送部门", "渠道", "发布日期", "链接"]
    assert table[1:] == [["1", "1", "规划发布", "甲处", "—", "2021年8月20日", "https://example.com/1"]]


def test_what_nothing_was_filed_for_has_no_third_attachment_and_no_blank_page(
    kind_of, paragraphs, part, standing
):
    found = kind_of("quarter", summary=standing(TASKS, []), window=window_named(standing().plan, "第三季度"))
    said = paragraphs(found.data)
    assert "附件3" not in said
    assert "截至2021年9月20日，尚无网上报道和网页。" in said
    assert found.gaps == ("四、下一步安排",)
    body = part(found.data, "word/document.xml")[0]
    sections = body.findall(f".//{W}sectPr")
    assert [one.find(f"{W}pgSz").get(f"{W}orient") for one in sections] == [None, "landscape"]
    assert sections[-1].getparent() is body


def test_a_window_the_plan_does_not_know_is_refused(standing):
    with pytest.raises(Refusal) as refusal:
        window_named(standing().plan, "第九季度")
    assert refusal.value.about["known"] == "第三季度"


def test_a_requirement_too_long_for_the_text_stands_whole_in_the_ledger(kind_of, rows, standing):
    long = "政务公开" * 5000
    found = kind_of("quarter", [{"编号": "1", "具体要求": long}], [], as_of=date(2021, 9, 20))
    assert rows(found.data, 0)[1][2] == long
    assert len(long) > SHORT


W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
