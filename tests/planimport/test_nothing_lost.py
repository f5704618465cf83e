"""Whatever the document: no character is lost, and nothing but a Refusal is raised."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from written import Told, cell_a_line, paragraphs, tab_table, told_tasks

from gongkai_cli.documents.read import read
from gongkai_cli.model.problem import Refusal
from gongkai_cli.planimport.draft import Draft, plan_from

SHAPES = [tab_table, cell_a_line, paragraphs]
SIGNS = '\t\t\t\n\n\n  、，,。；;：:（）()〔〕“”"|#/-—*1234567890一二三十①②\u3000\r\x0c\u200b\ufeff２𠮷é'
WORDS = (
    "一、 （一） 1. 1、 （1） (2) 1.1 第一章 ２． 附件 注： 合计 无 ——— 序号 工作任务 具体要求 牵头单位 责任单位 "
    "配合单位 完成时限 责任人 备注 主办 会办 办公室 各科室、单位 民政和社会保障局 牵头 会同 会 配合 负责 "
    "按职责分工落实 等有关部门 由 做好 6月底前 全年 2023年 二〇二三年 待办法出台后 每季度 报送 第三季度 "
    "云府办〔2023〕1号 公开政策文件。 云河市文化局2023年政务公开工作要点 《云河市政务公开工作要点》 关于印发 的通知"
)
PIECES = (*SIGNS, *WORDS.split())


@pytest.mark.parametrize("write", SHAPES, ids=lambda write: write.__name__)
@given(tasks=told_tasks())
@settings(max_examples=60, deadline=None)
def test_what_was_written_is_read(
    write: Callable[[Sequence[Told]], str], tasks: list[Told], tmp_path_factory: pytest.TempPathFactory
) -> None:
    draft = imported(write(tasks), tmp_path_factory.getbasetemp())
    assert_all_accounted_for(draft)
    with_deadlines = write is not paragraphs
    assert [
        (task.chapter, task.section, task.requirement, task.lead, task.support, task.deadline)
        for task in draft.plan.tasks
    ] == [(*task[:5], task.deadline if with_deadlines else "") for task in tasks]
    assert [task.id for task in draft.plan.tasks] == [str(number) for number in range(1, len(tasks) + 1)]
    assert [task.doubts for task in draft.plan.tasks if task.doubts.keys() - {"指标"}] == []
    assert draft.leftover == ()


@given(text=st.lists(st.sampled_from(PIECES), min_size=1, max_size=120).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_pieces_give_an_account_or_a_refusal(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    try:
        draft = imported(text, tmp_path_factory.getbasetemp())
    except Refusal:
        return
    assert_all_accounted_for(draft)


@given(lines=st.lists(st.text(st.characters(codec="utf-8"), max_size=60), max_size=30))
@settings(max_examples=200, deadline=None)
def test_any_text_lines_are_read_or_refused(
    lines: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows = ["序号\t工作任务\t责任单位\t完成时限", *lines]
    try:
        draft = imported("\n".join(rows), tmp_path_factory.getbasetemp())
    except Refusal:
        return
    assert_all_accounted_for(draft)


@given(data=st.binary(max_size=400))
@settings(deadline=None)
def test_any_bytes_are_read_or_refused(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(data)
    try:
        plan_from(read(path), id="any", year=2023)
    except Refusal:
        return


def imported(text: str, folder: Path) -> Draft:
    path = folder / "written.txt"
    path.write_bytes(text.encode())
    return plan_from(read(path), id="written", year=2023)


def assert_all_accounted_for(draft: Draft) -> None:
    account = draft.account
    assert account.lost == ""
    assert account.tasks + account.headings + account.header + account.leftover == account.total
