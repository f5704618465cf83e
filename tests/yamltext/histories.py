"""Histories of a ledger: what it held when branches parted, and what each branch made of it."""

from collections import Counter

from hypothesis import strategies as st
from msgspec import Struct, json

from gongkai_cli.yamltext.read import load

Bag = Counter[bytes]


class Kept(Struct, frozen=True):
    """A record as a clerk keeps it: what it says, the comment above it, whether it stands on one line."""

    day: int
    task: int
    said: str
    comment: str = ""
    flat: bool = False

    def lines(self) -> str:
        """The record's lines in a ledger."""
        pairs = {"日期": f"2021-09-{self.day:02}", "任务": str(self.task), "进展": self.said}
        above = f"  # {self.comment}\n" if self.comment else ""
        if self.flat:
            return f"{above}  - {{{', '.join(f'{key}: {value}' for key, value in pairs.items())}}}\n"
        return above + "  - " + "    ".join(f"{key}: {value}\n" for key, value in pairs.items())


SAYINGS = ("甲", "乙", "“丙”", '"丁\n      戊"', "|\n      己\n\n      庚", "'\n- 辛'")
COMMENTS = ("", "", "", "电话报来", "待补佐证")
kept = st.builds(
    Kept,
    st.integers(1, 4),
    st.integers(1, 2),
    st.sampled_from(SAYINGS),
    st.sampled_from(COMMENTS),
    st.booleans(),
).map(lambda one: Kept(one.day, one.task, one.said, one.comment, one.flat and one.said.isalpha()))
histories = st.lists(kept, max_size=5)


@st.composite
def branches(draw: st.DrawFn, base: list[Kept]) -> list[Kept]:
    """What a branch makes of a ledger: records kept, changed, taken away, moved, added."""
    records: list[Kept] = []
    for one in base:
        fate = draw(st.sampled_from(("kept", "kept", "kept", "changed", "gone")))
        if fate != "gone":
            said = one.said if fate == "kept" else draw(st.sampled_from(("改甲", "改乙")))
            records.append(Kept(one.day, one.task, said, one.comment))
    if draw(st.booleans()):
        records = draw(st.permutations(records))
    return [*records, *draw(st.lists(kept, max_size=3))]


@st.composite
def written(draw: st.DrawFn, records: list[Kept]) -> bytes:
    """A ledger's file, in one of the ways that editors write it."""
    text = "# 台账\n计划: p\n部门: 办公室\n记录:\n" + "".join(one.lines() for one in records)
    if not records:
        text = text.replace("记录:", draw(st.sampled_from(("记录:", "记录: []", "记录: # 暂无"))))
    mark, line_end = draw(st.sampled_from(("", "", "\ufeff"))), draw(st.sampled_from(("\n", "\n", "\r\n")))
    text = text if draw(st.integers(0, 3)) else text.rstrip("\n")
    return (mark + text.replace("\n", line_end)).encode()


def bag(data: bytes) -> Bag:
    """Count the records a file holds, by what they say."""
    text = data.decode("utf-8-sig")
    read = load(text if text.endswith("\n") else f"{text}\n")
    assert isinstance(read, dict)
    return Counter(json.encode(record, order="sorted") for record in read.get("记录", []))


def expected(base: Bag, *sides: Bag) -> Bag:
    """As often as in the side that has most of it, where a side wrote it; else as in the side that has least."""
    counts = {one: [side[one] for side in sides] for one in {*base}.union(*sides)}
    return +Counter({one: max(many) if max(many) > base[one] else min(many) for one, many in counts.items()})
