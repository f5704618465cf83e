import re
from typing import Any

import pytest
from entries import records
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from gongkai_cli.model.record import Record
from gongkai_cli.yamltext.append import append_item
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.read import load
from gongkai_cli.yamltext.write import record_text

ITEM = "  - 日期: 2021-09-28\n    任务: 15\n    进展: |-\n      一\n\n      二\n"
EMPTY_LIST = re.compile(rb"^((?:\xef\xbb\xbf)?\xe8\xae\xb0\xe5\xbd\x95:) *\[ *\]", re.MULTILINE)
slow = settings(deadline=None)

# --- ledgers as people leave them --------------------------------------------------------------------------------

HEADS = (
    "计划: p\n部门: 办公室\n",
    "# 台账\n计划: p\n\n部门: '办公室' # 局\n",
    "---\n计划: p\n",
    "说明: |\n  甲\n\n  记录:\n计划: p\n",
    "",
)
KEYS = ("记录:\n", "记录: # 只增不改\n", "记录:   \n", "记录:\n\n  # 从九月起\n")
EMPTY = ("记录: []\n", "记录: [ ] # 无\n")
VALUES = (
    "一", "“二”", "一 # 注", '"三 # \n      - 四"', "|\n    五\n\n    - 六", "|+\n    七\n\n\n", "|-\n    八",
    ">-\n    九\n    十", "[甲, 乙]", "{甲: 乙}", "\n    - 甲\n    - {乙: 丙}", "一\n      接着写", "'\n- 一\n'",
)  # fmt: skip
items = st.lists(st.sampled_from(VALUES), min_size=1, max_size=3).map(
    lambda said: "- " + "\n  ".join(f"键{n}: {value}" for n, value in enumerate(said)) + "\n"
)
between = st.sampled_from(("", "", "", "\n", "# 注\n", "      # 缩进的注\n"))
indents = st.sampled_from(("", " ", "  ", "    "))
ends = st.sampled_from(("", "", "\n\n", "# 完\n", "    # 完", "  "))


@st.composite
def ledgers(draw: st.DrawFn) -> str:
    indent = draw(indents)
    listed = draw(st.lists(items.map(lambda item: _indented(item, indent)), max_size=4))
    body = "".join(item + draw(between) for item in listed)
    key = draw(st.sampled_from(KEYS)) if listed else draw(st.sampled_from(KEYS + EMPTY))
    return draw(st.sampled_from(HEADS)) + key + body + draw(ends)


def _indented(item: str, indent: str) -> str:
    return re.sub(r"^(?=.)", indent, item, flags=re.MULTILINE)


def _file(text: str, line_end: str, mark: str, final: bool) -> bytes:
    text = text if final else text.rstrip("\n")
    return mark.encode() + text.replace("\n", line_end).encode()


files = st.builds(
    _file, ledgers(), st.sampled_from(("\n", "\r\n")), st.sampled_from(("", "\ufeff")), st.booleans()
)


@slow
@given(files, records)
def test_keeps_every_earlier_byte_and_adds_one_record(was: bytes, record: Record) -> None:
    before = _read(was)
    assume(isinstance(before, dict))
    item = record_text(record)
    now = append_item(was, "记录", item)
    assert now.startswith(EMPTY_LIST.sub(rb"\1", was))
    assert _read(now) == {**before, "记录": [*before.get("记录", []), *load(item)]}
    assert now.endswith(b"\n")
    assert b"\r\n" not in was or not re.search(rb"(?<!\r)\n", now)


def _read(data: bytes) -> Any:
    """With the newline that the last line of a text may lack."""
    try:
        return load(data.decode("utf-8-sig") + ("" if data.endswith(b"\n") else "\n"))
    except YamlFault:
        return None


# --- one by one --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("计划: p\n记录: []\n", "计划: p\n记录:\n{}"),
        ("计划: p\n记录: [ ] # 无", "计划: p\n记录: # 无\n{}"),
        ("计划: p", "计划: p\n记录:\n{}"),
        ("记录:\n  - 键: |\n      一", "记录:\n  - 键: |\n      一\n{}"),
        ("记录:\n  - 键: 一\n# 完\n", "记录:\n  - 键: 一\n# 完\n{}"),
        ("\ufeff记录:\n", "\ufeff记录:\n{}"),
        (
            '标题: "甲\n记录:\n  - 乙"\n记录:\n  - 键: 一\n',
            '标题: "甲\n记录:\n  - 乙"\n记录:\n  - 键: 一\n{}',
        ),
    ],
)
def test_adds_at_the_end(was: str, now: str) -> None:
    assert append_item(was.encode(), "记录", ITEM).decode() == now.format(ITEM)


def test_follows_the_indentation_and_the_line_ends_of_the_file() -> None:
    now = append_item("记录:\r\n- 键: 一\r\n".encode(), "记录", "  - 键: |-\n      二\n\n      三\n").decode()
    assert now == "记录:\r\n- 键: 一\r\n- 键: |-\r\n    二\r\n\r\n    三\r\n"


@pytest.mark.parametrize(
    ("was", "code"),
    [
        ("记录:\n  - 键: 一\n备注: 二\n", "list-not-last"),
        ("记录: []\n备注: 二\n", "list-not-last"),
        ("记录: [一]\n", "list-layout"),
        ("记录: 一\n", "list-layout"),
        ("记录:\n  - 键: 一\n...\n", "yaml-documents"),
        ("- 一\n", "list-layout"),
        ("# 空\n", "list-layout"),
        ('计划: "p\n', "yaml-syntax"),
        ("记录:\n  - 键: 一\n   键: 二\n", "yaml-syntax"),
    ],
)
def test_refuses_what_it_cannot_add_to(was: str, code: str) -> None:
    with pytest.raises(YamlFault) as refused:
        append_item(was.encode(), "记录", ITEM)
    assert refused.value.code == code


def test_refuses_another_encoding() -> None:
    with pytest.raises(YamlFault) as refused:
        append_item("计划: 甲\n记录:\n".encode("gb18030"), "记录", ITEM)
    assert refused.value.code == "encoding"
