"""进度图: the tasks done by the end of each month, against all of them."""

from datetime import date

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.rules.pace import done_by_month
from gongkai_cli.views.word.chart.data import Chart, Series


def pace(summary: PlanSummary, as_of: date) -> Chart:
    """Draw a line through the months that have begun, and one at the number of tasks."""
    said, done = words("charts"), done_by_month(summary, as_of)
    months = tuple(said["月"].format(month=month) for month in range(1, 13))
    series = (
        Series(said["累计完成"], done),
        Series(said["全部任务"], (len(summary.tasks),) * len(months)),
    )
    reached = next((count for count in reversed(done) if count is not None), 0)
    told = said["进度"].format(tasks=len(summary.tasks), done=reached)
    return Chart(categories=months if summary.tasks else (), series=series, told=told)
