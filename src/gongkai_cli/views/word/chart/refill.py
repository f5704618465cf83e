"""The charts of a document, found by name, get the figures of the day: nothing else about them changes.

Staff restyle a chart in Word or take it away; one that bears none of the names is left as it is. The name stands where
Word's 选择窗格 shows it, or in front of the alternative text (替换文字), which then tells the figures.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from gongkai_cli.model.problem import Refusal
from gongkai_cli.views.word.chart.data import Chart
from gongkai_cli.views.word.chart.series import C, fill_series
from gongkai_cli.views.word.chart.workbook import KIND, workbook
from gongkai_cli.views.word.clean import clean
from gongkai_cli.views.word.package import add_type, xml_bytes
from gongkai_cli.views.word.relations import OFFICE, Relations, relations_part, target_of

_DRAWING = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}drawing"
_PROPERTIES = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_ID = f"{{{OFFICE}}}id"
_DATA = C + "externalData"
_WIDEST, _FEW = 500, 400
"""Percent of a bar's breadth: the widest gap the schema knows, and the gap of a single bar."""

_AFTER_DATA = (C + "printSettings", C + "userShapes", C + "extLst")


def refill(root: Any, part: str, parts: dict[str, bytes], charts: Mapping[str, Chart]) -> None:
    """Give each chart that a rendered part shows, and that bears one of these names, its figures.

    A chart without any is taken out. Refuses one whose bars or lines were all taken away, or that has no
    categories (a scatter chart).
    """
    for drawing, name, reference in list(_named(root, charts)):
        place = target_of(parts, part, reference.get(_ID))
        if place and charts[name].categories:
            drawing.find(f".//{_PROPERTIES}").set("descr", clean(f"{name}：{charts[name].told}"))
            _renew(parts, place, charts[name], name)
        else:
            drawing.getparent().remove(drawing)


def _named(root: Any, known: Mapping[str, Chart]) -> Iterator[tuple[Any, str, Any]]:
    """Yield the drawings that hold a chart with one of these names, the name, and the reference to the chart."""
    for drawing in root.iter(_DRAWING):
        reference, properties = drawing.find(f".//{C}chart"), drawing.find(f".//{_PROPERTIES}")
        name = "" if reference is None or properties is None else _called(properties, known)
        if name:
            yield drawing, name, reference


def _called(properties: Any, known: Mapping[str, Chart]) -> str:
    names = (properties.get("name", ""), properties.get("title", ""))
    told = properties.get("descr", "")
    return next((one for one in known if one in names or told.startswith(one)), "")


def _renew(parts: dict[str, bytes], place: str, chart: Chart, name: str) -> None:
    """Write a chart's figures into its part and into the workbook behind it."""
    space = etree.fromstring(parts[place], etree.XMLParser(resolve_entities=False, huge_tree=False))
    plot_area = space.find(f"{C}chart/{C}plotArea")
    if plot_area is None or plot_area.find(f".//{C}ser") is None or plot_area.find(f".//{C}xVal") is not None:
        raise Refusal("chart-without-series", name=name)
    fill_series(plot_area, chart)
    _keep_slim(plot_area, len(chart.categories))
    parts[_book(parts, place, space)] = workbook(chart)
    parts[place] = xml_bytes(space)


def _keep_slim(plot_area: Any, bars: int) -> None:
    """Leave more room between few bars, one alone would be a block; never less than the template leaves."""
    for gap in plot_area.iter(C + "gapWidth"):
        gap.set("val", str(max(int(gap.get("val", "150")), min(_WIDEST, _FEW // bars))))


def _book(parts: dict[str, bytes], place: str, space: Any) -> str:
    """Name the part where the chart looks for its workbook; a link to a file elsewhere is replaced."""
    data = space.find(_DATA)
    known = "" if data is None else target_of(parts, place, data.get(_ID, ""))
    if known:
        return known
    beside = relations_part(place)
    relations = Relations(parts.get(beside))
    name = f"{place.rpartition('/')[2].removesuffix('.xml')}.xlsx"
    target = _data_element(space) if data is None else data
    target.set(_ID, relations.add("package", f"../embeddings/{name}"))
    parts[beside] = relations.xml() or b""
    add_type(parts, "xlsx", KIND)
    return f"word/embeddings/{name}"


def _data_element(space: Any) -> Any:
    data = etree.Element(_DATA)
    etree.SubElement(data, C + "autoUpdate", val="0")
    follower = next((one for one in space if one.tag in _AFTER_DATA), None)
    if follower is None:
        space.append(data)
    else:
        follower.addprevious(data)
    return data
