"""Names of evidence files: the clerk's own, as far as every system can store it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.store.evidence.filename import safe


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("会议 纪要（终稿）.docx", "会议 纪要（终稿）.docx"),
        ("换\n行\t.png", "换_行_.png"),
        ("a/b\\c:d.png", "a_b_c_d.png"),
        ('什么?*"<>|.png', "什么______.png"),
        ("..", "_"),
        (".隐藏", "隐藏"),
        ("~$草稿.docx", "$草稿.docx"),
        ("结尾. ", "结尾"),
        ("CON", "_CON"),
        ("con.txt", "_con.txt"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("console.txt", "console.txt"),
        ("\u202e倒.png", "_倒.png"),
        (unicodedata.normalize("NFD", "é.png"), "é.png"),
        ("\udcff坏.png", "_坏.png"),
        ("长" * 200 + ".png", "长" * 65 + ".png"),
        ("没有" * 100, "没有" * 33),
    ],
)
def test_a_name_is_kept_as_far_as_it_can_be(name: str, kept: str) -> None:
    assert safe(name) == kept


@given(st.text(alphabet=st.characters()))
def test_any_name_is_made_fit_and_then_stays(name: str) -> None:
    fit = safe(name)
    assert 0 < len(fit.encode()) <= 200
    assert not set(fit) & set('/\\:*?"<>|\n\0')
    assert fit[0] not in ".~ "
    assert fit[-1] not in ". "
    assert safe(fit) == fit
