"""Small turns of written Chinese that every report needs: days, lists, endings, short forms."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

_ORDINAL = re.compile(
    r"^(?:第?[一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十百]+[)）]|\d+[.．、])\s*"
)
_LOOSE_END = "。；;：:，,、 \u3000"
_STOPS = "。！？；;…"
_PAUSES = "。；;：:，,、）)"
_NUMERALS = "零一二三四五六七八九"


def day_words(day: date) -> str:
    """Write a date as official papers do: 2021年9月28日."""
    return f"{day.year}年{day.month}月{day.day}日"


def short_day(day: date, year: int) -> str:
    """Write a date without its year where that is the year of the plan."""
    return f"{day.month}月{day.day}日" if day.year == year else day_words(day)


def heading(text: str) -> str:
    """A heading alone on its line: without the number it was printed with, and without a full stop."""
    line = " ".join(text.split())
    return _ORDINAL.sub("", line).rstrip(_LOOSE_END)


def sentence(text: str) -> str:
    """End a text with a full stop unless it ends with a mark of its own."""
    text = text.strip()
    return text if not text or text[-1] in _STOPS else text.rstrip(_LOOSE_END) + "。"


def shortened(text: str, limit: int) -> str:
    """The first sentence, or as much of it as `limit` allows, cut at a pause and marked with ……."""
    first = re.split(r"[。\n]", text.strip(), maxsplit=1)[0]
    if len(first) <= limit:
        return first.rstrip(_LOOSE_END)
    pause = max(first.rfind(mark, limit // 2, limit) for mark in _PAUSES)
    return first[: pause if pause > 0 else limit].rstrip(_LOOSE_END) + "……"


def counted(counts: Mapping[str, int]) -> str:
    """红灯2项、黄灯5项: what there is none of is not mentioned."""
    return "、".join(f"{name}{count}项" for name, count in counts.items() if count)


def numbers(ids: Iterable[str]) -> str:
    """第15项、第16项."""
    return "、".join(f"第{one}项" for one in ids)


def share(part: int, whole: int) -> str:
    """A share in percent with at most one decimal: 37.5%, 50%."""
    return f"{round(100 * part / whole, 1):g}%" if whole else "0%"


def ordinal(number: int) -> str:
    """Chinese numeral of a heading, 1 to 99: 三, 十二, 二十."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else ("" if tens == 1 else _NUMERALS[tens]) + "十"
    return ten + (_NUMERALS[ones] if ones or not tens else "")


def title_lines(body: str, rest: str, limit: int) -> str:
    """A title on one line if it fits, else the body on a line of its own: no word is broken."""
    return body + rest if len(body + rest) <= limit or not body else f"{body}\n{rest}"
