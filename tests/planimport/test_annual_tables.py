"""The tables of a published annual report are read back as they were: from Word, from the web, in both forms."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from golden import values3, values4
from gongkai_cli.model.annual import SECTIONS
from gongkai_cli.planimport.annual.draft import AnnualDraft
from gongkai_cli.rules.annual.form import NAMES
from gongkai_cli.rules.annual.identities import breaks
from gongkai_cli.rules.annual.values import values
from published import FIELDS, KINDS, TEXTS, AnyReport, cells, published, read_back, report_with

YEARS = (2020, 2025)
TABLE2 = {
    2020: {
        ("规章", "本年新制作数量"): 0,
        ("行政许可", "本年增减"): 1036,
        ("行政强制", "本年增减"): -5,
        ("政府集中采购", "采购总金额"): "128.50",
    },
    2025: {("行政规范性文件", "现行有效件数"): 14, ("行政事业性收费", "本年收费金额"): "0.50"},
}


def golden(year: int) -> AnyReport:
    form = "2019" if year == 2020 else "2021"
    return report_with(year, dict(zip(NAMES, (TABLE2[year], values3(form), values4()), strict=True)))


def as_read(draft: AnnualDraft) -> AnyReport:
    """What was read, without the facts that only a document has."""
    return replace(draft.report, source=golden(2025).source, figures=(), title="")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("year", YEARS)
def test_the_golden_report_comes_back_from_paper(year: int, kind: str) -> None:
    report = golden(year)
    draft = read_back(published(report, kind), kind)
    assert as_read(draft) == report
    assert (draft.leftover, draft.unread, draft.faults, draft.report.doubts) == ((), (), (), {})
    assert draft.account.lost == ""
    assert breaks(draft.report) == ()


def tables(form: str) -> st.SearchStrategy[dict[str, dict[tuple[str, ...], object]]]:
    return st.fixed_dictionaries({name: cells(form, name) | st.just({}) for name in NAMES})


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("year", "form"), [(2019, "2019"), (2023, "2021")])
@given(data=st.data())
@settings(max_examples=20, deadline=None)
def test_any_tables_come_back_from_paper(year: int, form: str, kind: str, data: st.DataObject) -> None:
    report = report_with(year, data.draw(tables(form)))
    assert as_read(read_back(published(report, kind), kind)) == report


# --- as others publish it -----------------------------------------------------------------------------------

EDITS: dict[str, Callable[[str], str]] = {
    "straight quotes": lambda page: page.replace("“", '"').replace("”", '"'),
    "half-width brackets": lambda page: page.replace("（", "(").replace("）", ")"),
    "full-width digits": lambda page: _in_cells(page, lambda text: text.translate(_FULL)),
    "thousands parted": lambda page: _in_cells(
        page, lambda text: f"{int(text):,}" if text.isdecimal() else text
    ),
    "no numbers before labels": lambda page: re.sub(r">(?:\d\.|（[一二三四五六七]）)(?=\D)", ">", page),
    "spaces in labels": lambda page: page.replace("自然人", "自 然 人").replace("总计", "总　计"),
    "headings as once": lambda page: page.replace("存在的主要问题", "存在问题").replace(
        "四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"
    ),
    "other words": lambda page: page.replace("申请人情况", "申请人情形").replace(
        "法人或其他组织", "法人和其他组织"
    ),
    "cut by a page": lambda page: re.sub(
        r"(<tr>(?=<th[^>]*>4\.无正当理由))", r"</tbody></table><table><tbody>\1", page
    ),
    "cut by a page, heads again": lambda page: re.sub(
        r"(<tr>(?=<th[^>]*>4\.无正当理由))",
        lambda found: f"</tbody></table><table>{_head(page)}<tbody>{found[1]}",
        page,
    ),
    "heads without height": lambda page: _flat(page, _head(page)),
    "the whole page one table": lambda page: _in_one_table(_rows(page, "一二三四五六")),
    "the three tables in one": lambda page: _in_one_table(_rows(page, "")),
    "the three tables in one, headings as rows": lambda page: _in_one_table(_rows(page, "三四")),
}
_FULL = str.maketrans("0123456789", "０１２３４５６７８９")


def _in_cells(page: str, change: Callable[[str], str]) -> str:
    return re.sub(r"(<td[^>]*>)([^<]*)(?=</td>)", lambda found: found[1] + change(found[2]), page)


def _head(page: str) -> str:
    return re.findall(r"<thead>.*?</thead>", page, re.DOTALL)[0]


def _flat(page: str, head: str) -> str:
    """Put blank cells where the heads of table 3 reach down."""
    rows = head.split("<tr>")
    flat = [row.replace(' rowspan="2"', "") for row in rows]
    flat[-1] = "<td></td>" + flat[-1].replace("</tr>", "<td></td></tr>")
    return page.replace(head, "<tr>".join(flat))


def _rows(page: str, headings: str) -> str:
    """Make rows of these sections' headings, and of the texts below them."""
    if not headings:
        return re.sub(r"<h2[^>]*>[三四].*?</h2>", "", page)
    cell = r'<tr><td colspan="15">\2</td></tr>'
    page = re.sub(rf"<(h2)[^>]*>([{headings}]、.*?)</h2>", cell, page)
    return re.sub(r"<(p)>(.*?)</p>", cell, page) if "一" in headings else page


def _in_one_table(page: str) -> str:
    """Put everything from the first row to the last into one table."""
    page = re.sub(r"</?(?:table|thead|tbody|section|div)[^>]*>|<caption.*?</caption>", "", page)
    start, end = page.index("<tr>"), page.rindex("</tr>")
    return f"{page[:start]}<table>{page[start:end]}</tr></table>{page[end + len('</tr>') :]}"


@pytest.mark.parametrize("edit", EDITS)
@pytest.mark.parametrize("year", YEARS)
def test_tables_are_read_as_others_write_them(year: int, edit: str) -> None:
    report = golden(year)
    page = published(report, "html").decode()
    changed = EDITS[edit](page)
    assert changed != page
    draft = read_back(changed.encode(), "html")
    assert [getattr(draft.report, name) for name in FIELDS] == [getattr(report, name) for name in FIELDS]
    assert draft.faults == ()
    assert draft.account.lost == ""


def test_what_is_no_number_is_told_with_its_place_and_stays_leftover() -> None:
    page = published(golden(2025), "html").decode()
    draft = read_back(page.replace(">5345<", ">五千余<").replace(">2120<", ">2120.5<").encode(), "html")
    assert [(one.table, one.path, one.text) for one in draft.faults] == [
        ("表三", ("予以公开", "自然人"), "五千余"),
        ("表三", ("部分公开", "自然人"), "2120.5"),
    ]
    assert all("表2" in one.locator for one in draft.faults)
    assert draft.report.doubts["表三"].startswith("“予以公开”行“自然人”列（表2第")
    assert {one.text for one in draft.leftover} == {"五千余", "2120.5"}
    assert ("予以公开", "自然人") not in values(draft.report.table3)


def test_an_amount_with_its_unit_is_taken_and_told() -> None:
    page = published(golden(2025), "html").decode().replace(">0.50<", ">0.50万元<")
    draft = read_back(page.encode(), "html")
    assert draft.report.table2 == golden(2025).table2
    assert [(one.path, one.text, one.taken) for one in draft.faults] == [
        (("行政事业性收费", "本年收费金额"), "0.50万元", True)
    ]


@pytest.mark.parametrize("blank", ["", "-", "—", "/", "无", "　"])
def test_a_blank_cell_says_nothing(blank: str) -> None:
    page = published(golden(2025), "html").decode()
    draft = read_back(page.replace(">819<", f">{blank}<").encode(), "html")
    found = values(draft.report.table3)
    assert ("结转下年度继续办理", "总计") not in found
    assert len(found) == len(values3()) - 1
    assert draft.faults == ()


def test_a_report_in_two_tables_of_the_same_kind_keeps_the_first() -> None:
    page = published(golden(2025), "html").decode()
    again = re.findall(r"<table.*?</table>", page, re.DOTALL)[1].replace(">5345<", ">1<")
    draft = read_back(page.replace("</main>", f"{again}</main>").encode(), "html")
    assert values(draft.report.table3) == values3()
    assert len(draft.faults) == len(values3())


@pytest.mark.parametrize("kind", KINDS)
def test_marks_of_what_is_missing_are_no_text(kind: str) -> None:
    report = replace(report_with(2019, {}), overview="", other="")
    draft = read_back(published(report, kind, draft=True), kind)
    texts = {name: getattr(draft.report, name) for name in SECTIONS}
    assert texts == dict.fromkeys(SECTIONS, "") | {name: TEXTS[name] for name in ("requests", "problems")}
