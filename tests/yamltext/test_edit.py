from collections import Counter

import pytest
from entries import plans, tasks
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from gongkai_cli.model.convert import convert
from gongkai_cli.model.plan import Plan
from gongkai_cli.yamltext.comments import comments
from gongkai_cli.yamltext.edit import edited
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.read import load
from gongkai_cli.yamltext.write import plan_text

slow = settings(deadline=None)
some_tasks = st.lists(tasks, max_size=5, unique_by=lambda task: task.id).map(tuple)


@st.composite
def changes(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """A plan, and another in which some of it has changed."""
    old = draw(plans)
    pool = draw(some_tasks)
    old = replace(old, tasks=draw(_some(pool)))
    other = draw(plans | st.just(old))
    changed = tuple(replace(task, **draw(_reworded)) for task in draw(_some(pool)))
    return old, replace(other, tasks=changed)


def _some(pool: tuple[object, ...]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.permutations(pool).flatmap(
        lambda mixed: st.integers(0, len(mixed)).map(lambda n: tuple(mixed[:n]))
    )


_reworded = st.fixed_dictionaries(
    {},
    optional={
        "requirement": st.sampled_from(("新", "新\n\n的")),
        "lead": st.just(("办公室",)),
        "deadline": st.just(""),
    },
)


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, Plan, Plan]:
    """The text of a plan with comments in it, what it says and what it is to say."""
    old, new = draw(changes())
    lines = plan_text(old).split("\n")
    for number, place in enumerate(sorted(draw(st.sets(st.integers(0, len(lines) - 1), max_size=6)))):
        tried = lines.copy()
        tried[place] += draw(
            st.sampled_from((f" # 注{number}", f"\n# 注{number}", f"\n      # 注{number}\n"))
        )
        if _reads("\n".join(tried)) == old:
            lines = tried
    return "\n".join(lines).replace("\n", draw(st.sampled_from(("\n", "\r\n")))), old, new


def _reads(text: str) -> Plan | None:
    try:
        return convert(load(text), Plan, "")[0]
    except YamlFault:
        return None


@slow
@given(annotated())
def test_says_the_new_and_keeps_every_comment(given: tuple[str, Plan, Plan]) -> None:
    text, old, new = given
    now = edited(text, old, new)
    assert _reads(now) == new
    assert Counter(said for _, said in comments(text)) <= Counter(said for _, said in comments(now))
    assert ("\r\n" in text) == ("\r\n" in now)


@slow
@given(plans.map(lambda plan: replace(plan, tasks=())))
def test_changes_nothing_where_nothing_changed(plan: Plan) -> None:
    text = "# 注\n" + plan_text(plan).replace(": ", ":   ")
    if _reads(text) == plan:
        assert edited(text, plan, plan) == text


OLD = """\
计划: p
标题: "甲"  # 依公文
年度: 2021
# 以下任务
任务:
  - 编号: 1 # 重点
    具体要求: 一
    牵头: [办公室,
      宣教处] # 两家
    完成时限: 全年
  # 二
  - 编号: 2
    具体要求: |- # 原文
      二
      三
    完成时限: 年底   # 待核
  - 编号: 3
    具体要求: 三
# 完
"""
NEW = """\
计划: p
标题: "甲"  # 依公文
年度: 2021
文号: 〔2021〕3号
# 以下任务
任务:
  - 编号: 1 # 重点
    具体要求: 一
    牵头: [办公室] # 两家
    配合: [宣教处]
    完成时限: 全年
  # 二
  - 编号: 2
    # 原文
    具体要求: 二
    # 待核
  - 编号: 2-1
    具体要求: 新
# 完
"""


def test_writes_only_the_lines_that_change() -> None:
    old = convert(load(OLD), Plan, "")[0]
    new = convert(load(NEW), Plan, "")[0]
    assert old is not None
    assert new is not None
    assert edited(OLD, old, new) == NEW


def test_a_block_of_text_swallows_no_comment_below_it() -> None:
    text = "计划: p\n标题: 甲\n      # 一\n\n年度: 2021\n   # 二\n任务: []\n"
    old = convert(load(text), Plan, "")[0]
    assert old is not None
    now = edited(text, old, replace(old, title="甲\n# 乙", body="丙\n# 丁"))
    assert now == (
        "计划: p\n# 一\n标题: |-\n  甲\n  # 乙\n\n年度: 2021\n   # 二\n单位: |-\n  丙\n  # 丁\n任务: []\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "{计划: p, 标题: 甲, 年度: 2021, 任务: []}",
        "计划: p\n标题: 甲\n年度: 2021\n任务: [{编号: 1, 具体要求: 一}]",
    ],
)
def test_refuses_a_layout_without_lines(text: str) -> None:
    old = convert(load(text), Plan, "")[0]
    assert old is not None
    with pytest.raises(YamlFault) as refused:
        edited(
            text,
            old,
            replace(old, title="乙", tasks=tuple(replace(task, deadline="年底") for task in old.tasks)),
        )
    assert refused.value.code == "plan-layout"
