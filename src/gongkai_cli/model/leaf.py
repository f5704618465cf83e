"""The leaves of a file that are no plain text: days, numbers, percentages. Full-width digits are accepted."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from msgspec import Meta

Percent = Annotated[str, Meta(pattern=r"^\d+(\.\d+)?%$")]
Signed = Annotated[int, Meta(description="有正负的整数")]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"\d{1,12}")
_SIGNED = re.compile(r"[-+]?\d{1,12}")
_AMOUNT = re.compile(r"\d{1,12}(\.\d{1,6})?")
_PERCENT = re.compile(r"\d+(\.\d+)?%")


def day(text: object) -> date:
    """Read a date written as 2021-09-28. Raises ValueError."""
    return date.fromisoformat(_halved(text, _DAY))


def whole(text: object) -> int:
    """Read a whole number not below zero. Raises ValueError."""
    return int(_halved(text, _WHOLE))


def signed(text: object) -> int:
    """Read a whole number with or without a sign: +3, -5 (also with the minus sign −). Raises ValueError."""
    return int(_halved(text.replace("−", "-") if isinstance(text, str) else text, _SIGNED))


def amount(text: object) -> Decimal:
    """Read an amount of money, exactly as many decimals as are written. Raises ValueError."""
    return Decimal(_halved(text, _AMOUNT))


def percent(text: object) -> str:
    """Read a percentage written as 50% or 37.5%. Raises ValueError."""
    return _halved(text, _PERCENT)


LEAVES: dict[Any, tuple[Callable[[Any], Any], str]] = {
    date: (day, "bad-date"),
    int: (whole, "bad-number"),
    Signed: (signed, "bad-number"),
    Decimal: (amount, "bad-amount"),
    Percent: (percent, "bad-value"),
}
"""Type → its reader, and the code of what it refuses."""


def _halved(text: object, shape: re.Pattern[str]) -> str:
    if not isinstance(text, str):
        raise ValueError(text)  # noqa: TRY004  a leaf that is no text is a wrong value, not a wrong call
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
    if not shape.fullmatch(plain):
        raise ValueError(text)
    return plain
