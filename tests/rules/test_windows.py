"""Which window is the one to file for."""

from datetime import date

import pytest

from gongkai_cli.model.plan import Window
from gongkai_cli.rules.windows import current

THIRD = Window(name="第三季度", start=date(2021, 7, 1), end=date(2021, 9, 30), due=date(2021, 10, 8))
FOURTH = Window(name="第四季度", start=date(2021, 10, 1), end=date(2021, 12, 31), due=date(2022, 1, 8))
HALF = Window(name="上半年", start=date(2021, 1, 1), end=date(2021, 6, 30), due=date(2021, 6, 30))
YEAR = Window(name="全年", start=date(2021, 1, 1), end=date(2021, 12, 31), due=date(2021, 12, 31))


@pytest.mark.parametrize(
    ("windows", "day", "wanted"),
    [
        ([FOURTH, THIRD], date(2021, 6, 30), None),
        ([FOURTH, THIRD], date(2021, 7, 1), THIRD),
        ([FOURTH, THIRD], date(2021, 10, 8), THIRD),
        ([FOURTH, THIRD], date(2021, 10, 9), FOURTH),
        ([FOURTH, THIRD], date(2022, 3, 1), FOURTH),
        ([HALF, YEAR], date(2021, 6, 30), HALF),
        ([HALF, YEAR], date(2021, 7, 1), YEAR),
    ],
)
def test_the_current_window_is_the_one_to_be_filed_next(
    windows: list[Window], day: date, wanted: Window | None
) -> None:
    assert current(windows, day) == wanted
