"""Plans written out as an office would: the same tasks as a tab table, one cell a line, or paragraphs."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hypothesis import strategies as st

TITLE = "云河市文化局2023年政务公开工作任务分解表"
HEADINGS = ("序号", "工作任务", "具体要求", "牵头单位", "配合单位", "完成时限")
_NUMERALS = "一二三四五六七八九十"


class Told(NamedTuple):
    """A task as the document tells it."""

    chapter: str
    section: str
    requirement: str
    lead: tuple[str, ...]
    support: tuple[str, ...]
    deadline: str


def tab_table(tasks: Sequence[Told]) -> str:
    """Write a row a line; chapters fill a row of their own, sections stand once."""
    rows = [[*HEADINGS]]
    for number, task, before in _with_number(tasks):
        if task.chapter != before.chapter:
            rows.append([task.chapter, *[""] * (len(HEADINGS) - 1)])
        rows.append(_row(number, task, before))
    return "\n".join([TITLE, "", *("\t".join(row) for row in rows), ""])


def cell_a_line(tasks: Sequence[Told]) -> str:
    """Write a cell a line, as pages saved from web sites have it."""
    rows: list[list[str]] = [["部分", *HEADINGS]]
    for number, task, before in _with_number(tasks):
        chapter = task.chapter if task.chapter != before.chapter else ""
        rows.append([chapter, *_row(number, task, before)])
    return f"{TITLE}\n\n" + "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows)


def paragraphs(tasks: Sequence[Told]) -> str:
    """Write a numbered requirement, then a sentence that says who; there are no deadlines."""
    lines = [TITLE, ""]
    for number, task, before in _with_number(tasks):
        if task.chapter != before.chapter:
            lines.append(task.chapter)
        if (task.chapter, task.section) != (before.chapter, before.section):
            lines.append(task.section)
        helped = f"，{'、'.join(task.support)}配合" if task.support else ""
        lines += [f"{number}.{task.requirement}", f"{'、'.join(task.lead)}牵头{helped}。"]
    return "\n".join(lines)


def _row(number: int, task: Told, before: Told) -> list[str]:
    new = (task.chapter, task.section) != (before.chapter, before.section)
    duty = ["、".join(task.lead), "、".join(task.support) or "无"]
    return [str(number), task.section if new else "", task.requirement, *duty, task.deadline]


def _with_number(tasks: Sequence[Told]) -> Iterator[tuple[int, Told, Told]]:
    nothing = Told("", "", "", (), (), "")
    for number, (task, before) in enumerate(zip(tasks, [nothing, *tasks], strict=False), 1):
        yield number, task, before


# --- what to write -----------------------------------------------------------------------------------------

_OFFICES = [
    "办公室", "法规科", "文物科", "社会文化科", "市场管理科（执法科）", "图书馆", "市商务局", "各科室",
    "局属各单位", "人事和教育科", "财务科", "信息中心", "各镇（街）", "区委编办",
]  # fmt: skip
_HEADS = ["重点领域信息公开", "政策解读", "公开平台建设", "依申请公开", "组织保障", "公众参与"]
_WORK = [
    "公布办事指南和服务电话", "更新机构职能信息", "发布政策文件及其解读", "规范“一件事”办理流程",
    "清理失效文件", "完善公开目录（含事业单位）", "公开资金使用情况", "举办不少于2次开放日活动",
    "在5个工作日内答复咨询",
]  # fmt: skip
_DEADLINES = ["6月30日", "9月底前", "年底前", "全年", "每季度", "2023年10月31日前", "第三季度", "上半年"]


@st.composite
def told_tasks(draw: st.DrawFn) -> list[Told]:
    """Draw one to three chapters of one or two sections of one to three tasks."""
    tasks: list[Told] = []
    for chapter in range(draw(st.integers(1, 3))):
        head = f"{_NUMERALS[chapter]}、加强{draw(st.sampled_from(_HEADS))}"
        for section in range(draw(st.integers(1, 2))):
            under = f"（{_NUMERALS[section]}）{draw(st.sampled_from(_HEADS))}"
            tasks += [_told(draw, head, under) for _ in range(draw(st.integers(1, 3)))]
    return [
        task._replace(requirement=f"{lot}类事项：{task.requirement}")
        for lot, task in zip("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未", tasks, strict=False)
    ]


def _told(draw: st.DrawFn, chapter: str, section: str) -> Told:
    """Draw a task; its requirement is its own, as in the documents of offices."""
    offices = draw(st.lists(st.sampled_from(_OFFICES), min_size=1, max_size=4, unique=True))
    leads = draw(st.integers(1, len(offices)))
    work = draw(st.lists(st.sampled_from(_WORK), min_size=1, max_size=3, unique=True))
    deadline = draw(st.sampled_from(_DEADLINES))
    return Told(
        chapter, section, "，".join(work) + "。", tuple(offices[:leads]), tuple(offices[leads:]), deadline
    )
