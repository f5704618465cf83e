"""Deadlines inside a requirement, marked with 【】 in `tests/cases/rules/phrases/*.txt`; one sentence a line."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.rules.deadline_phrases import phrases_in

CASES = Path(__file__).parents[1] / "cases" / "rules" / "phrases"
SENTENCES = [line for file in sorted(CASES.glob("*.txt")) for line in file.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("marked", SENTENCES)
def test_finds_the_phrases_marked(marked: str) -> None:
    text = re.sub("[【】]", "", marked)
    found = [text[start:end] for start, end in phrases_in(text)]
    assert found == re.findall("【(.+?)】", marked)


@given(st.text() | st.text("年月日底前后待出台印发季度第八十21０，。", max_size=30))
def test_never_raises_and_stays_inside_the_text(text: str) -> None:
    assert all(0 <= start < end <= len(text) for start, end in phrases_in(text))
