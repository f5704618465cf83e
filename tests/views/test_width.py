import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from gongkai_cli.views.width import clipped, one_line, padded, wide, wrapped

TEXT = st.text(st.sampled_from("政务公开2021年 policy，。“六稳”（处）…https://a.b/c●√"), max_size=60)


@pytest.mark.parametrize(
    ("text", "cells"),
    [("", 0), ("abc", 3), ("公开", 4), ("“六稳”", 6), ("●▲■√", 4), ("e\u0301", 1), ("ＡＢ", 4)],
)
def test_a_chinese_character_takes_two_cells(text: str, cells: int) -> None:
    assert wide(text) == cells


@given(TEXT)
def test_cells_are_counted_as_rich_counts_them(text: str) -> None:
    assert wide(text) == cell_len(text)


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("记录15（2021-09-28）", 15, ["记录15", "（2021-09-28）"]),
        ("类型: 报道, 标题", 10, ["类型: 报", "道, 标题"]),
    ],
)
def test_a_bracket_stays_with_what_it_opens_and_a_comma_with_what_it_follows(
    text: str, room: int, lines: list[str]
) -> None:
    assert wrapped(text, room) == lines


@given(TEXT, st.integers(min_value=2, max_value=40))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, room: int) -> None:
    lines = wrapped(text, room)
    assert all(wide(line) <= room for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(TEXT, st.integers(min_value=1, max_value=40))
def test_a_clipped_text_fits(text: str, room: int) -> None:
    assert wide(clipped(text, room)) <= room


def test_no_line_begins_with_a_closing_mark() -> None:
    assert wrapped("落实政务公开，加大力度。", 12) == ["落实政务公", "开，加大力", "度。"]
    assert wrapped("见“六稳”工作", 9) == ["见“六稳”", "工作"]


def test_words_and_links_stay_whole_where_they_fit() -> None:
    assert wrapped("打开 https://a.cn 查看", 16) == ["打开", "https://a.cn 查", "看"]


def test_a_long_word_is_broken_after_all() -> None:
    assert wrapped("abcdefgh", 3) == ["abc", "def", "gh"]


def test_padding_counts_cells() -> None:
    assert padded("处室", 6) == "处室  "


def test_nothing_steers_the_terminal() -> None:
    assert one_line(" 红\x1b[31m灯\r\n第二行\u202e ") == "红 [31m灯 第二行"
