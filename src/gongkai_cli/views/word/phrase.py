"""Small turns of written Chinese that every report needs: days, lists, endings, short forms."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from gongkai_cli.views.width import wide

_ORDINAL = re.compile(
    r"^(?:第?[一二三四五六七八九十百]+[、.．]|[（(](?:[一二三四五六七八九十百]+|\d{1,2})[)）]|\d+[.．、])\s*"
)
_LOOSE_END = "。；;：:，,、 \u3000"
_STOPS = "。！？；;…"
_OPENING, _CLOSING = "“‘《（(〔", "”’》）)〕"
_NUMERALS = "零一二三四五六七八九"


def day_words(day: date) -> str:
    """Write a date as official papers do: 2021年9月28日."""
    return f"{day.year}年{day.month}月{day.day}日"


def heading(text: str) -> str:
    """A heading alone on its line: without the number it was printed with, and without a full stop."""
    line = " ".join(text.split())
    return _ORDINAL.sub("", line).rstrip(_LOOSE_END)


def sentence(text: str) -> str:
    """End a text with a full stop unless it ends with a mark of its own."""
    text = text.strip()
    return text if not text or text[-1] in _STOPS else text.rstrip(_LOOSE_END) + "。"


def shortened(text: str, limit: int) -> str:
    """The first sentence, or as much of it as `limit` allows, cut at a pause outside all brackets and marked ……."""
    first = re.split(r"[。\n]", text.strip(), maxsplit=1)[0].rstrip(_LOOSE_END)
    if len(first) <= limit:
        return first
    return first[: _pause(first[:limit]) or limit].rstrip(_LOOSE_END) + "……"


def _pause(text: str) -> int:
    """Where the text pauses last with no bracket or quotation open; 0 if nowhere after its first third."""
    found = depth = 0
    for place, mark in enumerate(text):
        depth += (mark in _OPENING) - (mark in _CLOSING)
        if depth == 0 and place >= len(text) // 3 and mark in _LOOSE_END + _CLOSING:
            found = place + 1
    return found


def counted(counts: Mapping[str, int]) -> str:
    """红灯2项、黄灯5项: what there is none of is not mentioned."""
    return "、".join(f"{name}{count}项" for name, count in counts.items() if count)


def numbers(ids: Iterable[str]) -> str:
    """第15项、第16项: bare figures between 、 make a line that some programs cannot break."""
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
    """A title on as few lines as it fits, broken after the body or where `rest` may break: no word is broken."""
    lines = [body] if body else []
    for piece in rest.split("\n"):
        if lines and wide(lines[-1] + piece) <= 2 * limit:
            lines[-1] += piece
        else:
            lines.append(piece)
    return "\n".join(lines)
