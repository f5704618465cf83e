"""A finished report read back: whether every task is in it, and what is left to fill in."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from lxml import etree

from gongkai_cli.model.plan import Plan
from gongkai_cli.model.problem import Refusal
from gongkai_cli.views.word.clean import clean
from gongkai_cli.views.word.extract import cell_text, paragraph_text
from gongkai_cli.views.word.ooxml import w

_MARK = "〔请补充"
_HEADS = ("序号", "具体要求")
_HEADING = re.compile(r"[一二三四五六七八九十]+、.{1,30}")
_ITEM = re.compile(r"第[0-9A-Za-z-]+项")
_CLAUSE_END = re.compile("[。；〕]")
_GAP, _GAP_END = "〔请补充", "〕"


def ensure_complete(body: Any, plan: Plan) -> None:
    """Refuse a report whose ledger does not carry every task once, word for word."""
    found = list(_ledger_rows(body))
    there = set(found)
    expected = [(task.id, _plain(task.requirement)) for task in plan.tasks]
    if found != expected:
        missing = [task for task, requirement in expected if (task, requirement) not in there]
        raise Refusal(
            "report-lost-tasks", found=len(found), expected=len(expected), missing="、".join(missing) or "—"
        )


def gaps(body: Any) -> tuple[str, ...]:
    """Each place that still says 〔请补充〕: under which heading, of which task, what is wanted."""
    return tuple(_gaps(body)) if mentions(body, _MARK) else ()


def mentions(body: Any, words: str) -> bool:
    """Whether the text has these words anywhere."""
    return words in etree.tostring(body, encoding="unicode", method="text")


def _gaps(body: Any) -> Iterator[str]:
    under = task = ""
    for paragraph in body.iter(w("p")):
        text = paragraph_text(paragraph).strip()
        if _HEADING.fullmatch(text):
            under, task = text, ""
        elif item := _ITEM.match(text):
            task = item.group()
        for before, wanted in _wanted(text):
            yield " ".join(part for part in (under, task, wanted or before) if part)


def _wanted(text: str) -> Iterator[tuple[str, str]]:
    """Yield the words before each gap, and those in it; one expression for both would take quadratic time."""
    for before, after in pairwise(text.split(_GAP)):
        yield _CLAUSE_END.split(before)[-1].removesuffix("："), after.partition(_GAP_END)[0]


def _ledger_rows(body: Any) -> Iterator[tuple[str, str]]:
    for table in body.iter(w("tbl")):
        head, *rows = [row.findall(w("tc")) for row in table.findall(w("tr"))] or [[]]
        heads = [cell_text(cell) for cell in head]
        if set(_HEADS) <= set(heads):
            number, requirement = (heads.index(name) for name in _HEADS)
            for row in rows:
                if len(row) == len(heads):
                    yield cell_text(row[number]), _plain(cell_text(row[requirement]))


def _plain(text: str) -> str:
    return "".join(clean(text).split())
