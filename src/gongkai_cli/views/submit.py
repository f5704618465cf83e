"""What an office submits, said to the clerk and in the message of its commit."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple

from gongkai_cli.lexicon.load import message, words
from gongkai_cli.model.exchange import News
from gongkai_cli.model.problem import Problem
from gongkai_cli.model.record import Record
from gongkai_cli.rules.difference import MOST, in_words
from gongkai_cli.views.guard import shown
from gongkai_cli.views.page import Line, Page, line, paragraph
from gongkai_cli.views.problems import Located
from gongkai_cli.views.width import clipped, one_line


class Back(NamedTuple):
    """Where undoing leads back to: a commit of the server, and the files at fault that it does not have."""

    base: str
    fresh: Collection[str]


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


def faults_text(changed: Sequence[Problem], committed: Sequence[Problem], back: Back) -> str:
    """Tell what may not be submitted, and how to undo it."""
    return "\n".join((*_faults("改动", changed, back), *_faults("已提交", committed, back))) + "\n"


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


def _faults(key: str, problems: Sequence[Problem], back: Back) -> Iterator[str]:
    if problems:
        yield _forms()[key]
        rows = (f"  × {shown(one.file)}：{message(one.code, one.about)}" for one in problems)
        yield from dict.fromkeys(rows)  # several commits may have done the same
        yield from _undoing(key, [one.file for one in problems if one.code in _forms()["可撤销"]], back)


def _undoing(key: str, files: Sequence[str], back: Back) -> Iterator[str]:
    """Say which commands undo it: one kind for files that were there, another for new ones."""
    if not files:
        return
    known = [file for file in files if file not in back.fresh]
    fresh = [file for file in files if file in back.fresh]
    for step, chosen in ((f"撤销{key}", files), ("恢复", known), ("去掉", fresh), ("重来", files)):
        quoted = " ".join(f'"{shown(file)}"' for file in dict.fromkeys(chosen))
        yield from (form.format(files=quoted, base=back.base) for form in _forms()[step] if chosen)


def _forms() -> dict[str, Any]:
    forms: dict[str, Any] = words("exchange")["不能提交"]
    return forms


def _name(file: str) -> str:
    return shown(file.rpartition("/")[2])
