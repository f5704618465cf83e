"""Another library knows the same working days, but for the differences explained here."""

from datetime import date, timedelta

import holidays
import pytest

from gongkai_cli.rules.workdays import is_workday

# day → why the two differ, and which of them is right
EXPLAINED = {
    date(2005, 12, 31): "a Saturday worked to free 2006-01-03; the calendar library lacks it (its issue 125)",
}
YEARS = range(2004, 2027)


@pytest.mark.parametrize("year", YEARS)
def test_two_libraries_agree(year: int) -> None:
    other = holidays.country_holidays("CN", years=year)
    days = (date(year, 1, 1) + timedelta(days=number) for number in range(366))
    differing = {day for day in days if day.year == year and is_workday(day) != other.is_working_day(day)}
    assert differing == {day for day in EXPLAINED if day.year == year}


def test_the_other_library_guesses_where_ours_calls_it_provisional() -> None:
    from gongkai_cli.rules.workdays import is_provisional

    first_of_october = date(2099, 10, 1)
    assert is_provisional(first_of_october)
    assert is_workday(first_of_october)  # a Thursday like any other, until a list says otherwise
    assert not holidays.country_holidays("CN", years=2099).is_working_day(first_of_october)
