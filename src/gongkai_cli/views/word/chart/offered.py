"""The charts every report offers its template, by the names they bear there."""

from collections.abc import Mapping
from datetime import date

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.views.word.chart.data import Chart
from gongkai_cli.views.word.chart.lights import lights
from gongkai_cli.views.word.chart.pace import pace


def charts_of(summary: PlanSummary, as_of: date) -> Mapping[str, Chart]:
    """Draw both; a template uses either, both or none."""
    names = words("charts")["名称"]
    return {names["亮灯"]: lights(summary), names["进度"]: pace(summary, as_of)}
