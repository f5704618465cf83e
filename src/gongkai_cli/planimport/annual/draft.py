"""Neutral document → annual report, with what was left over and the proof that nothing was lost."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import UNSET, Struct
from msgspec.structs import fields

from gongkai_cli.documents.block import Document
from gongkai_cli.model.annual import SECTIONS, TABLES, Report, TrialReport, form_of
from gongkai_cli.model.plan import Source
from gongkai_cli.model.problem import Refusal
from gongkai_cli.planimport.account import Account, Leftover, account, leftovers, units
from gongkai_cli.planimport.annual.figures import figures
from gongkai_cli.planimport.annual.front import Front, read_front
from gongkai_cli.planimport.annual.pattern import pattern, said
from gongkai_cli.planimport.annual.sections import Line, Section, headings, sections
from gongkai_cli.planimport.annual.tables import Fault, Reading, fault_text, read_tables
from gongkai_cli.planimport.annual.unfold import unfolded
from gongkai_cli.planimport.item import Claim
from gongkai_cli.rules.annual.form import PRESENT, TRIAL
from gongkai_cli.rules.annual.label import bare
from gongkai_cli.rules.annual.values import values

_NO_FIGURES = "problems"  # what it counts is shortcomings, and next year's plans


class AnnualDraft(Struct, frozen=True, kw_only=True):
    """A report as read from a document, the text it placed nowhere, and the character account.

    `found` names the sections the document has, `unread` the tables that stand in it and could not be taken over,
    `faults` the cells that hold no number.
    """

    report: TrialReport | Report
    leftover: tuple[Leftover, ...]
    account: Account
    found: tuple[str, ...]
    unread: tuple[str, ...]
    faults: tuple[Fault, ...]


def annual_from(document: Document, *, year: int | None = None) -> AnnualDraft:
    """Read the report in a document. Refuses one that is none, and one that states no year (give `year`)."""
    document = unfolded(document)
    found = headings(document)
    if not found:
        raise Refusal("no-annual-found", file=document.name)
    parts = list(sections(document, found))
    front = read_front(document, parts)
    when = year or front.year
    if not when:
        raise Refusal("no-year-found", file=document.name)
    taken = _Taken(parts, front, read_tables(document, found[0], form_of(when)))
    report = _report(document, taken, when, told=year is not None)
    claims = (*_claims(document, parts, front), *taken.reading.claims)
    return AnnualDraft(
        report=report,
        leftover=leftovers(document, claims),
        account=account(document, claims, _lost(document, claims, report)),
        found=tuple(part.heading.section for part in parts),
        unread=tuple(_unread(parts, report)),
        faults=taken.reading.faults,
    )


class _Taken(Struct, frozen=True):
    """What was found in the document: its sections, its facts, its tables."""

    parts: Sequence[Section]
    front: Front
    reading: Reading


def _report(document: Document, taken: _Taken, year: int, *, told: bool) -> TrialReport | Report:
    """Put the report together; a year that was told by the user is in no doubt."""
    front, kind = taken.front, form_of(year)
    prose = {part.heading.section: _own(part, front) for part in taken.parts}
    counted = [line for section in SECTIONS if section != _NO_FIGURES for line in prose.get(section, ())]
    doubts = {key: why for key, why in front.doubts.items() if key != "年度" or not told}
    facts: dict[str, Any] = {
        "year": year,
        "body": front.body,
        "title": front.title,
        "form": TRIAL if kind is TrialReport else PRESENT,
        "source": Source(file=document.name, sha256=document.sha256),
        "doubts": doubts | _table_doubts(taken.reading),
        "figures": tuple(figures(counted, year)),
        "lead_in": front.lead_in,
    }
    texts = {section: "\n".join(line.text.strip() for line in lines) for section, lines in prose.items()}
    tables = taken.reading.tables
    read = {one.name: tables[one.encode_name] for one in fields(kind) if one.encode_name in tables}
    return kind(**facts | texts | read)


def _unread(parts: Sequence[Section], report: TrialReport | Report) -> Iterator[str]:
    """Name the tables that stand in their sections and could not be taken over."""
    for part in parts:
        table = TABLES.get(part.heading.section)
        if table and part.tables and getattr(report, table) is UNSET:
            yield table


def _own(part: Section, front: Front) -> list[Line]:
    """Take a section's text without the signature below the last, without marks and captions."""
    return [line for line in part.lines if line.block not in front.header and not _is_mark(line)]


def _is_mark(line: Line) -> bool:
    """Whether a line only says that a table (数据缺失) or words (请补充) are missing, or names a table."""
    return bare(line.text) in said("缺漏") or bool(pattern("表题").fullmatch(line.text.strip()))


def _table_doubts(reading: Reading) -> dict[str, str]:
    by_table = {
        fault.table: [one for one in reading.faults if one.table == fault.table] for fault in reading.faults
    }
    return {table: fault_text(faults) for table, faults in by_table.items()}


def _claims(document: Document, parts: Sequence[Section], front: Front) -> Iterator[Claim]:
    texts = {unit.key: unit.text for unit in units(document)}
    for block in sorted(front.header):
        yield Claim((block,), 0, len(texts[block,]), "header")
    for block in sorted(front.prose):
        yield Claim((block,), 0, len(texts[block,]), "task")
    for part in parts:
        yield Claim((part.heading.block,), 0, part.heading.end, "heading")
        yield from (
            Claim((line.block,), line.start, len(texts[line.block,]), "heading" if _is_mark(line) else "task")
            for line in part.lines
            if line.block not in front.header
        )


def _lost(document: Document, claims: Sequence[Claim], report: TrialReport | Report) -> str:
    """Look what became text up in the report: the letters that are not in it, the numbers where some are not."""
    texts = {unit.key: unit.text for unit in units(document)}
    kept = Counter("".join(getattr(report, name) for name in ("lead_in", *SECTIONS)))
    said = [
        (claim.key, texts[claim.key][claim.start : claim.end]) for claim in claims if claim.role == "task"
    ]
    letters = Counter(filter(str.isalnum, "".join(text for key, text in said if len(key) == 1)))
    numbers = [text for key, text in said if len(key) > 1]
    cells = sum(len(values(getattr(report, table))) for table in TABLES.values())
    return "".join((letters - kept).elements()) + ("" if cells == len(numbers) else "".join(numbers))
