"""Word's own charts: what they show, where they show it, and that nothing else about them changes."""

import io
import re
from datetime import date
from zipfile import ZipFile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from gongkai_cli.lexicon.load import message
from gongkai_cli.model.problem import Refusal
from gongkai_cli.store.templates import shipped
from gongkai_cli.views.word.chart.data import Chart, Series
from gongkai_cli.views.word.chart.offered import charts_of
from gongkai_cli.views.word.chart.refill import refill
from gongkai_cli.views.word.chart.workbook import letters, workbook
from gongkai_cli.views.word.package import main_part, packed, unpacked, xml_bytes

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART = "word/charts/chart1.xml"
BOOK = "word/embeddings/chart1.xlsx"

# ECMA-376 part 1, 21.2.2: the children of each element in the order the schema demands
SEQUENCES = """
chartSpace: date1904 lang roundedCorners AlternateContent style clrMapOvr pivotSource protection chart
    spPr txPr externalData printSettings userShapes extLst
chart: title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly
    dispBlanksAs showDLblsOverMax extLst
title: tx layout overlay spPr txPr extLst
plotArea: layout barChart lineChart catAx valAx dTable spPr extLst
barChart: barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst
lineChart: grouping varyColors ser dLbls dropLines hiLowLines upDownBars marker smooth axId extLst
barChart/ser: idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape
    extLst
lineChart/ser: idx order tx spPr marker dPt dLbls trendline errBars cat val smooth extLst
dLbls: dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent
    showBubbleSize separator showLeaderLines leaderLines extLst
catAx: axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark
    tickLblPos spPr txPr crossAx crosses crossesAt auto lblAlgn lblOffset tickLblSkip tickMarkSkip
    noMultiLvlLbl extLst
valAx: axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark
    tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit dispUnits extLst
scaling: logBase orientation max min extLst
legend: legendPos legendEntry layout overlay spPr txPr extLst
strRef: f strCache extLst
numRef: f numCache extLst
strCache: ptCount pt extLst
numCache: formatCode ptCount pt extLst
externalData: autoUpdate
"""
ORDER = {
    key: wanted.split()
    for key, _, wanted in (one.partition(": ") for one in SEQUENCES.replace("\n    ", " ").split("\n"))
    if key
}
FIGURES = Chart(
    categories=("甲处", "乙处"),
    series=(Series("红灯", (2, 0)), Series("迟报", (1, 3)), Series("绿灯", (0, None))),
    told="甲处红灯2项",
)


@pytest.fixture
def parts():
    return unpacked(shipped("brief"))


def filled(parts, chart=FIGURES, name="亮灯图"):
    main = main_part(parts)
    root = etree.fromstring(parts[main])
    refill(root, main, parts, {name: chart})
    parts[main] = xml_bytes(root)
    return root


def caches(chart_xml):
    """Read a chart's caches: series name → category → figure."""
    space = etree.fromstring(chart_xml)
    return {
        "".join(one.find(C + "tx").itertext(C + "v")): dict(
            zip(points(one.find(C + "cat")), numbers(one.find(C + "val")), strict=True)
        )
        for one in space.iter(C + "ser")
    }


def points(element):
    return [point.findtext(C + "v") for point in element.iter(C + "pt")]


def numbers(element):
    found = {int(point.get("idx")): int(point.findtext(C + "v")) for point in element.iter(C + "pt")}
    return [found.get(place) for place in range(int(element.find(f".//{C}ptCount").get("val")))]


def sheet(book):
    """Read the workbook in the same shape."""
    head, *rows = load_workbook(io.BytesIO(book)).active.iter_rows(values_only=True)
    return {name: {row[0]: row[column] for row in rows} for column, name in enumerate(head) if column}


def expected(chart):
    return {one.name: dict(zip(chart.categories, one.values, strict=True)) for one in chart.series}


def test_the_caches_and_the_workbook_hold_the_same_figures(parts):
    filled(parts)
    assert caches(parts[CHART]) == sheet(parts[BOOK]) == expected(FIGURES)


def test_every_reference_points_at_the_cells_of_its_figures(parts):
    filled(parts)
    grid = load_workbook(io.BytesIO(parts[BOOK])).active
    for reference in etree.fromstring(parts[CHART]).iter(C + "strRef", C + "numRef"):
        name, _, place = reference.findtext(C + "f").partition("!")
        cells = grid[place.replace("$", "")]
        column = cells if isinstance(cells, tuple) else ((cells,),)
        held = [cell.value for (cell,) in column]
        told = [point.findtext(C + "v") for point in reference.iter(C + "pt")]
        assert name == grid.title
        assert [str(value) for value in held if value is not None] == told


def test_a_series_keeps_the_colour_that_staff_gave_it(parts):
    before = {name: colour(parts[CHART], name) for name in ("红灯", "绿灯")}
    parts[CHART] = parts[CHART].replace(before["红灯"].encode(), b"123456")
    filled(parts)
    assert colour(parts[CHART], "红灯") == "123456"
    assert colour(parts[CHART], "绿灯") == before["绿灯"]


def colour(chart_xml, name):
    series = next(one for one in etree.fromstring(chart_xml).iter(C + "ser") if name in one.itertext(C + "v"))
    return next(series.iter(A + "srgbClr")).get("val")


def test_series_come_in_the_order_of_the_figures_and_number_themselves(parts):
    filled(parts)
    series = list(etree.fromstring(parts[CHART]).iter(C + "ser"))
    assert [one.find(C + "idx").get("val") for one in series] != []
    by_order = sorted(series, key=lambda one: int(one.find(C + "order").get("val")))
    assert [points(one.find(C + "tx"))[0] for one in by_order] == ["红灯", "迟报", "绿灯"]
    assert len({one.find(C + "idx").get("val") for one in series}) == 3


@pytest.mark.parametrize("name", ["one more", "one fewer", "as drawn"])
def test_elements_stand_in_the_order_of_the_schema(parts, name):
    lights = ["已完成", "绿灯", "黄灯", "红灯", "灰灯", "不涉及"]
    names = {"one more": [*lights, "退回"], "one fewer": lights[:4], "as drawn": lights}[name]
    filled(parts, Chart(categories=("甲",), series=tuple(Series(one, (1,)) for one in names), told=""))
    assert list(misplaced(etree.fromstring(parts[CHART]))) == []


def test_both_charts_the_templates_are_built_with_follow_the_schema(wordparts_chart):
    for kind in ("亮灯", "进度"):
        space = etree.fromstring(wordparts_chart(kind))
        assert list(misplaced(space)) == []
        assert all(one.get("typeface") for one in space.iter(A + "ea"))
        assert len(list(space.iter(A + "ea"))) == len(list(space.iter(A + "latin"))) > 3


def misplaced(space):
    """Yield the elements that come before one that the schema wants earlier."""
    for element in space.iter():
        here, above = etree.QName(element).localname, element.getparent()
        key = f"{etree.QName(above).localname}/{here}" if here == "ser" else here
        if element.tag.startswith(C) and key in ORDER:
            wanted = ORDER[key]
            there = [wanted.index(etree.QName(child).localname) for child in element]
            if there != sorted(there):
                yield key


@pytest.fixture(scope="module")
def wordparts_chart():
    import sys
    from pathlib import Path

    sys.path.insert(0, str(Path(__file__).parents[3] / "tools"))
    from wordparts.chart import parts

    sys.path.pop(0)
    return lambda kind: parts((kind,))[CHART].encode()


def test_the_alternative_text_tells_the_figures(parts):
    root = filled(parts)
    told = next(root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"))
    assert told.get("descr") == "亮灯图：甲处红灯2项"


@pytest.mark.parametrize("attribute", ["name", "title", "descr"])
def test_a_chart_is_found_by_its_name_or_its_alternative_text(parts, attribute):
    bare = re.sub(rb'name="[^"]*" descr="[^"]*"', f'name="3" {attribute}="亮灯图"'.encode(), document(parts))
    parts[main_part(parts)] = bare.replace(b'name="3" name', b"name")
    filled(parts)
    assert caches(parts[CHART]) == expected(FIGURES)


def document(parts):
    return parts[main_part(parts)]


def test_a_chart_by_another_name_is_left_as_it_is(parts):
    before = dict(parts)
    filled(parts, name="进度图")
    assert parts[CHART] == before[CHART]
    assert parts[BOOK] == before[BOOK]


@pytest.mark.parametrize(("offices", "gap"), {1: "400", 2: "200", 8: "50", 10: "45"}.items())
def test_few_bars_stay_slim(parts, offices, gap):
    names, figures = tuple("甲乙丙丁戊己庚辛壬癸"[:offices]), (1,) * offices
    filled(parts, Chart(categories=names, series=(Series("红灯", figures),), told=""))
    assert [one.get("val") for one in etree.fromstring(parts[CHART]).iter(C + "gapWidth")] == [gap]


def test_a_chart_without_figures_is_taken_out(parts):
    root = filled(parts, Chart(categories=(), series=(), told=""))
    assert not list(root.iter(C + "chart"))


def test_a_workbook_that_was_lost_or_linked_is_put_in(parts):
    beside = "word/charts/_rels/chart1.xml.rels"
    target = b'Target="../embeddings/chart1.xlsx"'
    parts[beside] = parts[beside].replace(target, b'Target="file:///C:/a.xlsx" TargetMode="External"')
    parts[CHART] = re.sub(rb"<c:dLbls>.*?</c:dLbls>", b"", parts[CHART])
    filled(parts)
    assert sheet(parts[BOOK]) == expected(FIGURES)
    del parts[beside]
    parts[CHART] = re.sub(rb"<c:externalData.*</c:externalData>", b"", parts[CHART])
    filled(parts)
    assert list(misplaced(etree.fromstring(parts[CHART]))) == []
    assert b"../embeddings/chart1.xlsx" in parts[beside]


@pytest.mark.parametrize(
    ("old", "new"), [(b"<c:ser>.*</c:ser>", b""), (b"c:cat>", b"c:xVal>")], ids=["bare", "xy"]
)
def test_a_chart_that_cannot_hold_the_figures_is_refused(parts, old, new):
    parts[CHART] = re.sub(old, new, parts[CHART])
    with pytest.raises(Refusal) as refused:
        filled(parts)
    assert "亮灯图" in message(refused.value.code, refused.value.about)


def test_python_docx_reads_the_document_back(parts):
    filled(parts)
    document = Document(io.BytesIO(packed(parts, date(2021, 9, 20))))
    assert sorted(
        part.partname for part in document.part.package.iter_parts() if "chart1" in part.partname
    ) == [
        f"/{CHART}",
        f"/{BOOK}",
    ]


def test_the_same_figures_give_the_same_workbook():
    assert workbook(FIGURES) == workbook(FIGURES)
    assert all(entry.date_time[0] == 1980 for entry in ZipFile(io.BytesIO(workbook(FIGURES))).infolist())


text = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)


@given(st.dictionaries(text, st.integers(0, 10**6), min_size=1, max_size=40))
def test_any_name_and_figure_comes_back_from_the_workbook(given_figures):
    chart = Chart(
        categories=tuple(given_figures), series=(Series("数", tuple(given_figures.values())),), told=""
    )
    rows = list(load_workbook(io.BytesIO(workbook(chart))).active.iter_rows(min_row=2, values_only=True))
    assert [row[1] for row in rows] == list(given_figures.values())


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA")])
def test_columns_are_lettered_as_spreadsheets_do(column, name):
    assert letters(column) == name


# --- what the charts show -----------------------------------------------------------------------------------


def test_each_office_shows_its_lights_the_worst_first(standing):
    chart = charts_of(standing(), date(2021, 9, 20))["亮灯图"]
    assert chart.categories == ("甲处", "乙处")
    assert expected(chart)["红灯"] == {"甲处": 1, "乙处": 0}
    assert sum(sum(one.values) for one in chart.series) == 3
    assert chart.told == "甲处已完成1项、红灯1项；乙处黄灯1项"


def test_more_offices_than_the_chart_has_room_for_are_added_up(standing):
    tasks = [
        {"编号": str(number), "具体要求": "做。", "牵头": [f"{number}处"], "完成时限": "全年"}
        for number in range(1, 15)
    ]
    chart = charts_of(standing(tasks, []), date(2021, 9, 20))["亮灯图"]
    assert len(chart.categories) == 10
    assert chart.categories[-1] == "其他5个单位"
    assert sum(sum(one.values) for one in chart.series) == 14


def test_a_long_name_leaves_room_for_the_bars(standing):
    name = "政策法规与行政审批监督管理综合协调处"
    tasks = [{"编号": "1", "具体要求": "做。", "牵头": [name], "完成时限": "全年"}]
    chart = charts_of(standing(tasks, []), date(2021, 9, 20))["亮灯图"]
    assert chart.categories == ("政策法规与行政审批监督管……",)
    assert chart.told.startswith(name)


def test_progress_ends_at_the_number_of_tasks_done(standing):
    chart = charts_of(standing(), date(2021, 9, 20))["进度图"]
    done, all_tasks = chart.series
    assert done.values == (0,) * 7 + (1, 1) + (None,) * 3
    assert all_tasks.values == (3,) * 12
    assert chart.told == "共3项任务，已累计完成1项"
