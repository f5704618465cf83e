"""Annual reports with tables of any numbers, published as Word files and web pages."""

from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st

from gongkai_cli.documents.read import read
from gongkai_cli.model.annual import Report, TrialReport, form_of
from gongkai_cli.model.entry import bare, keys_of
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.model.workspace import Config
from gongkai_cli.planimport.annual.draft import AnnualDraft, annual_from
from gongkai_cli.rules.annual.form import NAMES, printed
from gongkai_cli.rules.annual.values import table_of
from gongkai_cli.store.templates import shipped
from gongkai_cli.views.annual_paper import paper
from gongkai_cli.views.html.annual import annual_html
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.report import render

Path_ = tuple[str, ...]
AnyReport = TrialReport | Report
KINDS = ("docx", "html")
TEXTS = {
    "body": "示例市教育局",
    "lead_in": "本报告依据《中华人民共和国政府信息公开条例》第五十条编制，现向社会公布。",
    "overview": "（一）主动公开。全年公开信息45条。\n（二）监督保障。开展培训2次。",
    "requests": "申请主要集中在学籍管理。",
    "problems": "部分栏目更新较慢。",
    "other": "本年度没有收取信息处理费。",
}
FIELDS = ("table2", "table3", "table4")


def report_with(year: int, tables: dict[str, dict[Path_, Any]]) -> AnyReport:
    """Make a report of these cells."""
    kind = form_of(year)
    form = "2019" if kind is TrialReport else "2021"
    made = {
        field: table_of(bare(keys_of(kind)[name]), tables[name])
        for name, field in zip(NAMES, FIELDS, strict=True)
        if tables.get(name)
    }
    report: AnyReport = kind(year=year, form=form, **TEXTS, **made)
    return report


def published(report: AnyReport, kind: str, *, draft: bool = False) -> bytes:
    """Print a report as a Word file (docx) or a web page (html)."""
    made = paper(report, draft=draft)
    if kind == "html":
        return annual_html(made).encode()
    named = Plan(id=str(report.year), title=made.title, year=report.year, tasks=())
    basis = Basis(
        summary=PlanSummary(plan=named, totals={}, tasks=(), unclear={}),
        as_of=date(report.year + 1, 1, 20),
        config=Config(),
        annual=made,
    )
    return render("annual", basis, _template(), _no_picture).data


def read_back(data: bytes, kind: str) -> AnnualDraft:
    """Read a published report as `import` does."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"report.{kind}"
        file.write_bytes(data)
        return annual_from(read(file))


def cells(form: str, name: str) -> st.SearchStrategy[dict[Path_, Any]]:
    """Any numbers, and blanks, in the cells of a table."""
    paths = printed(form, name).paths
    numbers = [st.none() | _numbers(path[-1]) for path in paths]
    filled = st.tuples(*numbers).map(lambda found: dict(zip(paths, found, strict=True)))
    return filled.map(lambda found: {path: number for path, number in found.items() if number is not None})


def _numbers(column: str) -> st.SearchStrategy[Any]:
    if column == "本年增减":
        return st.integers(-2000, 2000)
    if column in {"本年收费金额", "采购总金额"}:
        return st.decimals(0, 10**6, places=2).map(Decimal)
    return st.integers(0, 10**6)


@cache
def _template() -> bytes:
    return shipped("annual")


def _no_picture(file: str) -> bytes:
    raise FileNotFoundError(file)
