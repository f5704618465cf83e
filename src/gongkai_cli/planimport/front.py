"""What a plan document says of itself: title, year, body, number, dates, upper documents. Read, never invented."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from msgspec import UNSET, Struct, UnsetType

from gongkai_cli.documents.block import Document, Paragraph
from gongkai_cli.lexicon.load import words
from gongkai_cli.model.plan import Publication, UpperDocument
from gongkai_cli.planimport.item import Claim, Key
from gongkai_cli.planimport.names import is_name
from gongkai_cli.planimport.wording import squeezed

CLEANED = "原文标题前有网址，已去掉"
NOT_STATED = "原文未写"
ONLY_PAGE_DATE = "取自网页上的日期"
_ATTACHMENT = re.compile(r"附件[\d一二三四五六七八九十]*[:：]?")
_LETTERHEAD_LINES = 12
_LONGEST_TITLE = 70


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
    notice = next(
        (found for line in before if (found := _pattern("通知").fullmatch(_unprefixed(line.bare)))), None
    )
    number, number_claims = _number(lines)
    issued, issued_claims = _issued(lines)
    published, published_doubts = _published(lines)
    body, body_claims = _body(before, title, notice)
    named = title or (notice["title"] if notice else "")
    return Front(
        title=named,
        year=_year([named, notice[0] if notice else "", number]),
        body=body,
        document_number=number,
        issued=issued,
        published=published,
        upper=tuple(_upper(before)),
        claims=(*title_claims, *number_claims, *issued_claims, *body_claims),
        doubts=title_doubts | ({} if body else {"单位": NOT_STATED}) | published_doubts,
    )


def _lines(document: Document) -> Iterator[_Line]:
    """Give the paragraphs, and the rows of a table that hold one cell (a title inside the table)."""
    for index, block in enumerate(document.blocks):
        if isinstance(block, Paragraph):
            yield _Line(block.text, squeezed(block.text), (index,))
            continue
        for number, row in enumerate(block.rows):
            filled = [(place, cell) for place, cell in enumerate(row.cells) if cell.text.strip()]
            if len(filled) == 1:
                place, cell = filled[0]
                yield _Line(cell.text, squeezed(cell.text), (index, number, place))


def _title(before: Sequence[_Line]) -> tuple[str, list[Claim], dict[str, str]]:
    """Take the title nearest above the plan; a file list line (附件：…) only where there is no other."""
    for accept_attachment in (False, True):
        for line in reversed(before):
            start = _title_start(line, accept_attachment=accept_attachment)
            if start is None:
                continue
            spoiled = bool(_pattern("网址前缀").match(line.text))
            doubts = {"标题": CLEANED} if spoiled else {}
            return squeezed(line.text[start:]), [Claim(line.key, start, len(line.text), "header")], doubts
    return "", [], {}


def _title_start(line: _Line, *, accept_attachment: bool) -> int | None:
    """Where the title begins in a line, or None where the line is no title."""
    prefix = _pattern("网址前缀").match(line.text)
    attachment = _ATTACHMENT.match(line.text)
    start = prefix.end() if prefix else attachment.end() if attachment and accept_attachment else 0
    bare = squeezed(line.text[start:])
    if (
        (attachment and not accept_attachment)
        or len(bare) > _LONGEST_TITLE
        or re.search(r"[。；!！]|^[一二三四五六七八九十]+、", bare)
    ):
        return None
    return start if _pattern("标题").fullmatch(bare) else None


def _unprefixed(bare: str) -> str:
    prefix = _pattern("网址前缀").match(bare)
    return bare[prefix.end() :] if prefix else bare


def _year(texts: Sequence[str]) -> int:
    for text in texts:
        found = re.search(r"(20\d{2}|19\d{2})(?:年|[〕\]］)）】])", text)
        if found:
            return int(found[1])
    return 0


def _number(lines: Sequence[_Line]) -> tuple[str, list[Claim]]:
    for line in lines:
        found = _pattern("文号").fullmatch(line.bare)
        if found:
            return found["number"], [_whole(line)]
    return "", []


def _issued(lines: Sequence[_Line]) -> tuple[date | UnsetType, list[Claim]]:
    """The date that stands on a line of its own: the signature's."""
    for line in lines:
        found = _pattern("落款日期").fullmatch(line.bare)
        day = _day(found) if found else None
        if day:
            return day, [_whole(line)]
    return UNSET, []


def _published(lines: Sequence[_Line]) -> tuple[Publication | UnsetType, dict[str, str]]:
    for line in lines:
        found = _pattern("发布日期").search(line.bare)
        day = _day(found) if found else None
        if day:
            return Publication(day=day), {}
    for line in lines:
        found = _pattern("时间戳").fullmatch(line.bare)
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
        _pattern("题中机关").match(title),
        *(_pattern("来源").search(line.text) for line in before),
    ):
        if found and is_name(found["body"]):
            return found["body"], []
    return "", []


def _is_body(bare: str) -> bool:
    return bool(_pattern("机关").fullmatch(bare))


def _upper(before: Sequence[_Line]) -> Iterator[UpperDocument]:
    seen: set[str] = set()
    for line in before:
        for found in _pattern("上级文件").finditer(line.bare):
            inner = _pattern("内题").fullmatch(found["title"])
            title = (inner["title"] if inner else found["title"]).strip("《》")
            if title not in seen:
                seen.add(title)
                yield UpperDocument(title=title, document_number=found["number"])


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _whole(line: _Line) -> Claim:
    return Claim(line.key, 0, len(line.text), "header")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(words("front")[name])
