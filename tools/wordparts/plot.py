"""The XML of a chart (DrawingML, `c:chartSpace`): what is plotted, its axes, legend and texts.

Lights differ in darkness or by hatching too, so that a page printed in black and white can be read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai_cli.views.word.chart.data import Chart, Series
from gongkai_cli.views.word.chart.workbook import cells_at, names_at
from wordparts.styles import FANGSONG, HEITI, LATIN

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True)
class Look:
    """How a series is drawn: its colour, and the hatching on white that tells it apart in black and white."""

    colour: str
    pattern: str = ""
    dash: str = "solid"


LIGHTS = {
    "已完成": Look("D5E8D4"),
    "绿灯": Look("74B083"),
    "黄灯": Look("E5A800", "dkUpDiag"),
    "红灯": Look("C00000"),
    "灰灯": Look("7F7F7F", "pct25"),
    "不涉及": Look("FFFFFF"),
}
PACE = {"累计完成": Look("C00000"), "全部任务": Look("595959", dash="dash")}

TITLES = {"亮灯": "各单位任务亮灯情况（单位：项）", "进度": "全年任务完成进度（单位：项）"}


def chart_xml(kind: str, chart: Chart) -> str:
    """Write the part of a chart of a kind (亮灯: lying bars, 进度: lines); its workbook is `rId1`."""
    plot = _bars(chart) if kind == "亮灯" else _lines(chart)
    return (
        f'<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/><c:lang val="zh-CN"/>'
        f'<c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr>'
        f"{_face(1200, HEITI)}</a:pPr><a:r>{_face(1200, HEITI, 'rPr')}<a:t>{TITLES[kind]}</a:t></a:r></a:p>"
        '</c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>'
        f"<c:plotArea><c:layout/>{plot}{_NO_LOOKS}</c:plotArea>"
        f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_text(1050)}</c:legend>'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'{_NO_LOOKS}{_text(1050)}<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _bars(chart: Chart) -> str:
    """Write stacked bars that lie, the first office on top."""
    series = "".join(
        f"<c:ser>{_named(number, one)}{_filled(LIGHTS[one.name])}"
        f'<c:invertIfNegative val="0"/>{_LABELS}{_data(number, one, chart)}</c:ser>'
        for number, one in enumerate(chart.series)
    )
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>{series}'
        '<c:gapWidth val="45"/><c:overlap val="100"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>'
        + _category_axis("l", "maxMin")
        + _value_axis("b", "max", shown=False)
    )


def _lines(chart: Chart) -> str:
    series = "".join(
        f"<c:ser>{_named(number, one)}{_drawn(PACE[one.name])}{_marker(PACE[one.name])}"
        f'{_data(number, one, chart)}<c:smooth val="0"/></c:ser>'
        for number, one in enumerate(chart.series)
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}<c:marker val="1"/>'
        '<c:axId val="111111111"/><c:axId val="222222222"/></c:lineChart>'
        + _category_axis("b", "minMax")
        + _value_axis("l", "autoZero")
    )


def _named(number: int, series: Series) -> str:
    return (
        f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef><c:f>{names_at(number + 1)}</c:f>'
        f"<c:strCache>{_points([series.name])}</c:strCache></c:strRef></c:tx>"
    )


def _data(number: int, series: Series, chart: Chart) -> str:
    count = len(chart.categories)
    return (
        f"<c:cat><c:strRef><c:f>{cells_at(0, count)}</c:f><c:strCache>{_points(chart.categories)}</c:strCache>"
        f"</c:strRef></c:cat><c:val><c:numRef><c:f>{cells_at(number + 1, count)}</c:f><c:numCache>"
        f"<c:formatCode>General</c:formatCode>{_points(series.values)}</c:numCache></c:numRef></c:val>"
    )


def _points(values: Sequence[str | int | None]) -> str:
    inner = "".join(
        f'<c:pt idx="{number}"><c:v>{value}</c:v></c:pt>'
        for number, value in enumerate(values)
        if value is not None
    )
    return f'<c:ptCount val="{len(values)}"/>{inner}'


def _filled(look: Look) -> str:
    colour = f'<a:srgbClr val="{look.colour}"/>'
    fill = (
        f'<a:pattFill prst="{look.pattern}"><a:fgClr>{colour}</a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr>'
        "</a:pattFill>"
        if look.pattern
        else f"<a:solidFill>{colour}</a:solidFill>"
    )
    return (
        f'<c:spPr>{fill}<a:ln w="6350"><a:solidFill><a:srgbClr val="404040"/></a:solidFill></a:ln></c:spPr>'
    )


def _drawn(look: Look) -> str:
    return f"<c:spPr>{_line(look.colour, look.dash, 22225)}</c:spPr>"


def _line(colour: str, dash: str = "solid", width: int = 6350) -> str:
    return f'<a:ln w="{width}"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill><a:prstDash val="{dash}"/></a:ln>'


def _marker(look: Look) -> str:
    if look.dash != "solid":
        return '<c:marker><c:symbol val="none"/></c:marker>'
    fill = f'<a:solidFill><a:srgbClr val="{look.colour}"/></a:solidFill>'
    return (
        f'<c:marker><c:symbol val="circle"/><c:size val="6"/><c:spPr>{fill}</c:spPr></c:marker>'
        + _LABELS.replace("ctr", "t")
    )


def _category_axis(side: str, direction: str) -> str:
    return (
        f'<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="{direction}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:spPr>{_line("404040")}</c:spPr>{_text(1050)}<c:crossAx val="222222222"/><c:crosses val="autoZero"/>'
        '<c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(side: str, crosses: str, *, shown: bool = True) -> str:
    """Write the axis of the figures; where each bar bears its own, none is shown."""
    grid = f"<c:majorGridlines><c:spPr>{_line('D9D9D9')}</c:spPr></c:majorGridlines>" if shown else ""
    return (
        '<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="{int(not shown)}"/><c:axPos val="{side}"/>{grid}<c:numFmt formatCode="0" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_text(1050)}<c:crossAx val="111111111"/>'
        f'<c:crosses val="{crosses}"/><c:crossBetween val="between"/></c:valAx>'
    )


def _text(size: int) -> str:
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{_face(size, FANGSONG)}</a:pPr>"
        '<a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


def _face(size: int, font: str, tag: str = "defRPr") -> str:
    lang = ' lang="zh-CN"' if tag == "rPr" else ""
    return (
        f'<a:{tag}{lang} sz="{size}" b="0"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>'
        f'<a:latin typeface="{LATIN}"/><a:ea typeface="{font}"/></a:{tag}>'
    )


_NO_LOOKS = "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
_LABELS = (
    '<c:dLbls><c:numFmt formatCode="0;;" sourceLinked="0"/><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    f'<a:ln><a:noFill/></a:ln></c:spPr>{_text(900)}<c:dLblPos val="ctr"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
    '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
)
