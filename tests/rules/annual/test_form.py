"""The printed tables have the shape of the form, and every value of the data file one place in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.annual import Report, TrialReport
from gongkai_cli.model.entry import bare as bare_type
from gongkai_cli.model.entry import is_entry, keys_of
from gongkai_cli.rules.annual.form import HEADINGS, NAMES, PRESENT, TRIAL, Printed, printed
from gongkai_cli.rules.annual.label import bare

TABLES = [(form, name) for form in (TRIAL, PRESENT) for name in NAMES]
KINDS = {TRIAL: TrialReport, PRESENT: Report}


def keys(kind: type, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = []
    for key, inner in keys_of(kind).items():
        below = bare_type(inner)
        found += keys(below, (*above, key)) if is_entry(below) else [(*above, key)]
    return found


@pytest.mark.parametrize(("form", "name"), TABLES)
def test_every_cell_of_the_data_file_is_printed_once(form: str, name: str) -> None:
    kind = bare_type(keys_of(KINDS[form])[name])
    assert sorted(printed(form, name).paths) == sorted(keys(kind))


@pytest.mark.parametrize(("form", "name"), TABLES)
def test_the_cells_cover_the_table_without_gap_or_overlap(form: str, name: str) -> None:
    table = printed(form, name)
    covered = [
        (row + down, column + along)
        for row, column, height, width in places(table)
        for down in range(height)
        for along in range(width)
    ]
    assert sorted(covered) == [
        (row, column) for row in range(len(table.rows)) for column in range(table.columns)
    ]


def places(table: Printed) -> list[tuple[int, int, int, int]]:
    """Lay the cells out as a browser does: each in the first free place of its row."""
    found, taken = [], set()
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            found.append((row, column, cell.rowspan, cell.colspan))
            taken |= {
                (row + down, column + along) for down in range(cell.rowspan) for along in range(cell.colspan)
            }
    return found


@pytest.mark.parametrize(("form", "rows"), [(TRIAL, 20), (PRESENT, 22)])
def test_the_results_of_the_year_span_their_rows(form: str, rows: int) -> None:
    (results,) = [
        cell for line in printed(form, "表三").rows for cell in line if bare(cell.text) == "本年度办理结果"
    ]
    assert results.rowspan == rows


def test_the_headings_are_the_six_of_the_form() -> None:
    assert list(HEADINGS.values()) == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]


@pytest.mark.parametrize(
    ("printed_label", "words"),
    {
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）": "部分公开",
        "(一) 予以公开": "予以公开",
        '3．危及"三安全一稳定"': "危及三安全一稳定",
        "⑴属于国家秘密": "属于国家秘密",
        "四、结转下年度\n继续办理": "结转下年度继续办理",
        "本年收费金额（单位：万元）": "本年收费金额",
        "本年增/减": "本年增减",
        "其 他": "其他",
        "（本列数据的勾稽关系为：A）": "本列数据的勾稽关系为A",
        "": "",
    }.items(),
)
def test_a_label_is_known_by_its_words(printed_label: str, words: str) -> None:
    assert bare(printed_label) == words


@given(st.text())
def test_any_text_may_stand_in_a_label(text: str) -> None:
    assert bare(text) == "" or bare(text).isalnum()
