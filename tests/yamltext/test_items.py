"""Which lines of a text belong to what: `---` parts one thing from the next, `·` its lead from its body."""

from textwrap import dedent

import pytest
from entries import records
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.model.record import Record
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.items import Item, listing
from gongkai_cli.yamltext.read import load
from gongkai_cli.yamltext.write import record_text

PARTED = {
    "comments belong to what stands below": """\
        # 台账
        ·
        计划: p
        ---

        # 谁填
        ·
        部门: 甲 # 局
        ---
        # 只增不改
        ·
        记录:
        ---
          # 电话报来
          ·
          - 日期: 2021-09-01
            进展: 一
        ---

          # 已核
          # 再核
          ·
          - {日期: 2021-09-02}
        """,
    "a blank line or a deeper indentation keeps them with what stands above": """\
        ·
        记录:

        # 从九月起
        ---

        ·
          - 日期: 2021-09-01
            # 进展待补
        # 以上已报
        ---

        ·
          - 日期: 2021-09-02
        # 完
        """,
    "a block of text keeps its blank lines": """\
        ·
        记录:
        ---
        ·
        - 进展: |+
            一

        ---
        # 二
        ·
        - 进展: >-
            # 不是批注
        """,
    "a dash may stand alone": """\
        ·
        记录:
        ---
        ·
          -
            # 注
            日期: 2021-09-01
        ---
        ·
          - # 注
            日期: 2021-09-02
        """,
    "quoted text may look like an item": """\
        ·
        说明: [一,
        二]
        ---
        ·
        记录:
        ---
        ·
        - 进展: '一
        - 二
        '
        ---
        ·
        - {进展: [一,
        二]}
        """,
}


@pytest.mark.parametrize("shown", PARTED.values(), ids=PARTED)
def test_a_text_is_parted(shown: str) -> None:
    parts = [part.split("·\n") for part in _plain(shown).split("---\n")]
    assert [(one.lead, one.body) for one in _all("".join(lead + body for lead, body in parts))] == [
        (lead, body) for lead, body in parts
    ]


def _plain(shown: str) -> str:
    return "\n".join("·" if line.strip() == "·" else line for line in dedent(shown).split("\n"))


def _all(text: str) -> list[Item]:
    found = listing(text)
    return [one for one in (*found.head, found.opening, *found.items) if one]


@given(st.lists(records, max_size=4))
def test_each_record_is_an_item_that_reads_alone(said: list[Record]) -> None:
    text = "计划: p\n记录:\n" + "".join(record_text(one) for one in said)
    try:
        found = listing(text)
    except YamlFault:  # characters that the reader refuses
        return
    assert [load(one.body) for one in found.items] == [[one.data] for one in found.items]
    assert "".join(one.text for one in _all(text)) == text


@pytest.mark.parametrize("text", ["- 一\n", "一\n", "{记录: []}\n"])
def test_what_is_no_mapping_line_by_line_is_refused(text: str) -> None:
    with pytest.raises(YamlFault):
        listing(text)


@pytest.mark.parametrize(
    "text", ["记录: 一\n", "记录: [一]\n", "记录: {一: 二}\n", "记录:\n  - 一\n", "甲:\n  乙: 丙\n"]
)
def test_a_last_key_that_holds_no_list_of_entries_belongs_to_the_head(text: str) -> None:
    found = listing(text)
    assert (found.opening, [one.text for one in found.head]) == (None, [text])
