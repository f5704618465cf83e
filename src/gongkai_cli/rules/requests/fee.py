"""The processing fee of a request (信息处理费, 国办函〔2020〕109号): by count or by volume, never both; whole yuan."""

_FREE, _FIRST, _BLOCK = 10, 30, 10
_PAGES = ((30, 0), (100, 10), (200, 20))
_PAGES_BEYOND = 40


def by_count(requests: int) -> int:
    """Price the requests of one applicant in one calendar month (按件): 10 free, to 30 at 100, then dearer by tens."""
    _ensure_count(requests)
    return sum(_price(number) for number in range(_FREE + 1, requests + 1))


def by_volume(pages: int) -> int:
    """Price the pages of one application (按量): 30 free, to 100 at 10, to 200 at 20, beyond at 40."""
    _ensure_count(pages)
    total, below = 0, 0
    for limit, price in _PAGES:
        total += max(0, min(pages, limit) - below) * price
        below = limit
    return total + max(0, pages - below) * _PAGES_BEYOND


def _price(number: int) -> int:
    """Price the n-th request of a month."""
    return 100 if number <= _FIRST else 100 * (2 + (number - _FIRST - 1) // _BLOCK)


def _ensure_count(count: int) -> None:
    if count < 0:
        raise ValueError(count)


def fee(basis: str, quantity: int) -> int:
    """Price a quantity by the basis chosen: 按件 or 按量."""
    return by_count(quantity) if basis == "按件" else by_volume(quantity)
