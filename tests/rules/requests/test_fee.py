import pytest

from gongkai_cli.rules.requests.fee import by_count, by_volume

BY_COUNT = {0: 0, 10: 0, 11: 100, 30: 2000, 31: 2200, 35: 3000, 40: 4000, 45: 5500, 50: 7000}
BY_VOLUME = {0: 0, 30: 0, 31: 10, 100: 700, 150: 1700, 200: 2700, 250: 4700}


@pytest.mark.parametrize(("requests", "yuan"), BY_COUNT.items())
def test_fee_by_count(requests: int, yuan: int) -> None:
    assert by_count(requests) == yuan


@pytest.mark.parametrize(("pages", "yuan"), BY_VOLUME.items())
def test_fee_by_volume(pages: int, yuan: int) -> None:
    assert by_volume(pages) == yuan


@pytest.mark.parametrize("fee", [by_count, by_volume])
def test_a_negative_count_is_no_count(fee: type) -> None:
    with pytest.raises(ValueError, match="-1"):
        fee(-1)
