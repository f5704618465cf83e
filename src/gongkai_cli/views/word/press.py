"""The evidence a report shows by itself: what was published (报道目录), and pictures (网页图片资料)."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from msgspec import UNSET, Struct, field

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.record import Evidence
from gongkai_cli.model.status import PlanSummary
from gongkai_cli.views.word.ledger import shown_title
from gongkai_cli.views.word.phrase import day_words

_ON_A_PAGE = 2


class Published(Struct, frozen=True, kw_only=True):
    """Something with a web address: a news item, a page."""

    number: int = field(name="序号")
    task: str = field(name="任务")
    title: str = field(name="标题")
    office: str = field(name="部门")
    channel: str = field(name="渠道")
    day: str = field(name="发布日期")
    address: str = field(name="链接")


class Picture(Struct, frozen=True, kw_only=True):
    """A picture to be shown, with the words under it; whether it is the first of its page, but for the first page."""

    number: int = field(name="序号")
    file: str = field(name="文件")
    caption: str = field(name="图题")
    new_page: bool = field(name="换页")


Shown = tuple[str, str, Evidence]
"""Task, office, piece of evidence."""


def published(summary: PlanSummary) -> tuple[Published, ...]:
    """All evidence that can be opened on the web, in the order of the tasks; the same address once for a task."""
    found = {(task, one.url): (task, office, one) for task, office, one in _evidence(summary) if one.url}
    return tuple(_published(number, *one) for number, one in enumerate(found.values(), 1))


def pictures(summary: PlanSummary) -> tuple[Picture, ...]:
    """All evidence that is a picture file, numbered through."""
    found = [(task, one) for task, _, one in _evidence(summary) if _is_picture(one)]
    return tuple(_picture(number, *one) for number, one in enumerate(found, 1))


def _evidence(summary: PlanSummary) -> Iterator[Shown]:
    for status in summary.tasks:
        for said in status.said:
            for one in said.record.evidence:
                yield status.task.id, said.office, one


def _is_picture(evidence: Evidence) -> bool:
    """By the suffix of the file, else by what the office says it is."""
    suffix = PurePosixPath(evidence.file).suffix.lower().removeprefix(".")
    said = words("reports")["图片"]
    return bool(evidence.file) and (suffix in said["后缀"] or (not suffix and evidence.kind in said["类型"]))


def _published(number: int, task: str, office: str, evidence: Evidence) -> Published:
    return Published(
        number=number,
        task=task,
        title=shown_title(evidence),
        office=office,
        channel=evidence.channel or words("reports")["没有"],
        day=words("reports")["没有"] if evidence.published is UNSET else day_words(evidence.published),
        address=evidence.url,
    )


def _picture(number: int, task: str, evidence: Evidence) -> Picture:
    day = "" if evidence.published is UNSET else day_words(evidence.published)
    about = "，".join(filter(None, (f"第{task}项", evidence.channel, day)))
    return Picture(
        number=number,
        file=evidence.file,
        caption=words("reports")["图片"]["图题"].format(
            number=number, title=shown_title(evidence), about=about
        ),
        new_page=number > 1 and number % _ON_A_PAGE == 1,
    )
