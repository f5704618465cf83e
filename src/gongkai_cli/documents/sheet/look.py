"""A cell's number and its format → what people see: 1, 50%, 2021-09-30, 2021年9月, 001."""

import re
from datetime import date, datetime, time, timedelta
from functools import cache

from msgspec import Struct

_TOKENS = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|([0#?][0#?,.]*|\.[0#?]+)|(%)|(.)', re.DOTALL)
_GENERAL = re.compile(r"general|g/通用格式", re.IGNORECASE)
_DATE_LETTERS = frozenset("ymdhse")
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((14, 15, 30), "yyyy-mm-dd"),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), "yyyy年m月"),
    **dict.fromkeys((16, 28, 29, 51, 53, 54, 58), "m月d日"),
    31: "yyyy年m月d日",
    **dict.fromkeys((18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56), "hh:mm"),
    22: "yyyy-mm-dd hh:mm",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
}
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001  # a sheet knows no time zone
_LAST_DAY = 2_958_465  # 9999-12-31


class Look(Struct, frozen=True):
    """What a number format shows: the parts of a date (in words: 年月日), or digits between two texts."""

    parts: str = ""
    in_words: bool = False
    before: str = ""
    digits: str = ""
    after: str = ""
    percent: bool = False


PLAIN = Look(parts="ymdhm")


def built_in(number: int) -> str:
    """Return the format that Excel knows by this number, "" for the general one."""
    return _BUILT_IN.get(number, "")


def shown(value: float, form: str, *, from_1904: bool = False) -> str:
    """Write a number as its format shows it."""
    look = look_of(form)
    if look.parts and 0 <= value <= _LAST_DAY:
        return moment((_EPOCH_1904 if from_1904 else _EPOCH) + timedelta(days=value), look)
    if not look.digits:
        return plain(value)
    number = _digits(value * 100 if look.percent else value, look.digits)
    return f"{look.before}{number}{look.after}"


def plain(value: float) -> str:
    """Write a number without a format."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else format(value, ".15g")


def moment(value: datetime | date | time, look: Look = PLAIN) -> str:
    """Write a date with the parts that are shown; a month without its day is no day."""
    if isinstance(value, time):
        return value.isoformat("minutes")
    day = _day(value, look)
    if not isinstance(value, datetime) or not {"h", "s"}.intersection(look.parts):
        return day
    clock = (value + timedelta(seconds=0.5)).time().isoformat("minutes")
    return clock if not day else day if clock == "00:00" else f"{day} {clock}"


def _day(value: date, look: Look) -> str:
    parts = look.parts
    if {"y", "m", "d"} <= set(parts) and not look.in_words:
        return value.isoformat()[:10]
    year = f"{value.year}年" if "y" in parts else ""
    month = f"{value.month}月" if "m" in parts and ("y" in parts or "d" in parts or "h" not in parts) else ""
    return year + month + (f"{value.day}日" if "d" in parts else "")


@cache
def look_of(form: str) -> Look:
    """Read a number format: of its sections the first, which is for what is not negative."""
    before = digits = after = parts = ""
    percent = False
    for literal, escaped, bracket, number, per_cent, other in _TOKENS.findall(_first_section(form)):
        text = literal or escaped or per_cent or (other if other not in "@;" else "")
        percent |= bool(per_cent)
        if number and digits:  # a fraction, or a number with its exponent
            return Look()
        if number:
            digits = number
        elif other and other.lower() in _DATE_LETTERS:
            parts += other.lower().replace("e", "y")
        elif bracket.startswith("$"):
            text = bracket[1:].split("-")[0]
        elif bracket and bracket.lower().strip("hms") == "":
            parts += bracket.lower()[:1]
        after, before = (after + text, before) if digits else (after, before + text)
    if parts and not digits:
        in_words = not {"年", "月", "日"}.isdisjoint(before)
        return Look(parts=parts if "s" not in parts or "h" in parts else f"h{parts}", in_words=in_words)
    return Look(before=before, digits=digits, after=after, percent=percent)


def _first_section(form: str) -> str:
    if _GENERAL.search(form):
        return ""
    return re.sub(r'("[^"]*"|\\.|[^;"\\])(?=;)|;.*', lambda found: found[1] or "", form, flags=re.DOTALL)


def _digits(value: float, look: str) -> str:
    whole, _, fraction = look.partition(".")
    if not set(look) <= set("0#?,."):
        return plain(value)
    least = sum(sign in "0?" for sign in fraction)
    written = f"{abs(value):{',' if ',' in whole.rstrip(',') else ''}.{len(fraction)}f}"
    head, _, tail = written.partition(".")
    tail = tail[:least] + tail[least:].rstrip("0")
    head = head.zfill(whole.count("0"))
    sign = "-" if value < 0 and float(written.replace(",", "")) else ""
    return f"{sign}{head}.{tail}" if tail else f"{sign}{head}"
