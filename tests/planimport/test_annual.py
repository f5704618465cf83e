"""Annual reports: each document of `tests/cases/annual` gives what is written beside it."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields

from gongkai_cli.documents.block import Document, Paragraph
from gongkai_cli.documents.read import read
from gongkai_cli.model.annual import SECTIONS, TABLES, AnnualReport
from gongkai_cli.model.problem import Refusal
from gongkai_cli.planimport.annual.draft import AnnualDraft, annual_from
from gongkai_cli.planimport.annual.recognise import is_annual
from gongkai_cli.rules.annual.form import NAMES
from gongkai_cli.rules.annual.values import values
from gongkai_cli.yamltext.read import load
from gongkai_cli.yamltext.write import file_text

CASES = Path(__file__).parents[1] / "cases" / "annual"
PLAN_CASES = CASES.parent / "planimport"


def expected_of(document: Path) -> dict[str, Any]:
    found = load(document.with_suffix(".yaml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


DOCUMENTS = sorted(one for one in CASES.iterdir() if one.suffix in {".txt", ".html"})
REPORTS = [document for document in DOCUMENTS if "拒绝" not in expected_of(document)]
HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)
PIECES = (
    "2021年", "示例市教育局", "发布", "信息", "微博", "微信", "分别", "举办", "发布会", "12", "1,018", "9.5",
    "１２", "٣", "三", "十", "百", "万", "余", "约", "条", "次", "场", "第", "比上年", "增加", "，", "。", "；",
    "：", "、", "《", "》", "（", "）", " ", "政府信息公开工作年度报告",
)  # fmt: skip
prose = st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=20).map("".join), max_size=3)
REFUSED = [document for document in DOCUMENTS if document not in REPORTS]

each_report = pytest.mark.parametrize("document", REPORTS, ids=lambda path: path.stem)


@each_report
def test_document_gives_the_report_written_beside_it(document: Path) -> None:
    expected, source = expected_of(document), read(document)
    draft = annual_from(source)
    facts = by_key(draft.report)
    assert is_annual(source)
    assert {key: shortened(facts[key], said) for key, said in expected["报告"].items()} == expected["报告"]
    assert sorted(draft.report.doubts) == sorted(expected.get("待核", []))
    assert figures(draft) == expected["数据"]
    assert texts(draft, expected["部分"]) == expected["部分"]
    assert [one.text for one in draft.leftover] == expected.get("剩余", [])
    assert list(draft.unread) == expected.get("未读", [])
    assert list(source.remarks) == expected.get("说明", [])


@pytest.mark.parametrize("document", REFUSED, ids=lambda path: path.stem)
def test_document_that_is_no_report_is_refused(document: Path) -> None:
    code = expected_of(document)["拒绝"]
    assert is_annual(read(document)) == (code != "no-annual-found")
    with pytest.raises(Refusal) as refused:
        annual_from(read(document))
    assert refused.value.code == code


@each_report
def test_no_character_is_lost(document: Path) -> None:
    source = read(document)
    account = annual_from(source).account
    assert account.lost == ""
    assert account.tasks + account.headings + account.header + account.leftover == account.total


@each_report
def test_figures_are_quoted_from_the_text(document: Path) -> None:
    report = annual_from(read(document)).report
    prose = "".join(getattr(report, section) for section in SECTIONS)
    assert all(one.text in prose and one.text for one in report.figures)


@each_report
def test_tables_are_never_invented(document: Path) -> None:
    report, expected = annual_from(read(document)).report, expected_of(document).get("表", {})
    found = {
        name: {"·".join(path): str(number) for path, number in values(getattr(report, field)).items()}
        for name, field in zip(NAMES, TABLES.values(), strict=True)
    }
    assert {name: cells for name, cells in found.items() if cells} == expected


@pytest.mark.parametrize("document", sorted(PLAN_CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_plan_is_no_annual_report(document: Path) -> None:
    assert not is_annual(read(document))


def test_the_year_asked_for_wins_and_chooses_the_form() -> None:
    report = annual_from(read(CASES / "09-no-year.txt"), year=2021).report
    assert (report.year, report.form, list(report.doubts)) == (2021, "2021", ["单位"])


def test_an_empty_document_is_no_annual_report() -> None:
    assert not is_annual(Document(name="空", sha256="", blocks=()))


@given(st.lists(prose, min_size=7, max_size=7))
def test_whatever_stands_between_the_headings_is_kept_and_can_be_written(written: list[list[str]]) -> None:
    parts = [*written[0]]
    for heading, below in zip(HEADINGS, written[1:], strict=True):
        parts += [heading, *below]
    document = Document(name="", sha256="", blocks=tuple(Paragraph(part, "") for part in parts))
    draft = annual_from(document, year=2021)
    account = draft.account
    assert account.lost == ""
    assert account.tasks + account.headings + account.header + account.leftover == account.total
    assert file_text(draft.report)


def figures(draft: AnnualDraft) -> list[str]:
    return [f"{one.name} {one.number} {one.unit}{' ?' if one.doubts else ''}" for one in draft.report.figures]


def texts(draft: AnnualDraft, expected: dict[str, str]) -> dict[str, str]:
    """The sections with text, cut where the expectation cuts them."""
    facts = by_key(draft.report, SECTIONS)
    return {key: shortened(text, expected.get(key, "")) for key, text in facts.items() if text}


def by_key(report: AnnualReport, names: tuple[str, ...] = ()) -> dict[str, str]:
    """Facts by their keys in the file, as text; what is absent is empty."""
    wanted = (field for field in fields(report) if not names or field.name in names)
    told = ((field.encode_name, getattr(report, field.name)) for field in wanted)
    return {key: str(value) if value else "" for key, value in told}


def shortened(text: str, expected: str) -> str:
    cut = len(expected) - 1
    return f"{text[:cut]}…" if expected.endswith("…") and len(text) > cut else text
