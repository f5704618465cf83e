"""Reports made from a plan written down in a test, and the XML of what comes out."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from gongkai_cli.model.convert import convert
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.record import Ledger
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.model.workspace import Config, Sourced, Workspace
from gongkai_cli.rules.summary import summarise
from gongkai_cli.store.templates import shipped
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.report import Report, render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DAY = date(2021, 9, 20)
CONFIG = Config(body="示例局", report_to="市政务公开办", contact="联系人甲", phone="000-0000")

FRONT = {
    "计划": "p",
    "标题": "示例局2021年政务公开工作要点分工方案",
    "年度": "2021",
    "单位": "示例局",
    "文号": "示办〔2021〕3号",
    "上级文件": [{"标题": "示例市2021年政务公开工作要点", "文号": "示府〔2021〕1号"}],
    "报送": [{"报送期": "第三季度", "起": "2021-07-01", "止": "2021-09-10", "截止": "2021-09-15"}],
}
TASKS = [
    {
        "编号": "1",
        "部分": "一、紧扣开局深化公开",
        "工作任务": "(一) 规划公开。",
        "具体要求": "公开规划。",
        "牵头": ["甲处"],
        "配合": ["乙处"],
        "完成时限": "8月31日",
    },
    {
        "编号": "3",
        "部分": "一、紧扣开局深化公开",
        "工作任务": "(二) 监管公开。",
        "具体要求": "公开监管信息。",
        "牵头": ["乙处"],
        "完成时限": "全年",
    },
    {"编号": "7-1", "部分": "二、强基础", "具体要求": "培训一次。", "牵头": ["甲处"], "完成时限": "8月31日"},
]
RECORDS = [
    {"日期": "2021-08-01", "任务": "1", "状态": "推进中", "进展": "起草规划"},
    {
        "日期": "2021-08-20",
        "任务": "1",
        "状态": "已完成",
        "进展": "公开规划3份。",
        "成效": "访问3200人次",
        "佐证材料": [
            {
                "类型": "报道",
                "标题": "规划发布",
                "链接": "https://example.com/a?b=1&c=规划",
                "发布日期": "2021-08-20",
            },
            {"类型": "文件", "文件": "evidence/plan.pdf", "公开属性": "依申请公开"},
        ],
    },
    {"日期": "2021-08-25", "任务": "7-1", "状态": "推进中", "问题": "讲师未定", "原因": "场地冲突"},
]


@pytest.fixture(scope="session")
def standing() -> Callable[..., PlanSummary]:
    """Summarise a plan of these tasks, 甲处 having filed these records."""
    return _standing


def _standing(
    tasks: list[dict[str, Any]] = TASKS, records: list[dict[str, Any]] = RECORDS, **front: Any
) -> PlanSummary:
    plan, faults = convert({**FRONT, **front, "任务": tasks}, Plan, "p.yaml")
    ledger, more = convert({"计划": "p", "部门": "甲处", "记录": records}, Ledger, "l.yaml")
    assert not (*faults, *more)
    workspace = Workspace(plans=(Sourced("p.yaml", plan),), ledgers=(Sourced("l.yaml", ledger),))
    return summarise(workspace, DAY, ["p"]).plans[0]


@pytest.fixture(scope="session")
def template() -> bytes:
    """Read the template that comes with the program."""
    return shipped("year-end")


@pytest.fixture(scope="session")
def made(standing: Callable[..., PlanSummary], template: bytes) -> Callable[..., Report]:
    """Render the year-end report of a plan."""
    return lambda *said, config=CONFIG, **front: _made(standing(*said, **front), config, template)


@pytest.fixture(scope="session")
def report(made: Callable[..., Report]) -> Callable[..., bytes]:
    """Render the same, for its bytes alone."""
    return lambda *said, **more: made(*said, **more).data


@pytest.fixture(scope="session")
def kind_of(standing: Callable[..., PlanSummary]) -> Callable[..., Report]:
    """Render any kind of report of a plan; `basis` says more of what it is made from."""

    def make(kind: str, *said: Any, album: Callable[[str], bytes] = no_pictures, **basis: Any) -> Report:
        asked = Basis(**{"summary": standing(*said), "as_of": DAY, "config": CONFIG} | basis)
        return render(kind, asked, shipped(kind), album)

    return make


def _made(summary: PlanSummary, config: Config, template: bytes) -> Report:
    return render("year-end", Basis(summary=summary, as_of=DAY, config=config), template, no_pictures)


def no_pictures(file: str) -> bytes:
    raise FileNotFoundError(file)


@pytest.fixture(scope="session")
def part() -> Callable[[bytes, str], etree._Element]:
    """Take a part of a .docx as XML."""
    return lambda docx, name: etree.fromstring(ZipFile(BytesIO(docx)).read(name))


@pytest.fixture(scope="session")
def paragraphs(part: Callable[[bytes, str], etree._Element]) -> Callable[[bytes], list[str]]:
    """Read the paragraphs of a document, those of its tables too."""

    def read(docx: bytes) -> list[str]:
        body = part(docx, "word/document.xml")
        return [
            "".join(_written(piece) for piece in one.iter(W + "t", W + "br")) for one in body.iter(W + "p")
        ]

    return read


@pytest.fixture(scope="session")
def rows(part: Callable[[bytes, str], etree._Element]) -> Callable[[bytes, int], list[list[str]]]:
    """Read a table of a document, cell by cell."""

    def read(docx: bytes, number: int) -> list[list[str]]:
        table = list(part(docx, "word/document.xml").iter(W + "tbl"))[number]
        return [
            ["".join(_written(t) for t in cell.iter(W + "t", W + "br")) for cell in row.iter(W + "tc")]
            for row in table.iter(W + "tr")
        ]

    return read


def _written(piece: etree._Element) -> str:
    return "\n" if piece.tag == W + "br" else piece.text or ""


@pytest.fixture(scope="session")
def edited(template: bytes) -> Callable[[str, str], bytes]:
    """Change a text of the template, as staff might in Word."""

    def edit(old: str, new: str) -> bytes:
        changed = BytesIO()
        with ZipFile(BytesIO(template)) as parts, ZipFile(changed, "w") as docx:
            for name in parts.namelist():
                text = parts.read(name)
                if name == "word/document.xml":
                    assert old.encode() in text
                    text = text.replace(old.encode(), new.encode())
                docx.writestr(name, text)
        return changed.getvalue()

    return edit
