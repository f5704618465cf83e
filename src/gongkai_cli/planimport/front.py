"""What a plan document says of itself: title, year, body, number, dates, upper documents. Read, never invented."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from msgspec import UNSET, Struct, UnsetType

from gongkai_cli.documents.block import Document, Paragraph
from gongkai_cli.lexicon.load import words
from gongkai_cli.lexicon.numerals import number
from gongkai_cli.model.plan import Publication, UpperDocument
from gongkai_cli.planimport.item import Claim, Key
from gongkai_cli.planimport.offices.names import is_name
from gongkai_cli.planimport.wording import squeezed

CLEANED = "原文标题前有网址，已去掉"
NOT_STATED = "原文未写"
ONLY_PAGE_DATE = "取自网页上的日期"
_ATTACHMENT = re.compile(r"附件[\d一二三四五六七八九十]*[:：]?")
_LETTERHEAD_LINES = 12
_LONGEST_TITLE = 70
_MAX_TITLE_LINES = 3
_SEARCHED = 400
_NO_TITLE = re.compile(r"[。；!！]|^[一二三四五六七八九十]+、")


class Front(Struct, frozen=True, kw_only=True):
    """The facts of the document, the stretches of text they take up, and doubts about them."""

    title: str = ""
    year: int = 0
    body: str = ""
    document_number: str = ""
    issued: date | UnsetType = UNSET
    published: Publication | UnsetType = UNSET
    upper: tuple[UpperDocument, ...] = ()
    claims: tuple[Claim, ...] = ()
    doubts: dict[str, str] = {}


class _Line(Struct, frozen=True):
    text: str
    bare: str
    key: Key


def read_front(document: Document, plan_starts: Key) -> Front:
    """Read the facts from the paragraphs, above all those before the plan starts."""
    lines = list(_lines(document))
    before = [line for line in lines if line.key < plan_starts]
    title, title_claims, title_doubts = _title(before)
    notice = next((found for line in before if (found := _found("通知", _unprefixed(line.bare)))), None)
    document_number, number_claims = _number(lines)
    issued, issued_claims = _issued(lines)
    published, published_doubts = _published(lines)
    body, body_claims = _body(before, title, notice)
    named = title or (notice["title"].strip("《》") if notice else "")
    return Front(
        title=named,
        year=_year([named, notice[0] if notice else "", document_number]),
        body=body,
        document_number=document_number,
        issued=issued,
        published=published,
        upper=tuple(_upper(before)),
        claims=(*title_claims, *number_claims, *issued_claims, *body_claims),
        doubts=title_doubts | ({} if body else {"单位": NOT_STATED}) | published_doubts,
    )


def page_numbers(document: Document) -> Iterator[Claim]:
    """Claim the lines that are nothing but a page's number."""
    for line in _lines(document):
        if _found("页码", line.bare):
            yield _whole(line)


def is_title(text: str) -> bool:
    """Whether a paragraph by itself is the title of a plan: of a plan's kind, with a year."""
    line = _Line(text, squeezed(text), ())
    return bool(_year([line.bare])) and _title_of([line], accept_attachment=False) is not None


def _lines(document: Document) -> Iterator[_Line]:
    """Give the paragraphs, and the rows of a table that hold one cell (a title inside the table)."""
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            yield _Line(block.text, squeezed(block.text), (index,))
            continue
        for place, row in enumerate(block.rows):
            filled = [(column, cell) for column, cell in enumerate(row.cells) if cell.text.strip()]
            if len(filled) == 1:
                column, cell = filled[0]
                yield _Line(cell.text, squeezed(cell.text), (index, place, column))


def _title(before: Sequence[_Line]) -> tuple[str, list[Claim], dict[str, str]]:
    """Take the title nearest above the plan; a file list line (附件：…) only where there is no other."""
    for accept_attachment in (False, True):
        for last in range(len(before) - 1, max(-1, len(before) - _SEARCHED), -1):
            for first in range(max(0, last - _MAX_TITLE_LINES + 1), last + 1):
                title = _title_of(before[first : last + 1], accept_attachment=accept_attachment)
                if title:
                    return title
    return "", [], {}


def _title_of(
    lines: Sequence[_Line], *, accept_attachment: bool
) -> tuple[str, list[Claim], dict[str, str]] | None:
    """Read these lines together as one title, or None. Only the last of them may be complete by itself."""
    head = lines[0]
    start = _title_start(head.text, accept_attachment=accept_attachment)
    bare = squeezed("".join((head.text[start:], *(line.text for line in lines[1:]))))
    if len(bare) > _LONGEST_TITLE or _NO_TITLE.search(bare) or not front_pattern("标题").fullmatch(bare):
        return None
    if start == 0 and _ATTACHMENT.match(head.text):
        return None
    if len(lines) > 1 and not _is_cut(lines):
        return None
    doubts = {"标题": CLEANED} if _begun("网址前缀", head.text) else {}
    claims = [Claim(head.key, start, len(head.text), "header")]
    return bare, [*claims, *(_whole(line) for line in lines[1:])], doubts


def _is_cut(lines: Sequence[_Line]) -> bool:
    """Whether a title was cut over lines: its year stands in the first, none but the last is anything by itself."""
    parts = [line.bare for line in lines]
    whole = any(
        front_pattern(kind).fullmatch(part) for part in parts[:-1] for kind in ("文号", "机关", "落款日期")
    )
    return bool(_year(parts[:1])) and not any(_year([part]) for part in parts[1:]) and not whole


def _title_start(text: str, *, accept_attachment: bool) -> int:
    """Where a title begins in its line: after an address a page put there, after 附件： where that is accepted."""
    prefix = _begun("网址前缀", text)
    attachment = _ATTACHMENT.match(text) if accept_attachment else None
    return prefix.end() if prefix else attachment.end() if attachment else 0


def _unprefixed(bare: str) -> str:
    prefix = _begun("网址前缀", bare)
    return bare[prefix.end() :] if prefix else bare


def _year(texts: Sequence[str]) -> int:
    for text in texts:
        found = front_pattern("年度").search(text)
        if found:
            return number(found["year"])
    return 0


def _number(lines: Sequence[_Line]) -> tuple[str, list[Claim]]:
    for line in lines:
        found = _found("文号", line.bare)
        if found:
            return found["number"], [_whole(line)]
    return "", []


def _issued(lines: Sequence[_Line]) -> tuple[date | UnsetType, list[Claim]]:
    """The date that stands on a line of its own: the signature's."""
    for line in lines:
        found = _found("落款日期", line.bare) or _found("成文日期", line.bare)
        day = _day(found) if found else None
        if day:
            return day, [_whole(line)]
    return UNSET, []


def _published(lines: Sequence[_Line]) -> tuple[Publication | UnsetType, dict[str, str]]:
    for line in lines:
        found = _searched("发布日期", line.bare)
        day = _day(found) if found else None
        if day:
            return Publication(day=day), {}
    for line in lines:
        found = _found("时间戳", line.bare)
        day = _day(found) if found else None
        if day:
            return Publication(day=day), {"公开": ONLY_PAGE_DATE}
    return UNSET, {}


def _body(before: Sequence[_Line], title: str, notice: re.Match[str] | None) -> tuple[str, list[Claim]]:
    """The body that issued the plan: by the notice, the letterhead, the title, the page's 来源."""
    letterhead = [line for line in before[:_LETTERHEAD_LINES] if _is_body(line.bare)]
    if notice and is_name(notice["body"]):
        same = [line for line in letterhead if line.bare == notice["body"]]
        return notice["body"], [_whole(line) for line in same]
    if letterhead:
        return letterhead[0].bare, [_whole(letterhead[0])]
    for found in (
        front_pattern("题中机关").match(title),
        *(_searched("来源", line.text) for line in before),
    ):
        if found and is_name(found["body"]):
            return found["body"], []
    return "", []


def _is_body(bare: str) -> bool:
    return bool(front_pattern("机关").fullmatch(bare))


def _upper(before: Sequence[_Line]) -> Iterator[UpperDocument]:
    seen: set[str] = set()
    for line in before:
        for found in (
            front_pattern("上级文件").finditer(line.bare) if _may_hold("上级文件", line.bare) else ()
        ):
            inner = front_pattern("内题").fullmatch(found["title"])
            title = (inner["title"] if inner else found["title"]).strip("《》")
            if title not in seen:
                seen.add(title)
                yield UpperDocument(title=title, document_number=found["number"])


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(number(found["year"]), number(found["month"]), number(found["day"]))
    except ValueError:
        return None


def _whole(line: _Line) -> Claim:
    return Claim(line.key, 0, len(line.text), "header")


def _found(name: str, text: str) -> re.Match[str] | None:
    """Match a whole text with a pattern; one without any of the pattern's tell-tale characters is not tried."""
    return front_pattern(name).fullmatch(text) if _may_hold(name, text) else None


def _searched(name: str, text: str) -> re.Match[str] | None:
    return front_pattern(name).search(text) if _may_hold(name, text) else None


def _begun(name: str, text: str) -> re.Match[str] | None:
    return front_pattern(name).match(text) if _may_hold(name, text) else None


def _may_hold(name: str, text: str) -> bool:
    return any(tell in text for tell in words("front")["见"][name])


@cache
def front_pattern(name: str) -> re.Pattern[str]:
    """Compile one of the patterns of `lexicon/front.yaml`."""
    said = words("front")
    return re.compile(re.sub("〈(.+?)〉", lambda part: said["片段"][part[1]], said[name]))
