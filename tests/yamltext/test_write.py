from datetime import date
from pathlib import Path

import pytest
from entries import AWKWARD, plans, records, said, texts
from hypothesis import given, settings
from judge import judged

from gongkai_cli.model.convert import convert
from gongkai_cli.model.plan import (
    FixedDue,
    Plan,
    Publication,
    Source,
    Target,
    Task,
    UpperDocument,
    Window,
)  # fmt: skip
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.record import Evidence, Record, SecrecyReview
from gongkai_cli.yamltext import scalar
from gongkai_cli.yamltext.read import load
from gongkai_cli.yamltext.write import plan_text, record_text

CASES = Path(__file__).parents[1] / "cases" / "yamltext"
slow = settings(deadline=None)

PLAN = Plan(
    id="guangzhou-sports-2021",
    title="广州市体育局2021年政务公开工作要点具体分工方案",
    year=2021,
    body="广州市体育局",
    document_number="穗体办〔2021〕3号",
    issued=date(2021, 7, 20),
    published=Publication(day=date(2021, 8, 1), url="https://tyj.gz.gov.cn/x?id=3"),
    upper=(
        UpperDocument(title="广州市2021年政务公开工作要点分工方案", document_number="穗府办函〔2021〕47号"),
    ),
    source=Source(file="data/sources/x.txt", sha256="ab" * 32),
    windows=(
        Window(
            name="第三季度",
            start=date(2021, 7, 1),
            end=date(2021, 9, 30),
            due=date(2021, 9, 30),
            text="10月前",
        ),
    ),
    tasks=(
        Task(
            id="15",
            chapter="二、紧扣宏观政策落地见效深化政务公开",
            section="(一)持续加强重大政策发布解读",
            requirement="重点围绕做好“六稳”工作：一是……\n\n二是……",
            lead=("办公室", "法规宣传处"),
            support=("各处室",),
            responsible_text="区财政局牵头,会同各有关单位……",
            deadline="全年",
            fixed_due=FixedDue(day=date(2021, 8, 31), ground="局务会议"),
            targets=(
                Target(name="政府开放日", at_least=3, unit="次"),
                Target(name="多元化解读", of="政策解读", not_below="50%"),
            ),
            upstream="guangzhou-2021/15",
            locator="表1第12行",
            doubts={"牵头": "沿用上一行"},
        ),
        Task(id="2-1", requirement="15", deadline="no"),
    ),
)
RECORD = Record(
    day=date(2021, 9, 28),
    task="15",
    status="推进中",
    window="第三季度",
    progress="举办“十四五”规划新闻发布会1场。\n会后答记者问: 3 问",
    counts={"新闻发布会": 1},
    evidence=(
        Evidence(
            kind="报道", title="发布会, 答问", url="https://tyj.gz.gov.cn/1.html", published=date(2021, 9, 21)
        ),
        Evidence(
            kind="网页截图",
            file="evidence/2021/1.png",
            secrecy_review=SecrecyReview(day=date(2021, 9, 20), reviewer="王五"),
        ),
    ),
    reported_by="演示",
)


def test_writes_a_plan_in_the_house_layout() -> None:
    assert plan_text(PLAN) == (CASES / "plan.yaml").read_text("utf-8")


def test_writes_a_record_in_the_house_layout() -> None:
    assert record_text(RECORD) == (CASES / "record.yaml").read_text("utf-8")


@slow
@given(plans)
def test_any_plan_reads_back(plan: Plan) -> None:
    text = plan_text(plan)
    assert convert(load(text), Plan, "") == (plan, ())
    assert judged(text) == load(text)


@slow
@given(records)
def test_any_record_reads_back(record: Record) -> None:
    text = record_text(record)
    assert convert(load(text)[0], Record, "") == (record, ())  # type: ignore[index, arg-type]
    assert judged(text) == load(text)


@slow
@given(texts)
def test_any_text_reads_back_wherever_it_stands(text: str) -> None:
    assert load(f"甲: {scalar.block(text)}\n") == {"甲": text}
    assert load(f"- {{甲: [{scalar.flow(text)}, 乙]}}\n") == [{"甲": [text, "乙"]}]


@slow
@given(said)
def test_any_text_of_several_lines_reads_back(text: str) -> None:
    written = scalar.literal(text, "    ")
    assert written is None or load(f"- 甲: {written}\n  乙: 丙\n") == [{"甲": text, "乙": "丙"}]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("15", "15"),
        ("no", "no"),
        ("2.10", "2.10"),
        ("“六稳”工作", "“六稳”工作"),
        ("https://x.cn/a", "https://x.cn/a"),
        ("注意: 事项", '"注意: 事项"'),
        ("甲 #乙", '"甲 #乙"'),
        ("甲{乙}", "甲{乙}"),
        ("尾 ", '"尾 "'),
        ("", '""'),
        ("~", '"~"'),
        ("\ufeff甲\\", '"\\uFEFF甲\\\\"'),
    ],
)
def test_quotes_only_what_needs_it(text: str, written: str) -> None:
    assert scalar.block(text) == written


def test_refuses_half_a_character() -> None:
    with pytest.raises(Refusal) as refused:
        record_text(Record(day=date(2021, 9, 1), task="1", status="推进中", progress="坏\ud83d"))
    assert refused.value.code == "unwritable-text"


@pytest.mark.parametrize("key", ["", "长" * 400])
def test_refuses_a_name_that_cannot_be_a_key(key: str) -> None:
    with pytest.raises(Refusal) as refused:
        record_text(Record(day=date(2021, 9, 1), task="1", status="推进中", counts={key: 1}))
    assert refused.value.code == "unwritable-key"


def test_awkward_texts_are_tried() -> None:
    assert len(set(AWKWARD)) == len(AWKWARD)
