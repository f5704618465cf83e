"""A finished report read back: whether every task is in it, and what is left to fill in."""

import io
import re
from collections.abc import Iterator

from docx import Document
from docx.oxml.ns import qn

from gongkai_cli.model.plan import Plan
from gongkai_cli.model.problem import Refusal
from gongkai_cli.views.word.clean import clean
from gongkai_cli.views.word.extract import cell_text, paragraph_text

_HEADS = ("序号", "具体要求")
_HEADING = re.compile(r"[一二三四五六七八九十]+、.{1,30}")
_ITEM = re.compile(r"第[0-9A-Za-z-]+项")
_WANTED = re.compile(r"([^。；〕]*?)：?〔请补充([^〕]*)〕")


def ensure_complete(data: bytes, plan: Plan) -> None:
    """Refuse a report whose ledger does not carry every task once, word for word."""
    found = list(_ledger_rows(data))
    there = set(found)
    expected = [(task.id, _plain(task.requirement)) for task in plan.tasks]
    if found != expected:
        missing = [task for task, requirement in expected if (task, requirement) not in there]
        raise Refusal(
            "report-lost-tasks", found=len(found), expected=len(expected), missing="、".join(missing) or "—"
        )


def gaps(data: bytes) -> tuple[str, ...]:
    """Each place that still says 〔请补充〕: under which heading, of which task, what is wanted."""
    return tuple(_gaps(data))


def _gaps(data: bytes) -> Iterator[str]:
    under = task = ""
    for paragraph in Document(io.BytesIO(data)).element.body.iter(qn("w:p")):
        text = paragraph_text(paragraph).strip()
        if _HEADING.fullmatch(text):
            under, task = text, ""
        elif item := _ITEM.match(text):
            task = item.group()
        for before, wanted in _WANTED.findall(text):
            yield " ".join(part for part in (under, task, wanted or before) if part)


def _ledger_rows(data: bytes) -> Iterator[tuple[str, str]]:
    for table in Document(io.BytesIO(data)).element.body.iter(qn("w:tbl")):
        rows = [[cell_text(cell) for cell in row.findall(qn("w:tc"))] for row in table.findall(qn("w:tr"))]
        if rows and set(_HEADS) <= set(rows[0]):
            number, requirement = (rows[0].index(head) for head in _HEADS)
            yield from (
                (row[number], _plain(row[requirement])) for row in rows[1:] if len(row) == len(rows[0])
            )


def _plain(text: str) -> str:
    return "".join(clean(text).split())
