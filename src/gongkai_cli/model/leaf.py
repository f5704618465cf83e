"""The leaves of a file that are no plain text: days, whole numbers, percentages. Full-width digits are accepted."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from msgspec import Meta

Percent = Annotated[str, Meta(pattern=r"^\d+(\.\d+)?%$")]

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"\d{1,12}")
_PERCENT = re.compile(r"\d+(\.\d+)?%")


def day(text: object) -> date:
    """Read a date written as 2021-09-28. Raises ValueError."""
    return date.fromisoformat(_halved(text, _DAY))


def whole(text: object) -> int:
    """Read a whole number not below zero. Raises ValueError."""
    return int(_halved(text, _WHOLE))


def percent(text: object) -> str:
    """Read a percentage written as 50% or 37.5%. Raises ValueError."""
    return _halved(text, _PERCENT)


LEAVES: dict[Any, tuple[Callable[[Any], Any], str]] = {
    date: (day, "bad-date"),
    int: (whole, "bad-number"),
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
