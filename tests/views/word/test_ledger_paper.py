"""The ledger by itself, read back by the project's own reader of documents and compared with the plan."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai_cli.documents.block import Table
from gongkai_cli.documents.read import transcribe
from gongkai_cli.model.annual import Prose
from gongkai_cli.rules.disclosure import public_share
from gongkai_cli.views.word.clean import clean

HEADS = [
    "序号",
    "工作任务",
    "具体要求",
    "牵头",
    "配合",
    "完成时限",
    "进展情况",
    "完成情况",
    "佐证材料",
    "备注",
]


@pytest.fixture
def read_back(tmp_path):
    """Read the tables of a report with the reader that imports plans."""

    def read(data):
        (tmp_path / "读回.docx").write_bytes(data)
        blocks = transcribe(tmp_path / "读回.docx").blocks
        return [
            [[cell.text for cell in row.cells] for row in one.rows]
            for one in blocks
            if isinstance(one, Table)
        ]

    return read


def test_every_task_stands_once_under_its_part(kind_of, read_back):
    (table,) = read_back(kind_of("ledger").data)
    assert table[0] == HEADS
    assert [row[0] for row in table[1:]] == ["一、紧扣开局深化公开", "1", "3", "二、强基础", "7-1"]
    assert [len(row) for row in table] == [10, 1, 10, 10, 1, 10]
    assert table[2] == [
        "1",
        "规划公开",
        "公开规划。",
        "甲处",
        "乙处",
        "8月31日",
        "8月1日：起草规划。\n8月20日：公开规划3份。成效：访问3200人次。",
        "已完成\n待销号",
        "规划发布\n文件（依申请公开）",
        "—",
    ]
    assert table[3][8:] == ["—", "—"]


def test_evidence_on_the_web_can_be_clicked(kind_of, part):
    data = kind_of("ledger").data
    links = [
        one.get("Target")
        for one in part(data, "word/_rels/document.xml.rels")
        if one.get("TargetMode") == "External"
    ]
    assert links == ["https://example.com/a?b=1&c=%E8%A7%84%E5%88%92"]


def test_it_says_what_it_shows_and_as_of_when(kind_of, paragraphs):
    said = paragraphs(kind_of("ledger").data)
    assert said[:2] == [
        "示例局2021年政务公开工作台账",
        "全部任务，数据截至2021年9月20日。共3项，已完成1项；红灯1项、黄灯1项。",
    ]


@pytest.mark.parametrize("kind", ["ledger", "quarter", "year-end"])
def test_a_public_edition_leaves_out_what_the_public_may_not_see_and_says_so(
    kind_of, standing, paragraphs, kind
):
    shown, left_out = public_share(standing())
    found = kind_of(kind, summary=shown, left_out=left_out)
    text = "\n".join(paragraphs(found.data))
    assert left_out == 2
    assert "公开版略去未标明主动公开或未经保密审查的佐证材料2件。" in text
    assert "规划发布" not in text
    assert "evidence/plan.pdf" not in text


def test_a_public_edition_of_what_is_public_says_nothing_of_the_kind(kind_of, standing, paragraphs):
    shown, left_out = public_share(standing(records=[]))
    found = kind_of("ledger", summary=shown, left_out=left_out)
    assert not any("略去" in one for one in paragraphs(found.data))


def test_the_coordinators_own_words_fill_the_gaps(kind_of, paragraphs):
    prose = Prose(
        heard="听取汇报1次。", highlights="第一段。\n\n第二段。", intentions="打算一。\n打算二。\n打算三。"
    )
    found = kind_of("year-end", prose=prose)
    text = paragraphs(found.data)
    start = text.index("三、特色亮点")
    assert text[start + 1 : start + 3] == ["第一段。", "第二段。"]
    assert text[text.index("六、下一年度打算") + 1 :][:3] == ["打算一。", "打算二。", "打算三。"]
    assert "听取汇报1次。" in text
    assert not {"三、特色亮点", "六、下一年度打算", "一、总体情况 听取汇报、组织培训等情况"} & set(found.gaps)


def test_last_years_plan_is_looked_back_on(kind_of, standing, paragraphs):
    text = paragraphs(kind_of("year-end", earlier=standing(年度="2020", 标题="示例局2020年工作要点")).data)
    start = text.index("四、上年度“回头看”及整改情况")
    assert text[start + 1].startswith(
        "对照《示例局2020年工作要点》，逐项核查有明确责任主体和时限要求的任务3项，"
    )
    assert text[start + 2].startswith("第3项　")


HOSTILE = st.text(
    st.one_of(
        st.sampled_from("{}%#<>&'\"\\_ \t\n\r\x00\x0b\x1f\u2028\u2029\ufeff\ufffe"),
        st.sampled_from("😀👨‍👩‍👧\u202e\u202d\u2066\u2069\u200f\u061cمרע"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.tuples(HOSTILE.filter(str.strip), HOSTILE, HOSTILE))
def test_whatever_is_written_comes_back(kind_of, rows, said):
    requirement, progress, title = said
    record = {"日期": "2021-08-01", "任务": "1", "状态": "推进中", "进展": progress}
    material = {"类型": "报道", "标题": title, "链接": "https://example.com/"}
    found = kind_of(
        "ledger",
        [{"编号": "1", "具体要求": requirement, "牵头": ["甲处"]}],
        [record | {"佐证材料": [material]}],
    )
    row = rows(found.data, 0)[1]
    assert shown(row[2]) == shown(requirement)
    assert shown(title) in shown(row[8]) or not title.strip()


def shown(text):
    """A text as paper shows it: what XML cannot carry is gone, blanks are blanks, direction marks are closed."""
    return "".join(one for one in clean(text) if not one.isspace())
