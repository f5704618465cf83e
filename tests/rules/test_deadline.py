"""Deadlines read as `tests/cases/rules/deadlines/*.yaml` say: the words, then what they mean (plan of 2021)."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.deadline import Deadline, Kind
from gongkai_cli.rules.deadline import Reckoning, read_deadline
from gongkai_cli.yamltext.read import load

CASES = Path(__file__).parents[1] / "cases" / "rules" / "deadlines"
FILES = sorted(CASES.glob("*.yaml"))
ISSUED = date(2021, 7, 20)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_reads_the_words_of_the_table(file: Path) -> None:
    table = load(file.read_text("utf-8"))
    assert isinstance(table, dict)
    meant = {text: shown(read_deadline(unquoted(text), 2021, issued=ISSUED)) for text in table}
    assert meant == table


def unquoted(text: str) -> str:
    """A key of a table cannot be empty: (空白) stands for it."""
    return "" if text == "(空白)" else text


def shown(deadline: Deadline) -> str:
    """`by_date 2021-08-31 (2021-09-30)`, `dispatch 市财政局`, `recurring 03-31 06-30`."""
    days = [f"{deadline.due}"] if deadline.due else []
    days += [f"({deadline.latest})"] if deadline.latest else []
    days += [f"{due:%m-%d}" for due in deadline.dues]
    return " ".join([deadline.kind.value, *days, deadline.dispatcher]).strip()


@pytest.mark.parametrize(
    ("text", "due"),
    [("9月前", date(2021, 9, 30)), ("2022年1月前", date(2022, 1, 31)), ("第三季度前", date(2021, 9, 30))],
)
def test_the_other_reading_of_before_a_month_has_one_day(text: str, due: date) -> None:
    found = read_deadline(text, 2021, reckoning=Reckoning("当月末"))
    assert (found.kind, found.due, found.latest) == (Kind.BY_DATE, due, None)


def test_counts_from_the_day_of_issue_only_where_the_plan_states_it() -> None:
    assert read_deadline("印发后30日内", 2021) == Deadline(text="印发后30日内", kind=Kind.RELATIVE)
    assert read_deadline("印发后30日内", 2021, issued=date(2021, 1, 31)).due == date(2021, 3, 2)
    assert read_deadline("印发后1个月内", 2021, issued=date(2021, 1, 31)).due == date(2021, 2, 28)
    assert read_deadline("印发后2周内", 2021, issued=date(2021, 12, 31)).due == date(2022, 1, 14)


def test_a_recurring_deadline_begins_when_the_plan_is_issued() -> None:
    assert [due.month for due in read_deadline("每季度", 2021).dues] == [3, 6, 9, 12]
    assert [due.month for due in read_deadline("每季度", 2021, issued=ISSUED).dues] == [9, 12]


def test_keeps_the_words_as_printed() -> None:
    assert read_deadline(" ９月底 前。", 2021).text == " ９月底 前。"


PIECES = "年月日季度上下半旬底末前内后每根据按照统一部署待出台印发已完成长期持续推进第一二十〇○两0123456789９-./—,，。 "


@given(st.text() | st.text(PIECES, max_size=24), st.integers(-9999, 10**12), st.none() | st.dates())
def test_never_raises(text: str, year: int, issued: date | None) -> None:
    found = read_deadline(text, year, issued=issued)
    assert found.text == text
    assert (found.latest or date.max) >= (found.due or date.min)


def test_every_phrase_of_the_lexicon_is_reached_by_a_case() -> None:
    texts = [unquoted(text) for file in FILES for text in load(file.read_text("utf-8")) or ()]
    reached = {phrase for text in texts if (phrase := phrase_of(text)) is not None}
    assert reached == set(range(len(words("deadlines")["句式"])))


def phrase_of(text: str) -> int | None:
    from gongkai_cli.rules.grammar import compiled
    from gongkai_cli.rules.spelling import plain

    said = plain(text)
    phrases = words("deadlines")["句式"]
    fitting = (n for n, phrase in enumerate(phrases) if compiled(phrase["写"]).fullmatch(said) and said)
    return next(fitting, None)
