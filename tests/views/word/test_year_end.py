"""What the year-end report says."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document

from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.workspace import Config
from gongkai_cli.rules.share import share_of
from gongkai_cli.views.word.tally import ensure_complete


def test_it_follows_the_outline_of_a_year_end_report(report, paragraphs):
    text = paragraphs(report())
    assert text[0] == "示例局\n2021年政务公开工作要点落实情况总结"
    assert text[1] == "市政务公开办："
    assert text[2].startswith(
        "按照《示例市2021年政务公开工作要点》（示府〔2021〕1号）和《示例局2021年政务公开工作要点分工方案》（示办〔2021〕3号）要求，示例局"
    )
    headings = [
        "一、总体情况",
        "二、重点任务完成情况",
        "三、特色亮点",
        "四、上年度“回头看”及整改情况",
        "五、存在问题及未完成原因",
        "六、下一年度打算",
    ]
    assert [one for one in text if one in headings] == headings
    tail = text[text.index("六、下一年度打算") + 1 :]
    assert tail[:6] == [
        "〔请补充〕",
        "附件：1.2021年政务公开工作要点落实情况台账",
        "2.2021年佐证材料目录",
        "示例局",
        "2021年9月20日",
        "（联系人：联系人甲，电话：000-0000）",
    ]
    assert [one for one in text if one in {"附件1", "附件2"}] == ["附件1", "附件2"]


def test_the_overview_counts_tasks_lights_filings_records_and_evidence(report, paragraphs):
    text = "\n".join(paragraphs(report()))
    assert "共列任务3项。截至2021年9月20日，已完成1项，占33.3%；其余任务中，推进中1项、未启动1项。" in text
    assert "红灯1项、黄灯1项。" in text
    assert "第三季度应报3项次，已报2项次，未报1项次。" in text
    assert "登记进展3条，报送佐证材料2件。" in text


def test_the_parts_table_adds_up(report, rows):
    assert rows(report(), 0) == [
        ["部分", "任务数", "已完成", "不涉及", "绿灯", "黄灯", "红灯", "灰灯"],
        ["紧扣开局深化公开", "2", "1", "0", "0", "1", "0", "0"],
        ["强基础", "1", "0", "0", "0", "0", "1", "0"],
        ["合计", "3", "1", "0", "0", "1", "1", "0"],
    ]


def test_each_task_is_told_under_its_headings(report, paragraphs):
    text = paragraphs(report())
    start = text.index("二、重点任务完成情况")
    assert text[start + 1 : start + 5] == [
        "（一）紧扣开局深化公开",
        "1.规划公开",
        "第1项　公开规划（牵头：甲处；配合：乙处；时限：8月31日）",
        "已完成，待销号。8月1日，起草规划。8月20日，公开规划3份。成效：访问3200人次。",
    ]


def test_what_is_unfinished_comes_gravest_first_with_its_reason(report, paragraphs):
    text = paragraphs(report())
    start = text.index("五、存在问题及未完成原因")
    assert text[start + 1 : start + 4] == [
        "（一）逾期或未完成的任务",
        "第7-1项　培训一次（牵头：甲处；时限：8月31日）",
        "推进中（红灯），已逾期20天，时限8月31日。存在问题：讲师未定。原因：场地冲突。下一步：〔请补充〕。",
    ]
    assert text[start + 4] == "（二）临近时限或近期没有进展的任务"


def test_the_ledger_has_a_row_for_each_part_and_task(report, rows):
    table = rows(report(), 1)
    assert table[0] == [
        "序号",
        "工作任务",
        "具体要求",
        "牵头",
        "配合",
        "完成时限",
        "进展情况",
        "完成情况",
        "佐证材料",
    ]
    assert [row[0] for row in table[1:]] == ["一、紧扣开局深化公开", "1", "3", "二、强基础", "7-1"]
    assert table[2][1:] == [
        "规划公开",
        "公开规划。",
        "甲处",
        "乙处",
        "8月31日",
        "8月1日：起草规划。8月20日：公开规划3份。成效：访问3200人次。",
        "已完成\n待销号",
        "1、2",
    ]


def test_the_catalogue_links_addresses_and_names_files(report, rows, part):
    docx = report()
    assert rows(docx, 2)[1:] == [
        ["1", "1", "规划发布", "报道", "甲处", "2021年8月20日", "https://example.com/a?b=1&c=规划"],
        ["2", "1", "文件（依申请公开）", "文件", "甲处", "—", "evidence/plan.pdf"],
    ]
    links = [
        one.get("Target")
        for one in part(docx, "word/_rels/document.xml.rels")
        if one.get("TargetMode") == "External"
    ]
    assert links == ["https://example.com/a?b=1&c=%E8%A7%84%E5%88%92"]


def test_the_ledger_gives_the_catalogue_numbers_of_a_tasks_evidence(report, rows):
    filed = [
        {
            "日期": "2021-08-01",
            "任务": "1",
            "状态": "持续推进",
            "佐证材料": [{"类型": "报道", "标题": str(n)} for n in range(5)],
        }
    ]
    table = rows(
        report([{"编号": "1", "具体要求": "公开。", "牵头": ["甲处"], "完成时限": "全年"}], filed), 1
    )
    assert table[1][6:] == ["尚无进展记录。", "持续推进\n绿灯", "1—5"]


def test_when_all_is_done_nothing_is_unfinished(report, paragraphs):
    filed = [{"日期": "2021-08-01", "任务": "1", "状态": "已完成", "进展": "公开。"}]
    text = "\n".join(
        paragraphs(
            report([{"编号": "1", "具体要求": "公开。", "牵头": ["甲处"], "完成时限": "8月31日"}], filed)
        )
    )
    assert "截至2021年9月20日，已完成1项，占100%。各部分情况见下表。" in text
    assert "没有逾期或需要说明原因的任务。" in text


def test_without_evidence_the_catalogue_says_so(report, paragraphs):
    assert "截至2021年9月20日，尚无佐证材料。" in paragraphs(
        report([{"编号": "1", "具体要求": "公开。"}], [])
    )


def test_the_plans_own_words_name_the_roles(report, rows):
    spoken = [
        {
            "编号": "1",
            "具体要求": "公开。",
            "牵头": ["甲处"],
            "配合": ["乙处"],
            "责任原文": "甲处主办，乙处会办",
        }
    ]
    carried = [{"编号": "1", "具体要求": "公开。", "牵头": ["甲处"], "落实部门": ["中心"], "配合": ["乙处"]}]
    assert rows(report(spoken, []), 1)[0][3:5] == ["主办", "会办"]
    assert rows(report(carried, []), 1)[0][3:5] == ["责任", "落实"]
    assert rows(report(carried, []), 1)[1][3:5] == ["甲处", "中心、乙处"]


def test_letterhead_facts_of_another_body_are_not_used(report, paragraphs):
    text = paragraphs(report(config=Config(body="别的局", report_to="别的机关", contact="某人")))
    assert not any("别的" in one or "某人" in one for one in text)


def test_a_body_the_plan_does_not_name_is_left_to_be_filled_in(made):
    assert "六、下一年度打算 单位" in made(单位="").gaps


def test_the_gaps_are_told_with_their_headings(made):
    assert made().gaps == (
        "一、总体情况 听取汇报、组织培训等情况",
        "三、特色亮点",
        "四、上年度“回头看”及整改情况",
        "五、存在问题及未完成原因 第7-1项 下一步",
        "五、存在问题及未完成原因 第3项 下一步",
        "六、下一年度打算",
    )


def test_data_is_data_whatever_it_looks_like(report, rows):
    hostile = (
        "{{ 标题 }} {% for x in y %} {_{ }_} {# a #} <w:p/> & &amp; \x00\x07\x0c😀 行一\r\n行二\u2028行三"
    )
    found = rows(report([{"编号": "1", "具体要求": hostile}], []), 1)[1][2]
    assert found == "{{ 标题 }} {% for x in y %} {_{ }_} {# a #} <w:p/> & &amp; 😀 行一\n行二\n行三"


def test_a_requirement_of_20000_characters_is_kept_whole(report, rows):
    long = "政务公开" * 5000
    assert rows(report([{"编号": "1", "具体要求": long}], []), 1)[1][2] == long


def test_the_same_input_gives_the_same_bytes(report):
    assert report() == report()


def test_the_properties_say_the_plan_and_the_day_not_the_hour_of_making(report):
    docx = report()
    properties = Document(BytesIO(docx)).core_properties
    assert (properties.title, properties.author) == ("示例局2021年政务公开工作要点落实情况总结", "示例局")
    assert properties.subject == "p，数据截至2021-09-20"
    assert properties.created.isoformat() == properties.modified.isoformat() == "2021-09-20T00:00:00+00:00"
    assert {entry.date_time for entry in ZipFile(BytesIO(docx)).infolist()} == {(2021, 9, 20, 0, 0, 0)}


def test_a_lost_task_is_refused(standing, report, part):
    plan = standing().plan
    ensure_complete(part(report(), "word/document.xml"), plan)
    with pytest.raises(Refusal) as refusal:
        ensure_complete(
            part(report([{"编号": "1", "具体要求": "公开规划。"}], []), "word/document.xml"), plan
        )
    assert refusal.value.code == "report-lost-tasks"
    assert refusal.value.about == {"found": "1", "expected": "3", "missing": "3、7-1"}


def test_where_nothing_is_done_no_share_is_told(report, paragraphs):
    text = "\n".join(
        paragraphs(report([{"编号": "1", "具体要求": "公开。", "完成时限": "待国家标准出台后"}], []))
    )
    assert "截至2021年9月20日，尚无完成的任务，未启动1项。" in text
    assert "灰灯1项（待部署、待定）。" in text


def test_what_nobody_wrote_is_told_by_the_tasks_that_are_about_it(made, paragraphs):
    tasks = [
        {"编号": "1", "具体要求": "每年至少听取1次政务公开工作汇报。", "牵头": ["甲处"]},
        {"编号": "2", "具体要求": "定期组织培训。", "牵头": ["甲处"]},
        {"编号": "3", "具体要求": "对上一年度工作开展“回头看”。", "牵头": ["甲处"]},
    ]
    filed = [
        {"日期": "2021-09-01", "任务": "1", "状态": "已完成", "进展": "局长办公会听取汇报"},
        {"日期": "2021-09-02", "任务": "2", "状态": "推进中"},
        {"日期": "2021-09-08", "任务": "3", "状态": "推进中", "进展": "逐项核查9项任务"},
    ]
    done = made(tasks, filed)
    text = paragraphs(done.data)
    assert text[text.index("二、重点任务完成情况") - 1] == "第1项　9月1日，局长办公会听取汇报。"
    looking = text.index("四、上年度“回头看”及整改情况")
    assert text[looking + 1 : looking + 3] == ["第3项　9月8日，逐项核查9项任务。", "五、存在问题及未完成原因"]
    assert done.gaps == ("三、特色亮点", "六、下一年度打算")


def test_an_office_counts_the_tasks_it_has_a_part_in(standing, kind_of, paragraphs):
    told = paragraphs(kind_of("year-end", summary=share_of(standing(), "甲处"), office="甲处").data)
    assert told[told.index("一、总体情况") + 1].startswith("甲处牵头、配合的任务共2项。截至2021年9月20日，")
