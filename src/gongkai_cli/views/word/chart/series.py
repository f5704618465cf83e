"""The rows of figures of a chart's XML: those of the template keep their looks and get new figures.

A series is known by its name, so that a colour stays with its word; one that the template lacks is made like the
last, one that there is no more goes. The order of elements is the schema's (CT_BarSer, CT_LineSer, CT_PieSer).
"""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import Any

from lxml import etree

from gongkai_cli.views.word.chart.data import Chart, Series
from gongkai_cli.views.word.chart.workbook import cells_at, names_at
from gongkai_cli.views.word.clean import clean

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"

_SERIES, _POINT, _LABEL = C + "ser", C + "dPt", C + "dLbl"
_AFTER_NAME = (
    "spPr",
    "invertIfNegative",
    "pictureOptions",
    "explosion",
    "marker",
    "dPt",
    "dLbls",
    "trendline",
)
_AFTER_CATEGORIES = ("val", "smooth", "shape", "extLst")
_AFTER_VALUES = ("smooth", "shape", "extLst")
_OWN = ("spPr", "marker", "dPt", "extLst")
"""What a copy of a series must not keep: its colours, single points and identity."""


def fill_series(plot_area: Any, chart: Chart) -> None:
    """Give the series of a plot area a chart's figures."""
    there = list(plot_area.iter(_SERIES))
    for number, (wanted, one) in enumerate(_matched(there, chart.series), 1):
        place = one if one is not None else _another(plot_area)
        _write(place, wanted, chart.categories, number)
    named = {one.name for one in chart.series}
    for one in list(plot_area.iter(_SERIES)):
        if _name(one) not in named:
            one.getparent().remove(one)


def _matched(there: Sequence[Any], wanted: Sequence[Series]) -> Iterable[tuple[Series, Any]]:
    """Find each row its series of the template: by name, else one whose name nobody asks for."""
    by_name = {_name(one): one for one in there}
    names = {one.name for one in wanted}
    spare = iter([one for name, one in by_name.items() if name not in names])
    return [(one, by_name[one.name] if one.name in by_name else next(spare, None)) for one in wanted]


def _another(plot_area: Any) -> Any:
    last = list(plot_area.iter(_SERIES))[-1]
    copy = deepcopy(last)
    for child in list(copy):
        if etree.QName(child).localname in _OWN:
            copy.remove(child)
    last.addnext(copy)
    return copy


def _write(series: Any, wanted: Series, categories: Sequence[str], number: int) -> None:
    count = len(categories)
    for name in ("idx", "order"):
        series.find(C + name).set("val", str(number - 1))
    for left in [one for one in series.iter(_POINT, _LABEL) if int(one.find(C + "idx").get("val")) >= count]:
        left.getparent().remove(left)
    name = _texts("tx", names_at(number), [wanted.name])
    _put(series, name, (*_AFTER_NAME, "errBars", "cat", *_AFTER_CATEGORIES))
    _put(series, _texts("cat", cells_at(0, count), categories), _AFTER_CATEGORIES)
    _put(series, _figures(cells_at(number, count), wanted.values), _AFTER_VALUES)


def _put(series: Any, new: Any, after: Sequence[str]) -> None:
    """Put an element in place of the one it renews, else before the first that the schema wants after it."""
    old = series.find(new.tag)
    follower = next((one for one in series if etree.QName(one).localname in after), None)
    if old is not None:
        series.replace(old, new)
    elif follower is not None:
        follower.addprevious(new)
    else:
        series.append(new)


def _texts(tag: str, place: str, texts: Sequence[str]) -> Any:
    holder = etree.Element(C + tag)
    cache = _cache(holder, "strRef", place)
    _points(cache, texts)
    return holder


def _figures(place: str, values: Sequence[int | None]) -> Any:
    holder = etree.Element(C + "val")
    cache = _cache(holder, "numRef", place)
    etree.SubElement(cache, C + "formatCode").text = "General"
    _points(cache, values)
    return holder


def _cache(holder: Any, kind: str, place: str) -> Any:
    reference = etree.SubElement(holder, C + kind)
    etree.SubElement(reference, C + "f").text = place
    return etree.SubElement(reference, C + kind.replace("Ref", "Cache"))


def _points(cache: Any, values: Sequence[str | int | None]) -> None:
    etree.SubElement(cache, C + "ptCount", val=str(len(values)))
    for number, value in enumerate(values):
        if value is not None:
            point = etree.SubElement(cache, C + "pt", idx=str(number))
            etree.SubElement(point, C + "v").text = clean(str(value))


def _name(series: Any) -> str:
    return "".join(series.find(C + "tx").itertext(C + "v")) if series.find(C + "tx") is not None else ""
