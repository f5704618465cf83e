"""Plans and records with any text in them, for the properties of what is written."""

from datetime import date

from hypothesis import strategies as st

from gongkai_cli.model.plan import Plan, Source, Target, Task, UpperDocument, Window
from gongkai_cli.model.record import Evidence, Record, SecrecyReview

AWKWARD = (
    "15", "no", "2.10", "~", "null", "<<", "=", "-", "- a", "?", ": ", "a: b", "a:", "a #b", "#a", "“引”", "{甲: 乙}",
    "[甲]", "甲,乙", "尾 ", " 头", "　全角", "一\n二", "一\n\n  二", "一\n", "\n一", "一 \n二", "|", ">-", "&a", "*a",
    "!a", "%a", "@a", "`a", "'a'", '"a"', "\\n", "a\tb", "a\rb", "\x00", "\x85", "\u2028", "\ufeff", "\x7f", "---",
    "...", "https://x/y?z=1#k", "C:\\x", "一\n# 二", "一\r\n二", "10:30", "时间:10点", "a, b", "\U0001f600", "",
)  # fmt: skip
texts = st.sampled_from(AWKWARD) | st.text(st.characters(codec="utf-8"), max_size=20)
said = texts.filter(bool)
words = said.filter(lambda text: len(text) < 50)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
names = st.lists(texts, max_size=3).map(tuple)
doubts = st.dictionaries(words, texts, max_size=2)

targets = st.builds(Target, name=texts, at_least=st.integers(0, 99), of=texts, unit=texts)
tasks = st.builds(
    Task,
    id=texts, number=texts, chapter=texts, requirement=texts, lead=names, support=names, responsible_text=texts,
    deadline=texts, targets=st.lists(targets, max_size=2).map(tuple), upstream=texts, doubts=doubts,
)  # fmt: skip
plans = st.builds(
    Plan,
    id=texts, title=texts, year=st.integers(0, 9999), body=texts, issued=days, doubts=doubts,
    upper=st.lists(st.builds(UpperDocument, title=texts, document_number=texts), max_size=2).map(tuple),
    source=st.builds(Source, file=texts, sha256=texts),
    windows=st.lists(st.builds(Window, name=texts, start=days, end=days, due=days, text=texts), max_size=2).map(tuple),
    tasks=st.lists(tasks, max_size=4).map(tuple),
)  # fmt: skip
evidence = st.builds(
    Evidence,
    kind=st.sampled_from(("报道", "其他")), title=texts, url=texts, published=days,
    secrecy_review=st.builds(SecrecyReview, day=days, reviewer=texts),
)  # fmt: skip
records = st.builds(
    Record,
    day=days, task=texts, status=st.sampled_from(("推进中", "已完成")), progress=texts, effect=texts,
    counts=st.dictionaries(words, st.integers(0, 99), max_size=2),
    evidence=st.lists(evidence, max_size=2).map(tuple), reported_by=texts,
)  # fmt: skip
