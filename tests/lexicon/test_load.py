import pytest

from gongkai_cli.lexicon.load import message
from gongkai_cli.lexicon.nearest import nearest


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("2.3", "2-2、2-3", "，是不是“2-3”？"),
        ("guangzhou-sports-2021/15", "15、16", "，是不是“15”？"),
        ("１５", "15、16", "，是不是“15”？"),
        ("推进中　", "推进中、持续推进", "，是不是“推进中”？"),
        ("进展情况", "日期、进展、成效", "，是不是“进展”？"),
        ("宣传处", "办公室\n各科室、单位\n法规宣传处", "，是不是“法规宣传处”？"),
        ("红灯", "推进中、已完成", "；"),
        ("甲", "", "；"),
    ],
)
def test_the_word_probably_meant(word: str, known: str, said: str) -> None:
    assert nearest(word, known) == said


def test_a_reason_given_in_english_is_said_in_chinese() -> None:
    for detail, said in {
        "Permission denied": "没有权限",
        "Something odd": "系统没有说明原因",
        "拒绝访问": "拒绝访问",
    }.items():
        assert message("unreadable", {"detail": detail}) == f"读不了这个文件（{said}）"
    assert "与上下文对不上" in message("yaml-syntax", {"detail": "something odd"})
