from datetime import date
from pathlib import Path

import pytest
from msgspec import UNSET
from msgspec.structs import replace
from samples import Lay

from gongkai_cli.lexicon.load import message
from gongkai_cli.model.plan import FixedDue, Plan, Publication, Target, Task
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.plans import merged, plan_change, write_plan
from gongkai_cli.yamltext.write import plan_text

FILE = "data/plans/p.yaml"
PLAN = Plan(
    id="p",
    title="甲",
    year=2021,
    tasks=(
        Task(id="1", requirement="一", lead=("办公室",), doubts={"牵头": "沿用上一行"}),
        Task(id="2", requirement="二"),
    ),
)


def edit(root: Path, old: str, new: str) -> None:
    text = (root / FILE).read_text("utf-8")
    assert old in text
    (root / FILE).write_text(text.replace(old, new), "utf-8")


def refusal(root: Path, plan: Plan, *, update: bool) -> str:
    was = (root / FILE).read_bytes()
    with pytest.raises(Refusal) as refused:
        write_plan(root, plan, update=update)
    assert message(refused.value.code, refused.value.about)
    assert (root / FILE).read_bytes() == was
    return refused.value.code


def test_writes_a_new_plan(tmp_path: Path) -> None:
    change = write_plan(tmp_path, PLAN, update=False)
    assert (tmp_path / FILE).read_text("utf-8") == plan_text(PLAN)
    assert (change.file, change.was, change.now) == (FILE, None, plan_text(PLAN).encode())
    assert change.diff.startswith(f"--- {FILE}\n+++ {FILE}\n@@ -0,0 +1,")


def test_writes_nothing_where_nothing_changed(tmp_path: Path) -> None:
    write_plan(tmp_path, PLAN, update=False)
    before = (tmp_path / FILE).stat().st_mtime_ns
    assert write_plan(tmp_path, PLAN, update=False).diff == ""
    assert write_plan(tmp_path, PLAN, update=True).diff == ""
    assert (tmp_path / FILE).stat().st_mtime_ns == before


def test_telling_what_would_change_writes_nothing(tmp_path: Path) -> None:
    assert plan_change(tmp_path, PLAN, update=False).now == plan_text(PLAN).encode()
    assert list(tmp_path.iterdir()) == []


def test_refuses_to_overwrite_an_edited_plan(tmp_path: Path) -> None:
    write_plan(tmp_path, PLAN, update=False)
    edit(tmp_path, "具体要求: 二", "具体要求: 二改")
    assert refusal(tmp_path, PLAN, update=False) == "plan-exists"


def test_an_update_keeps_comments_and_what_people_added(tmp_path: Path) -> None:
    write_plan(tmp_path, PLAN, update=False)
    edit(tmp_path, "    牵头: [办公室]\n", "    牵头: [办公室] # 已核\n    不涉及: 已移交\n")
    edit(tmp_path, "    待核: {牵头: 沿用上一行}\n", "")
    new = replace(PLAN, title="乙", tasks=(PLAN.tasks[0], replace(PLAN.tasks[1], deadline="年底")))
    assert write_plan(tmp_path, new, update=True).diff == (
        f"--- {FILE}\n+++ {FILE}\n@@ -1,5 +1,5 @@\n 计划: p\n-标题: 甲\n+标题: 乙\n 年度: 2021\n 任务:\n   - 编号: 1\n"
        "@@ -8,3 +8,4 @@\n     不涉及: 已移交\n   - 编号: 2\n     具体要求: 二\n+    完成时限: 年底\n"
    )
    assert write_plan(tmp_path, new, update=True).diff == ""


def test_an_update_keeps_the_byte_order_mark_and_line_ends(lay: Lay) -> None:
    root = lay({FILE: b"\xef\xbb\xbf" + plan_text(PLAN).replace("\n", "\r\n").encode()})
    write_plan(root, replace(PLAN, title="乙"), update=True)
    assert (root / FILE).read_bytes() == b"\xef\xbb\xbf" + plan_text(replace(PLAN, title="乙")).replace(
        "\n", "\r\n"
    ).encode()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("标题: [\n", "plan-broken"),
        ("标题: 甲\n", "plan-broken"),
        (b"\xff\xfe\x00", "plan-broken"),
        ("{计划: p, 标题: 丙, 年度: 2021, 任务: []}\n", "plan-layout"),
    ],
)
def test_refuses_to_update_what_it_cannot_read_or_edit(lay: Lay, text: str | bytes, code: str) -> None:
    assert refusal(lay({FILE: text}), PLAN, update=True) == code


# --- what the document says, and what people added ---------------------------------------------------------------


def test_the_coordinators_fields_stay_where_the_document_states_none() -> None:
    added = replace(
        PLAN.tasks[1],
        fixed_due=FixedDue(day=date(2021, 8, 31), ground="局务会"),
        targets=(Target(name="开放日", at_least=3),),
        upstream="gz/2",
        not_applicable="已移交",
    )
    old = replace(
        PLAN,
        issued=date(2021, 7, 20),
        published=Publication(url="https://x.cn"),
        tasks=(PLAN.tasks[0], added),
    )
    assert merged(old, PLAN) == old
    stated = replace(
        PLAN,
        issued=date(2021, 7, 21),
        tasks=(PLAN.tasks[0], replace(added, fixed_due=UNSET, upstream="gz/3")),
    )
    assert merged(old, stated).issued == date(2021, 7, 21)
    assert merged(old, stated).tasks[1] == replace(added, upstream="gz/3")


def test_what_the_document_takes_back_goes() -> None:
    old = replace(
        PLAN,
        tasks=(replace(PLAN.tasks[0], support=("宣教处",)), *PLAN.tasks[1:], Task(id="3", requirement="三")),
    )
    assert merged(old, PLAN) == PLAN


def test_a_doubt_that_was_struck_out_comes_back_only_with_other_words() -> None:
    settled = replace(PLAN, tasks=(replace(PLAN.tasks[0], doubts={}), PLAN.tasks[1]))
    assert merged(settled, PLAN) == settled
    other = replace(PLAN, tasks=(replace(PLAN.tasks[0], lead=("宣教处",)), PLAN.tasks[1]))
    assert merged(settled, other) == other
