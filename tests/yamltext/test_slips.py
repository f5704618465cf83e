"""A table of lines: what is a slip, where, and what it is mended to; and texts that only look like slips."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.keys import kinds
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.record import Ledger
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.keys import Keys
from gongkai_cli.yamltext.read import load
from gongkai_cli.yamltext.slips import find, mend

LEDGER, PLAN = Keys(kinds(Ledger)), Keys(kinds(Plan))

SLIPS = [  # written, where (line:column code), mended
    ("状态：推进中", "1:3 full-width-colon", "状态: 推进中"),
    ("状态： 推进中", "1:3 full-width-colon", "状态: 推进中"),
    ("状态 ：推进中", "1:4 full-width-colon", "状态 : 推进中"),
    ("记录：", "1:3 full-width-colon", "记录:"),
    ("状态:推进中", "1:3 space-after-colon", "状态: 推进中"),
    ("状态:　推进中", "1:4 full-width-space", "状态: 推进中"),
    ("状态:\u00a0推进中", "1:4 full-width-space", "状态: 推进中"),
    ("状态:\t推进中", "1:4 tab", "状态: 推进中"),
    ("状态　: 推进中", "1:3 full-width-space", "状态 : 推进中"),
    ("链接：https://a.cn:80/x", "1:3 full-width-colon", "链接: https://a.cn:80/x"),
    ("进展：12:30 开会：顺利", "1:3 full-width-colon", "进展: 12:30 开会：顺利"),
    ("＃ 注释", "1:1 full-width-hash", "# 注释"),
    ("-日期: 2021-09-28", "1:1 space-after-dash", "- 日期: 2021-09-28"),
    ("－日期：2021-09-28", "1:1 full-width-dash 1:4 full-width-colon", "- 日期: 2021-09-28"),
    ("-　日期: 2021-09-28", "1:2 full-width-space", "- 日期: 2021-09-28"),
    (
        "佐证材料: [{类型：报道，链接：https://a.cn}]",
        "1:11 full-width-colon 1:14 full-width-comma 1:17 full-width-colon",
        "佐证材料: [{类型: 报道, 链接: https://a.cn}]",
    ),
    (
        "佐证材料: [{类型：报道，标题：公开，服务，链接：x}]",
        "1:11 full-width-colon 1:14 full-width-comma 1:17 full-width-colon 1:23 full-width-comma "
        "1:26 full-width-colon",
        "佐证材料: [{类型: 报道, 标题: 公开，服务, 链接: x}]",
    ),
    ("佐证材料: [{类型: 报道，链接: x}]", "1:15 full-width-comma", "佐证材料: [{类型: 报道, 链接: x}]"),
    ("计数: {发布会:1}", "1:9 space-after-colon", "计数: {发布会: 1}"),
    (
        "计数: ｛发布会：1｝",
        "1:5 full-width-bracket 1:9 full-width-colon 1:11 full-width-bracket",
        "计数: {发布会: 1}",
    ),
    ("标题: “关于: 公开”", "1:5 curly-quotes-break", '标题: "关于: 公开"'),
    ("标题: “推进中”", "1:5 curly-quotes", "标题: “推进中”"),
    ("- {标题: “a, b”}", "1:8 curly-quotes-break", '- {标题: "a, b"}'),
    ("部门: 甲\n状态：乙", "2:3 full-width-colon", "部门: 甲\n状态: 乙"),
    ("进展: |\n  状态：甲\n状态：乙", "3:3 full-width-colon", "进展: |\n  状态：甲\n状态: 乙"),
    ("记录:\n\t- 任务: 1\n\t  状态: 甲", "2:1 tab 3:1 tab", "记录:\n  - 任务: 1\n    状态: 甲"),
    ("记录:\n　- 任务: 1", "2:1 full-width-space", "记录:\n - 任务: 1"),
    ("<<<<<<< HEAD\n任务: 1\n=======\n任务: 2\n>>>>>>> b", "1:1 conflict-marker", None),
    ("<<<<<<< HEAD\n任务: 1\n||||||| a\n任务: 0\n=======\n任务: 2\n>>>>>>> b", "1:1 conflict-marker", None),
    ("计划：p\r\n部门：甲\r\n", "1:3 full-width-colon 2:3 full-width-colon", "计划: p\r\n部门: 甲\r\n"),
]

CLEAN = [
    "进展: 状态：推进中",
    "进展: 举办发布会：共1场，12:30 结束",
    "进展: 举办\n  状态：推进中",
    "进展:\n  问题：已解决。",
    "进展: |\n  状态：甲\n  \t乙\n  　　丙\n\n  - 任务:1\n部门: 甲",
    "进展: >-\n  ＃ 甲\n  － 乙：丙",
    "进展: '状态：甲\n  任务：乙'",
    '进展: "日期：甲\n\n  任务：乙"',
    "标题: “十四五”规划",
    "标题: “十四五”和“双减”",
    "标题: 落实“双减”",
    "标题: 【公告】",
    "链接: https://a.cn/状态:1",
    "- https://a.cn/状态:1",
    "- {标题: 甲，乙：丙, 链接: https://a.cn}",
    "- {标题: 做好公开，问题：整改}",
    "- {标题: 【公告】, 类型: 报道}",
    "- {标题: '甲，链接：乙'}",
    "- {标题: 甲, # 注释：链接：乙\n  类型: 报道}",
    "进展: －5 度",
    "进展: —— 完",
    "状态: 推进中 # 注释：甲，乙",
    "# 注释：甲\n\n# 状态：乙",
    "'状态：甲': 乙",
    "- 1\n- -5",
    "---\n状态: 甲\n...\n",
    "",
]


def told(text: str, keys: Keys = LEDGER) -> str:
    return " ".join(f"{at.line}:{at.column} {code}" for code, at, _ in find(text, keys))


@pytest.mark.parametrize(("text", "where", "mended"), SLIPS)
def test_a_slip_is_told_where_it_is_and_mended(text: str, where: str, mended: str | None) -> None:
    assert told(text) == where
    assert mend(text, LEDGER) == (text if mended is None else mended)


@pytest.mark.parametrize("text", CLEAN)
def test_a_text_is_left_alone(text: str) -> None:
    assert told(text) == ""
    assert mend(text, LEDGER) == text


def test_a_list_of_offices_may_be_typed_with_full_width_signs() -> None:
    text = "任务:\n  - 编号: 1\n    牵头: 【办公室，法规宣传处】\n    配合: [甲，乙（丙，丁）]\n"
    assert told(text, PLAN) == (
        "3:9 full-width-bracket 3:13 full-width-comma 3:19 full-width-bracket 4:11 full-width-comma"
    )
    assert "[办公室, 法规宣传处]" in mend(text, PLAN)
    assert "[甲, 乙（丙，丁）]" in mend(text, PLAN)


def test_without_keys_words_are_known_by_their_shape() -> None:
    assert told("自编键：甲\n- {别的：乙，又一：丙}", Keys()) == (
        "1:4 full-width-colon 2:6 full-width-colon 2:8 full-width-comma 2:11 full-width-colon"
    )
    assert told("这是一个很长很长的句子：甲", Keys()) == ""


def test_an_indentation_that_can_be_read_two_ways_is_left_to_the_person() -> None:
    text = "记录:\n  - 计数:\n\t\t甲: 1\n"  # 4 columns: beside 计数; 8: below it
    assert told(text) == "3:1 tab"
    assert mend(text, LEDGER) == text


SIGNS = "：:，,-－{}[]【】｛｝“”\"'|>#＃甲\\ "
WORDS = ["状态", "进展", "佐证材料", "12:30", "https://a.cn", ": ", "- "]
BREAKS = ["\n", "\n  ", "\n\t", "\n\u3000", "\r\n"]
PIECES = st.sampled_from([*SIGNS, *WORDS, *BREAKS])
TEXTS = st.lists(PIECES, max_size=25).map("".join)


@given(TEXTS)
def test_mending_keeps_the_lines_and_is_done_once_for_all(text: str) -> None:
    mended = mend(text, LEDGER)
    assert mended.count("\n") == text.count("\n")
    if not find(text, LEDGER):
        assert mended == text


@given(TEXTS)
def test_slips_stand_inside_the_text_in_order(text: str) -> None:
    lines = text.split("\n")
    places = [at for _, at, _ in find(text, LEDGER)]
    assert places == sorted(places)
    assert all(at.column <= len(lines[at.line - 1]) for at in places)


@given(st.dictionaries(st.sampled_from(["进展", "成效", "问题", "下一步", "原因"]), TEXTS, min_size=1))
def test_what_a_value_says_is_no_slip(record: dict[str, str]) -> None:
    from io import StringIO

    from ruamel.yaml import YAML

    out = StringIO()
    YAML().dump({"计划": "p", "部门": "甲", "记录": [record]}, out)
    try:
        load(out.getvalue())
    except YamlFault:
        return
    hints = {"curly-quotes"}
    assert {code for code, _, _ in find(out.getvalue(), LEDGER)} <= hints
