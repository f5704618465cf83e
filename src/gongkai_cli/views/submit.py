"""What an office submits, said to the clerk and in the message of its commit."""

from collections.abc import Iterator, Sequence
from typing import Any

from gongkai_cli.lexicon.load import message, words
from gongkai_cli.model.exchange import News
from gongkai_cli.model.problem import Problem
from gongkai_cli.model.record import Record
from gongkai_cli.rules.difference import MOST, in_words
from gongkai_cli.views.guard import shown
from gongkai_cli.views.page import Line, Page, line, paragraph
from gongkai_cli.views.problems import Located
from gongkai_cli.views.width import clipped, one_line


def said(key: str, **about: str) -> str:
    """Say a line of submitting."""
    text: str = words("exchange")["提交"][key]
    return text.format_map({name: shown(value) for name, value in about.items()})


def news_message(news: News) -> str:
    """Say what a commit changes: `台账：法规宣传处 15、16（2021-09-28）`; of many records each on a line below."""
    forms: dict[str, str] = words("exchange")["说明"]
    records = [record for _, record in news.records]
    if not records:
        key = "佐证" if news.evidence else "文字"
        return forms[key].format(office=news.office, files="、".join(map(_name, news.evidence)))
    subject = forms["台账"].format(office=news.office, records=in_words(records))
    if len(records) <= MOST and len({plan for plan, _ in news.records}) == 1:
        return subject
    return "\n".join(
        (
            subject,
            "",
            *(f"{record.day} {plan}/{record.task} {record.status}" for plan, record in news.records),
        )
    )


def news_page(news: News, hints: Sequence[Located], width: int) -> Page:
    """Show what is about to be submitted, and what may still be mended in it."""
    return tuple(_news(news, hints, width))


def faults_text(changed: Sequence[Problem], committed: Sequence[Problem], fork: str) -> str:
    """Tell what may not be submitted, and how to undo it."""
    return "\n".join((*_faults("改动", changed, ""), *_faults("已提交", committed, fork))) + "\n"


def _news(news: News, hints: Sequence[Located], width: int) -> Iterator[Line]:
    if not news.files:
        yield line(said("没有改动", office=news.office))
        return
    yield line(said("改动了", office=news.office), "bold")
    for plan, record in news.records:
        yield line(clipped(f"  + {_told(plan, record)}", width))
    for file in news.evidence:
        yield line(clipped(f"  + {shown(file)}", width))
    if not news.records:
        others = (file for file in news.files if file not in news.evidence)
        yield from (line(clipped(f"  {said('没有新记录', file=file)}", width), "dim") for file in others)
    for problem, _ in hints:
        yield from paragraph(shown(message(problem.code, problem.about)), width, label=said("提示"))


def _told(plan: str, record: Record) -> str:
    parts = (record.day.isoformat(), f"{plan}/{record.task}", record.status, record.progress or record.reason)
    evidence = said("佐证几份", count=str(len(record.evidence))) if record.evidence else ""
    return one_line("  ".join(part for part in (*parts, evidence) if part))


def _faults(key: str, problems: Sequence[Problem], fork: str) -> Iterator[str]:
    if not problems:
        return
    forms: dict[str, Any] = words("exchange")["不能提交"]
    yield forms[key]
    for problem in problems:
        yield f"  × {shown(problem.file)}：{message(problem.code, problem.about)}"
    files = " ".join(dict.fromkeys(f'"{shown(one.file)}"' for one in problems if one.code in forms["可撤销"]))
    if files:
        yield from (one.format(files=files, fork=fork) for one in forms[f"撤销{key}"])


def _name(file: str) -> str:
    return shown(file.rpartition("/")[2])
