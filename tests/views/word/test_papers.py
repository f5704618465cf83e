"""What the coordinator's papers say, read back as the project reads any document, and compared with the ledger."""

from datetime import date

import pytest
from msgspec.structs import replace
from papers import DAYS, bare, no_picture, of, ordering, paper, real, reminding

from gongkai_cli.documents.block import Table
from gongkai_cli.documents.read import read
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import Act
from gongkai_cli.rules.late import offices_owing, owed_by, red_tasks
from gongkai_cli.rules.lookback import look_back
from gongkai_cli.rules.share import share_of
from gongkai_cli.store.templates import shipped
from gongkai_cli.views.word.package import main_part, packed, unpacked
from gongkai_cli.views.word.report import render

DAY = date(2021, 9, 20)
LATE = [
    {"编号": "1", "具体要求": "公开规划。", "牵头": ["甲处"], "配合": ["乙处"], "完成时限": "8月31日"},
    {"编号": "2", "具体要求": "组织培训。", "牵头": ["甲处"], "完成时限": "9月27日"},
    {"编号": "3", "具体要求": "开放日。", "牵头": ["各有关处室"], "完成时限": "9月前"},
]


@pytest.fixture
def told(tmp_path):
    """Read a paper back: its paragraphs, then each table's rows."""

    def read_back(data):
        (tmp_path / "a.docx").write_bytes(data)
        blocks = read(tmp_path / "a.docx").blocks
        text = [block.text for block in blocks if not isinstance(block, Table)]
        tables = [block.rows for block in blocks if isinstance(block, Table)]
        return text, [[[cell.text for cell in row.cells] for row in rows] for rows in tables]

    return read_back


def test_a_reminder_lists_what_the_office_owes(standing, told):
    basis = reminding(of(standing(LATE, []), DAY), "甲处", "督办〔2021〕3号")
    text, (table,) = told(paper("notice", basis))
    assert text[:3] == ["督办〔2021〕3号", "政务公开工作催办通知", "甲处："]
    assert "截至2021年9月20日，你单位负责的以下2项任务" in text[3]
    assert table == [
        ["序号", "具体要求", "时限", "当前状态"],
        ["1", "公开规划", "8月31日", "未启动（红灯），已逾期20天，时限8月31日；第三季度未报"],
        ["2", "组织培训", "9月27日", "未启动（黄灯），距时限7天，9月27日到期；第三季度未报"],
    ]
    closing = text.index("特此通知。")
    assert text[closing - 1].startswith("请抓紧办理，于2022年1月17日前将办理情况（附佐证材料）报送办公室。")
    assert text[closing + 1 : closing + 3] == ["示例局", "2021年9月20日"]


def test_a_draft_leaves_room_for_the_number(standing, told):
    text, _ = told(paper("notice", reminding(of(standing(LATE, []), DAY), "甲处", "")))
    assert text[0] == "督办〔2021〕　　号"


def test_an_order_is_about_one_matter_and_carries_its_reply(standing, told):
    records = [{"日期": "2021-09-01", "任务": "1", "状态": "推进中", "进展": "起草规划", "问题": "数据不齐"}]
    before = Act(day=date(2021, 9, 6), task="1", office="甲处", act="催办", number="督办〔2021〕1号")
    summary = standing(LATE, records)
    chased = replace(summary.tasks[0], acts=(before,))
    basis = ordering(of(replace(summary, tasks=(chased, *summary.tasks[1:])), DAY), "1", "督办〔2021〕3号")
    text, (slip, reply) = told(paper("order", basis))
    assert text[0] == "督办通知单"
    assert text[1].startswith("编号：督办〔2021〕3号")
    assert "签发人：" in text[1]
    assert {row[0]: row[1] for row in slip} == {
        "承办处室": "甲处",
        "督办事项": "第1项　公开规划",
        "依据": "《示例局2021年政务公开工作要点分工方案》（示办〔2021〕3号）",
        "原时限": "8月31日",
        "目前进展及问题": "截至2021年9月20日，推进中（红灯），已逾期20天，时限8月31日。\n9月1日：起草规划。\n"
        "存在问题：数据不齐。此前已于2021年9月6日催办（督办〔2021〕1号）。",
        "办理要求": "请抓紧办理，于2022年1月17日前将办理情况（附佐证材料）报送办公室。",
        "反馈时限": "2021年9月27日",
        "签收": "签收人：　　　　　　　　　签收日期：　　　　年　　月　　日",
    }
    assert slip[0][2:] == ["会办处室", "乙处"]
    assert [row[0] for row in reply] == ["编号", "办理情况", "负责人签字", "审核意见"]
    assert "（　）同意销号" in reply[3][1]
    assert "（　）退回" in reply[3][1]


def test_looking_back_accounts_for_every_task(standing, told):
    text, (table,) = told(paper("lookback", of(standing(LATE, []), DAY)))
    assert text[0] == "示例局\n2021年政务公开工作要点“回头看”报告"
    figures = text[text.index("一、总体情况") + 1]
    assert "共列任务3项，列入核查2项。截至2021年9月20日，正在推进1项、未落实1项" in figures
    assert "未列入核查的：第3项没有明确责任单位。" in figures
    assert [row[0] for row in table] == ["序号", "1", "2"]
    assert [row[5] for row in table[1:]] == ["未落实", "正在推进"]
    assert "第1项　公开规划（牵头：甲处；配合：乙处；时限：8月31日）" in text


def test_looking_back_at_an_office_counts_the_tasks_it_has_a_part_in(standing, told):
    basis = replace(of(share_of(standing(LATE, []), "甲处"), DAY), office="甲处")
    text, _ = told(paper("lookback", basis))
    figures = text[text.index("一、总体情况") + 1]
    assert figures.startswith("2021年工作要点中甲处牵头、配合的任务共2项，列入核查2项。")


@pytest.mark.parametrize("plan", DAYS)
def test_looking_back_at_the_real_plans_lists_each_task_once_with_its_finding(plan, told):
    basis = real(plan)
    back = look_back(basis.summary)
    text, tables = told(paper("lookback", basis))
    listed = [row[0] for row in tables[-1][1:]]
    left = [*back.without_office, *back.without_deadline]
    assert listed == [task.task.id for task, _ in back.examined]
    assert len(listed) + len(left) == len(basis.summary.plan.tasks)
    assert all(any(f"第{one.task.id}项" in line for line in text) for one in left)


@pytest.mark.parametrize("plan", DAYS)
@pytest.mark.parametrize("made", [real, bare], ids=["settings", "no settings"])
def test_a_brief_of_each_real_plan_tells_the_figures_of_the_ledger(plan, made, told):
    basis = made(plan)
    text, tables = told(paper("brief", basis))
    summary = basis.summary
    reds = red_tasks(summary)
    assert f"共{len(summary.tasks)}项任务" in text[2]
    assert any(line.startswith(f"红灯事项（{len(reds)}项") for line in text)
    rows = tables[0][1:] if reds else []
    assert len(rows) == min(len(reds), 5)
    assert {row[0] for row in rows} <= {one.task.id for one in reds}
    late = [one.days_late for one in sorted(reds, key=lambda one: -one.days_late)[:5]]
    assert [row[3] for row in rows if row[3].startswith("逾期")] == [f"逾期{days}天" for days in late if days]


def test_a_brief_names_the_week_to_come(told):
    text, _ = told(paper("brief", real("guangzhou-sports-2021", date(2021, 9, 22))))
    start = text.index("未来一周到期（2021年9月23日至9月29日）")
    assert "9月24日：第39项催办督办的反馈到期（办公室）。" in text[start:]


def test_nothing_late_is_said_and_not_left_blank(standing, told):
    done = [{**LATE[1], "完成时限": "12月31日"}]
    text, tables = told(paper("brief", of(standing(done, [], 报送=[]), DAY)))
    assert tables == []
    assert text[text.index("红灯事项（0项）") + 1] == "无。"
    assert text[text.index("报送情况") + 1] == "计划没有规定报送期。"
    assert text[-1] == "无。"


@pytest.mark.parametrize("plan", [plan for plan in DAYS if plan != "linyi-sports-2017"])
def test_papers_of_the_real_plans_name_the_tasks_they_are_about(plan, told):
    basis = real(plan)
    for office in offices_owing(basis.summary):
        _, (table,) = told(paper("notice", reminding(basis, office)))
        assert [row[0] for row in table[1:]] == [one.task.id for one in owed_by(basis.summary, office)]
    _, (slip, _) = told(paper("order", ordering(basis)))
    assert slip[1][1].startswith(f"第{red_tasks(basis.summary)[0].task.id}项　")


@pytest.mark.parametrize(
    ("kind", "asked"), [("notice", reminding), ("order", ordering), ("brief", None), ("lookback", None)]
)
def test_the_same_data_gives_the_same_bytes(kind, asked):
    basis = real("guangzhou-sports-2021")
    basis = asked(basis) if asked else basis
    assert paper(kind, basis) == paper(kind, basis)


@pytest.mark.parametrize(
    ("kind", "asked"), [("notice", reminding), ("order", ordering), ("brief", None), ("lookback", None)]
)
def test_whatever_offices_write_is_text(kind, asked, standing, told):
    wild = "{{ 7*7 }} <b>&amp;\x07 😀 \u202eمرحبا {% for %} " + "长" * 20000
    tasks = [{"编号": "1", "具体要求": wild, "牵头": ["甲处"], "完成时限": "8月31日"}]
    records = [
        {"日期": "2021-09-01", "任务": "1", "状态": "推进中", "进展": wild, "问题": wild, "原因": wild}
    ]
    basis = of(standing(tasks, records), DAY)
    text, tables = told(paper(kind, asked(basis) if asked else basis))
    everything = "\n".join([*text, *(cell for table in tables for row in table for cell in row)])
    assert "{{ 7*7 }} <b>&amp;" in everything
    assert "\x07" not in everything


def test_a_template_that_lost_its_table_is_refused():
    parts = unpacked(shipped("notice"))
    main = main_part(parts)
    parts[main] = parts[main].replace("序号".encode(), "编号".encode())
    with pytest.raises(Refusal, match="report-lost-tasks"):
        render("notice", reminding(real("guangzhou-sports-2021")), packed(parts, DAY), no_picture)
