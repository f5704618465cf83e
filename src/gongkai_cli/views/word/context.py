"""What templates of several kinds may print, by the names staff write in them (`{{ 标题 }}`).

All words are found before; a template only prints, repeats and leaves out.
"""

from msgspec import Struct, field


class TaskText(Struct, frozen=True, kw_only=True):
    """A task as the report tells it (第二、五部分)."""

    id: str = field(name="编号")
    requirement: str = field(name="要求")
    duty: str = field(name="责任")
    state: str = field(name="完成情况")
    progress: str = field(default="", name="进展")
    problem: str = field(default="", name="问题")
    reason: str = field(default="", name="原因")
    must_explain: bool = field(default=False, name="须说明原因")
    next: str = field(default="", name="下一步")


class Section(Struct, frozen=True, kw_only=True):
    """A 工作任务 with its tasks."""

    title: str = field(name="标题")
    tasks: tuple[TaskText, ...] = field(name="任务")


class Chapter(Struct, frozen=True, kw_only=True):
    """A 部分 with its 工作任务."""

    title: str = field(name="标题")
    sections: tuple[Section, ...] = field(name="各项工作")


class ChapterCount(Struct, frozen=True, kw_only=True):
    """How many tasks of a 部分 stand how."""

    title: str = field(name="部分")
    tasks: int = field(name="任务数")
    done: int = field(name="已完成")
    not_applicable: int = field(name="不涉及")
    green: int = field(name="绿灯")
    yellow: int = field(name="黄灯")
    red: int = field(name="红灯")
    grey: int = field(name="待定")


class Window(Struct, frozen=True, kw_only=True):
    """How a reporting window (报送期) was served: filings due by now, filed, and in words what is late or missing."""

    name: str = field(name="报送期")
    expected: int = field(name="应报")
    filed: int = field(name="已报")
    rest: str = field(name="其余")


class Unfinished(Struct, frozen=True, kw_only=True):
    """Tasks that are unfinished in the same way."""

    title: str = field(name="标题")
    tasks: tuple[TaskText, ...] = field(name="事项")


class Linked(Struct, frozen=True, kw_only=True):
    """A name and what stands behind it: a web address, a file of the workspace."""

    title: str = field(name="名称")
    place: str = field(default="", name="出处")


class Row(Struct, frozen=True, kw_only=True):
    """A row of the ledger: the heading of a part alone (`部分`), or a task."""

    chapter: str = field(default="", name="部分")
    id: str = field(default="", name="编号")
    section: str = field(default="", name="工作任务")
    requirement: str = field(default="", name="具体要求")
    lead: str = field(default="", name="牵头")
    support: str = field(default="", name="配合")
    deadline: str = field(default="", name="完成时限")
    progress: tuple[str, ...] = field(default=(), name="进展")
    state: str = field(default="", name="完成情况")
    evidence: str = field(default="", name="佐证")
    materials: tuple[Linked, ...] = field(default=(), name="材料")
    remark: str = field(default="", name="备注")


class Material(Struct, frozen=True, kw_only=True):
    """A piece of evidence in the catalogue."""

    number: int = field(name="序号")
    task: str = field(name="任务")
    title: str = field(name="名称")
    kind: str = field(name="类型")
    office: str = field(name="部门")
    published: str = field(name="发布日期")
    place: str = field(name="出处")


class Letterhead(Struct, frozen=True, kw_only=True):
    """Whose report it is, to whom, on what ground, as of when, and what is attached."""

    title: str = field(name="标题")
    to: str = field(name="主送机关")
    body: str = field(name="单位")
    year: int = field(name="年度")
    grounds: str = field(name="依据")
    as_of: str = field(name="数据日期")
    dated: str = field(name="成文日期")
    contact: str = field(name="联系人")
    phone: str = field(name="电话")
    ledger_title: str = field(name="附件一")
    catalogue_title: str = field(name="附件二")
    pictures_title: str = field(default="", name="附件三")
    scope: str = field(default="", name="范围")
    left_out: str = field(default="", name="略去")
    signer: str = field(default="", name="审签")


class Overview(Struct, frozen=True, kw_only=True):
    """The figures of 总体情况."""

    task_count: int = field(name="任务数")
    done_count: int = field(name="已完成数")
    not_applicable_count: int = field(name="不涉及数")
    done_share: str = field(name="完成率")
    open_counts: str = field(name="未完成分布")
    light_counts: str = field(name="亮灯分布")
    waiting_count: int = field(name="待定数")
    record_count: int = field(name="进展数")
    evidence_count: int = field(name="佐证数")
    without_evidence: str = field(name="缺佐证")
    windows: tuple[Window, ...] = field(name="报送")
    chapter_counts: tuple[ChapterCount, ...] = field(name="各部分统计")


class Looked(Struct, frozen=True, kw_only=True):
    """How last year's plan came out (回头看): its title, its figures in words, what is still open and is put right."""

    title: str = field(name="计划")
    count: int = field(name="核查数")
    counts: str = field(name="概况")
    open: tuple[TaskText, ...] = field(name="事项")


class OwnWords(Struct, frozen=True, kw_only=True):
    """What only the coordinator can write, paragraph by paragraph; last year's plan where the workspace has it."""

    heard: tuple[str, ...] = field(default=(), name="听取汇报和培训")
    highlights: tuple[str, ...] = field(default=(), name="特色亮点")
    intentions: tuple[str, ...] = field(default=(), name="下一年度打算")
    earlier: Looked | None = field(default=None, name="回头看")
    looking: tuple[str, ...] = field(default=(), name="回头看工作")


class Contents(Struct, frozen=True, kw_only=True):
    """Every task: as the text tells it, as the ledger lists it, with its evidence."""

    lead_word: str = field(name="牵头称谓")
    support_word: str = field(name="配合称谓")
    chapters: tuple[Chapter, ...] = field(name="各部分")
    unfinished: tuple[Unfinished, ...] = field(name="未完成")
    on_course: str = field(name="正常推进")
    unclear: str = field(name="待明确")
    ledger: tuple[Row, ...] = field(name="台账")
    catalogue: tuple[Material, ...] = field(name="佐证目录")
