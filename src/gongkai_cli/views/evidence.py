"""What a verification of evidence found: what is wrong first, or all of it; and the same for programs."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
from msgspec import UNSET, Struct

from gongkai_cli.model.verification import FileFound, LinkFound, Verification
from gongkai_cli.views.page import GAP, Column, Page, Span, Table, fitted, line
from gongkai_cli.views.width import one_line

_STYLES = {
    "正常": "green",
    "一致": "green",
    "疑似失效": "yellow",
    "需人工查看": "yellow",
    "没有指纹": "yellow",
}
_QUIET = {"正常", "一致"}
_OUTCOME, _TASK = 10, 26
_LINES = 4


def verification_page(note: Verification, *, online: bool, everything: bool, width: int) -> Page:
    """Lay out the sums and what needs somebody's eye; `everything`: what is fine, too."""
    links = note.links if online else ()
    found: tuple[FileFound | LinkFound, ...] = (*note.files, *links)
    rows = [one for one in found if everything or _tells(one)]
    head = (
        line(f"佐证核验  {note.day.isoformat()}", "head"),
        line(_sum("文件", "个", note.files)),
        line(_sum("链接", "条", links) if online else _unasked(note.links)),
    )
    return (*head, line(), _table(rows, width)) if rows else head


def _tells(one: FileFound | LinkFound) -> bool:
    return one.outcome not in _QUIET or (isinstance(one, LinkFound) and bool(one.tls))


def _sum(what: str, unit: str, found: Iterable[FileFound | LinkFound]) -> str:
    counts = Counter(one.outcome for one in found)
    if not counts:
        return f"没有{what}"
    parts = "、".join(f"{outcome} {count}" for outcome, count in counts.most_common())
    return f"{what} {counts.total()} {unit}：{parts}"


def _unasked(links: tuple[LinkFound, ...]) -> str:
    return f"链接 {len(links)} 条，没有访问（加 --online 逐个打开看看）" if links else "没有链接"


def _table(rows: list[FileFound | LinkFound], width: int) -> Table:
    widths = (_OUTCOME, _TASK, width - _OUTCOME - _TASK - 2 * GAP)
    columns = tuple(Column(*one) for one in zip(("结果", "任务", "佐证"), widths, strict=True))
    return Table(columns, tuple(_row(one, widths) for one in rows))


def _row(one: FileFound | LinkFound, widths: tuple[int, ...]) -> tuple[tuple[Span, ...], ...]:
    outcome, task, text = widths
    where = one.file if isinstance(one, FileFound) else one.url
    more = _file_lines(one) if isinstance(one, FileFound) else _link_lines(one)
    return (
        fitted(one.outcome, outcome, 1, _STYLES.get(one.outcome, "red")),
        tuple(span for name in one.tasks for span in fitted(one_line(name), task, 1)),
        (
            *fitted(one_line(where), text, _LINES),
            *(span for said in more for span in fitted(one_line(said), text, _LINES, "dim")),
        ),
    )


def _file_lines(one: FileFound) -> Iterator[str]:
    if one.sha256:
        yield f"现在的 sha256：{one.sha256}"


def _link_lines(one: LinkFound) -> Iterator[str]:
    yield from filter(None, (one.detail, one.title and f"标题：{one.title}"))
    if one.final:
        yield f"转到：{one.final}"
    if one.tls:
        yield f"证书有问题：{one.tls}"


# --- for programs -------------------------------------------------------------------------------------------


class LinkData(Struct, frozen=True, kw_only=True):
    """A link and how it answered; `outcome` is null where it was not asked."""

    url: str
    outcome: str | None
    status: int | None
    title: str | None
    final: str | None
    tls: str | None
    detail: str | None
    tasks: tuple[str, ...]


class FileData(Struct, frozen=True, kw_only=True):
    """A file and whether it is what was filed; `sha256` is the digest it has now where that is another."""

    file: str
    outcome: str
    sha256: str | None
    tasks: tuple[str, ...]


class VerificationData(Struct, frozen=True, kw_only=True):
    """The answer of `evidence verify`."""

    as_of: str
    links: tuple[LinkData, ...]
    files: tuple[FileData, ...]


def verification_json(note: Verification, *, online: bool) -> str:
    """Say it all with English names."""
    links = tuple(_link_data(one, online=online) for one in note.links)
    files = tuple(
        FileData(file=one.file, outcome=one.outcome, sha256=one.sha256 or None, tasks=one.tasks)
        for one in note.files
    )
    data = VerificationData(as_of=note.day.isoformat(), links=links, files=files)
    return msgspec.json.encode(data).decode()


def _link_data(one: LinkFound, *, online: bool) -> LinkData:
    return LinkData(
        url=one.url,
        outcome=one.outcome if online else None,
        status=None if one.status is UNSET else one.status,
        title=one.title or None,
        final=one.final or None,
        tls=one.tls or None,
        detail=one.detail or None,
        tasks=one.tasks,
    )
