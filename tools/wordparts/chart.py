"""Word's own charts: the drawing in a paragraph, and the chart part with the workbook that a double click opens.

Colours, fonts and texts are the office's to change in Word; the figures are samples that each report replaces.
"""

from collections.abc import Sequence

from gongkai_cli.lexicon.load import words
from gongkai_cli.views.word.chart.data import Chart, Series
from gongkai_cli.views.word.chart.workbook import workbook
from wordparts.plot import LIGHTS, A, C, R, chart_xml
from wordparts.styles import style_id

KIND = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
FIRST_RELATION = 6
"""The footers are rId4 and rId5; the charts follow."""

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_EMU = 36000
_WIDTH = 156


def drawing(kind: str, number: int, height: float) -> str:
    """Write the paragraph that holds the chart of a kind (亮灯, 进度); `number` counts a document's charts from 1."""
    name = words("charts")["名称"][kind]
    size = f'cx="{_WIDTH * _EMU}" cy="{round(height * _EMU)}"'
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style_id("图表")}"/></w:pPr><w:r><w:drawing>'
        f'<wp:inline xmlns:wp="{_WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:docPr id="{number}" name="{name}" descr="{name}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{A}"><a:graphicData uri="{C}">'
        f'<c:chart xmlns:c="{C}" xmlns:r="{R}" r:id="rId{FIRST_RELATION + number - 1}"/>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


def parts(kinds: Sequence[str]) -> dict[str, str | bytes]:
    """Write the parts of a document's charts, in the order of their numbers."""
    made: dict[str, str | bytes] = {}
    for number, kind in enumerate(kinds, 1):
        chart = _SAMPLES[kind]
        made |= {
            f"word/charts/chart{number}.xml": chart_xml(kind, chart),
            f"word/charts/_rels/chart{number}.xml.rels": _relations(number),
            f"word/embeddings/chart{number}.xlsx": workbook(chart),
        }
    return made


_SAMPLES = {
    "亮灯": Chart(
        categories=("甲处", "乙处", "丙处"),
        series=tuple(Series(name, (3, 2, 1)) for name in LIGHTS),
        told="",
    ),
    "进度": Chart(
        categories=tuple(f"{month}月" for month in range(1, 13)),
        series=(Series("累计完成", (0, 1, 2, 4, 5, 7, 8, *[None] * 5)), Series("全部任务", (12,) * 12)),
        told="",
    ),
}


def _relations(number: int) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{R}/package" Target="../embeddings/chart{number}.xlsx"/></Relationships>'
    )
