"""The reporting windows (报送期) a notice sets: which periods, by when."""

import re
from collections.abc import Iterator
from datetime import date

from gongkai_cli.documents.block import Document, Paragraph
from gongkai_cli.model.plan import Window
from gongkai_cli.planimport.front import front_pattern
from gongkai_cli.planimport.item import Key
from gongkai_cli.rules.deadline import read_deadline

_SENTENCE = re.compile(r"[^。；]+")
_MONTHS = {
    "第一季度": (1, 3), "第二季度": (4, 6), "第三季度": (7, 9), "第四季度": (10, 12),
    "上半年": (1, 6), "下半年": (7, 12), "半年": (1, 6), "全年": (1, 12), "年度": (1, 12),
}  # fmt: skip
_QUARTER = re.compile(r"第?([一二三四1-4])季度")
_DIGITS = dict(zip("1234", "一二三四", strict=True))


def read_windows(document: Document, year: int, plan_starts: Key) -> tuple[Window, ...]:
    """Read sentences such as `于10月前、2022年1月前，向局办公室报送第三季度、第四季度…情况`.

    Periods and days are paired in the order they stand; where their numbers differ nothing is read.
    """
    texts = [
        block.text
        for index, block in enumerate(document.blocks)
        if isinstance(block, Paragraph) and (index,) < plan_starts
    ]
    found: dict[str, Window] = {}
    for text in texts:
        for window in _windows(text, year):
            found.setdefault(window.name, window)
    return tuple(sorted(found.values(), key=lambda window: window.start))


def _windows(text: str, year: int) -> Iterator[Window]:
    for sentence in _SENTENCE.findall(text):
        if not front_pattern("报送").search(sentence):
            continue
        names = [_name(name) for name in front_pattern("报送期").findall(sentence)]
        days = front_pattern("报送日").findall(front_pattern("报送期").sub("", sentence))
        if names and len(names) == len(days):
            yield from filter(None, (_window(name, day, year) for name, day in zip(names, days, strict=True)))


def _window(name: str, said: str, year: int) -> Window | None:
    due = read_deadline(said, year).due
    if due is None or name not in _MONTHS:
        return None
    first, last = _MONTHS[name]
    end = read_deadline(f"{year}年{last}月", year).due
    return Window(name=name, start=date(year, first, 1), end=end or due, due=due, text=said)


def _name(said: str) -> str:
    bare = re.sub(r"^[12]\d{3}年", "", said)
    found = _QUARTER.fullmatch(bare)
    return f"第{_DIGITS.get(found[1], found[1])}季度" if found else bare
