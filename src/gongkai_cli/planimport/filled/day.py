"""A day as clerks write it → a date: 2021.9.28, 2021/9/28, 2021年9月28日, 20210928, 9月28日, a sheet's own number."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date, timedelta

_CLOCK = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2})?$")
_YEAR_FIRST = re.compile(r"(\d{4})(?:[-./年—–](\d{1,2})[-./月—–](\d{1,2})日?|(\d{2})(\d{2}))")
_MONTH_FIRST = re.compile(r"(\d{1,2})(?:月(\d{1,2})日?|[-/](\d{1,2}))")  # 9.3 may have been 9.30
_SERIAL = re.compile(r"\d{5}")
_EPOCH = date(1899, 12, 30)


def days(text: str, year: int) -> list[date]:
    """Return the days a text can mean under a plan of a year: of what names no year, January to March after it.

    None where it is no day; two where it names no year and either would do.
    """
    plain = _CLOCK.sub("", unicodedata.normalize("NFKC", text).strip()).replace(" ", "")
    if found := _YEAR_FIRST.fullmatch(plain):
        return list(_existing([_numbers(found)]))
    if found := _MONTH_FIRST.fullmatch(plain):
        told = _existing([(year, *_numbers(found)), (year + 1, *_numbers(found))])
        return [one for one in told if one <= date(year + 1, 3, 31)]
    return [_EPOCH + timedelta(days=int(plain))] if _SERIAL.fullmatch(plain) else []


def _numbers(found: re.Match[str]) -> tuple[int, ...]:
    return tuple(int(one) for one in found.groups() if one)


def _existing(told: list[tuple[int, ...]]) -> Iterator[date]:
    for year, month, day in told:
        try:
            yield date(year, month, day)
        except ValueError:
            continue
