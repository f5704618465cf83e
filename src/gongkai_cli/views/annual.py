"""The review of an imported annual report: its sections, the figures found, what is missing, what is doubtful."""

from collections.abc import Iterator

from msgspec import UNSET, Struct
from msgspec.structs import fields

from gongkai_cli.model.annual import SECTIONS, TABLES, AnnualReport, Figure, Report, TrialReport
from gongkai_cli.views.data import LeftoverData, english, json_text
from gongkai_cli.views.page import Line, Page, line, paragraph
from gongkai_cli.views.review import Characters, Left, account_of, change_lines, leftover_lines
from gongkai_cli.views.width import one_line, padded, wide

_NUMERALS = "一二三四五六"


class AnnualReview(Struct, frozen=True, kw_only=True):
    """What the import of a report has to tell; `found` and `unread` name sections and tables by their fields."""

    report: TrialReport | Report
    found: tuple[str, ...]
    unread: tuple[str, ...]
    leftover: tuple[Left, ...]
    characters: Characters
    outcome: str
    diff: str


def annual_page(review: AnnualReview, width: int) -> Page:
    """Lay out the review of one report."""
    report = review.report
    title = report.title or f"{report.body}{report.year}年政府信息公开工作年度报告"
    return (
        *paragraph(one_line(title), width, style="head"),
        *paragraph(
            "  ".join(filter(None, (report.body, f"{report.year}年度", _form(report)))), width, style="dim"
        ),
        line(),
        *_sections(review, width),
        *_figures(report.figures, width),
        *_doubts(report, width),
        *leftover_lines(review.leftover, width, "正文"),
        *change_lines(review.diff, width),
        line(),
        *paragraph(account_of(review.characters, "正文"), width, label="字数    "),
        *paragraph(review.outcome, width, label="结果    "),
    )


def annual_json(review: AnnualReview) -> str:
    """Tell a report as it was read from its document."""
    report = review.report
    told = english(report) | {
        "doubts": _doubt_data(report, report.doubts),
        "figures": [english(one) | {"doubts": _doubt_data(one, one.doubts)} for one in report.figures],
        "missing": [
            *_absent(review),
            *(table for table in TABLES.values() if getattr(report, table) is UNSET),
        ],
        "unread": review.unread,
        "leftover": [LeftoverData(*one) for one in review.leftover],
    }
    return json_text(told)


def _sections(review: AnnualReview, width: int) -> Iterator[Line]:
    """Show a line a section: how much text it has, and what of its table."""
    yield line("六个部分", "bold")
    heads = [
        f"{numeral}、{_printed(review.report, name)}"
        for numeral, name in zip(_NUMERALS, SECTIONS, strict=True)
    ]
    room = max(map(wide, heads)) + 2
    absent = _absent(review)
    for head, name in zip(heads, SECTIONS, strict=True):
        said = ["没有这一部分"] if name in absent else list(_section(review, name))
        yield from paragraph("；".join(said), width, label=f"  {padded(head, room)}")


def _section(review: AnnualReview, name: str) -> Iterator[str]:
    text = getattr(review.report, name)
    yield f"{len(text.splitlines())} 段 {len(''.join(text.split()))} 字" if text else "没有文字"
    if name in TABLES:
        table = TABLES[name]
        printed = _printed(review.report, table)
        if getattr(review.report, table) is not UNSET:
            yield f"{printed}已读入"
        elif table in review.unread:
            yield f"{printed}在原文中有，没有读入，请对照原文填写"
        else:
            yield f"{printed}在原文中缺失，留空"


def _figures(found: tuple[Figure, ...], width: int) -> Iterator[Line]:
    yield line()
    yield line(f"文中的数据 {len(found)} 个" if found else "文中没有读到数据", "bold")
    names = [f"  {one.name}  {one.number} {one.unit}" for one in found]
    room = max(map(wide, names), default=0) + 2
    for name, one in zip(names, found, strict=True):
        yield from paragraph(one_line(one.text), width, label=padded(name, room))


def _doubts(report: AnnualReport, width: int) -> Iterator[Line]:
    said = [f"{key}：{why}" for key, why in report.doubts.items()]
    said += [
        f"{one.name} {one.number} {one.unit}的{key}：{why}"
        for one in report.figures
        for key, why in one.doubts.items()
    ]
    yield line()
    yield line(
        f"拿不准 {len(said)} 处，请对照原文确认后删去“待核”" if said else "没有拿不准的内容",
        "yellow" if said else "",
    )
    for one in said:
        yield from paragraph(one_line(one), width, label="  ")


def _absent(review: AnnualReview) -> list[str]:
    return [name for name in SECTIONS if name not in review.found]


def _form(report: TrialReport | Report) -> str:
    return "2019 年试行格式" if isinstance(report, TrialReport) else "2021 年格式"


def _printed(report: AnnualReport, name: str) -> str:
    return next(field.encode_name for field in fields(report) if field.name == name)


def _doubt_data(entry: AnnualReport | Figure, doubts: dict[str, str]) -> list[dict[str, str]]:
    names = {field.encode_name: field.name for field in fields(entry)}
    return [{"field": names.get(key, key), "reason": why} for key, why in doubts.items()]
