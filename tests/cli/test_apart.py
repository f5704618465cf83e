"""A workspace's own template runs in a process of its own."""

from datetime import date

import pytest

from gongkai_cli.cli.report.apart import Order, answer, render_apart
from gongkai_cli.model.convert import convert
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.problem import Refusal
from gongkai_cli.model.workspace import Config, Sourced, Workspace
from gongkai_cli.rules.summary import summarise
from gongkai_cli.store.templates import shipped
from gongkai_cli.views.word.basis import Basis
from gongkai_cli.views.word.report import render

PLAN = {
    "计划": "p",
    "标题": "要点",
    "年度": "2021",
    "任务": [{"编号": "1", "具体要求": "公开。", "牵头": ["甲处"]}],
}
DAY = date(2021, 9, 20)


def order(template: bytes) -> Order:
    plan, _ = convert(PLAN, Plan, "p.yaml")
    workspace = Workspace(plans=(Sourced("p.yaml", plan),))
    summary = summarise(workspace, DAY, ["p"]).plans[0]
    return Order("year-end", Basis(summary=summary, as_of=DAY, config=Config()), template, ".")


def no_pictures(file: str) -> bytes:
    raise FileNotFoundError(file)


def test_the_child_makes_the_same_report() -> None:
    asked = order(shipped("year-end"))
    assert render_apart(asked) == render(asked.kind, asked.basis, asked.template, no_pictures)


def test_a_refusal_comes_back() -> None:
    with pytest.raises(Refusal) as refusal:
        render_apart(order(b"no docx"))
    assert refusal.value.code == "template-not-docx"
    assert answer(order(b"no docx")).code == "template-not-docx"


def test_a_template_that_never_ends_is_stopped() -> None:
    with pytest.raises(Refusal) as refusal:
        render_apart(order(shipped("year-end")), seconds=0.01)
    assert refusal.value.about == {"seconds": "0.01"}
