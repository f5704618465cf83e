"""The columns of the sheet that offices fill in (`sheet.yaml`), for the writer and the reader of it alike."""

import unicodedata
from functools import cache

from msgspec import Struct

from gongkai_cli.lexicon.load import words

NUMBER, ID, SECTION, REQUIREMENT, DEADLINE, DUTY, LAST = (
    "序号", "任务编号", "工作任务", "具体要求", "完成时限", "分工", "上次进展",
)  # fmt: skip
DAY, STATUS, WINDOW, COUNTS, TITLES, LINKS = "日期", "状态", "报送期", "计数", "佐证标题", "佐证链接"
CORRECTS = "更正"


class Column(Struct, frozen=True):
    """A column: its heading, its width in half-width characters, whether the office fills it in.

    `shown` says when the sheet has it (always where empty), `also` what else it may be called.
    """

    name: str
    width: int
    fill: bool
    shown: str
    also: tuple[str, ...]


@cache
def columns() -> tuple[Column, ...]:
    """List the columns in their order."""
    return tuple(
        Column(one["名"], int(one["宽"]), "填" in one, one.get("印", ""), tuple(one.get("又称", ())))
        for one in words("sheet")["列"]
    )


def column_of(heading: str) -> Column | None:
    """Tell which column a heading names, however it is spaced; None where it is none of ours."""
    return _names().get(squeezed(heading))


def squeezed(text: str) -> str:
    """Take out the blanks and make full-width letters and digits narrow."""
    return "".join(unicodedata.normalize("NFKC", text).split())


@cache
def _names() -> dict[str, Column]:
    others = {other: one for one in columns() for other in one.also}
    return others | {one.name: one for one in columns()}
