"""A responsibility cell or sentence → Duty. What the grammar cannot split for sure carries its doubt."""

import re
from functools import lru_cache

from msgspec.structs import replace

from gongkai_cli.lexicon.load import words
from gongkai_cli.planimport.offices.clauses import clauses, is_deadline_clause
from gongkai_cli.planimport.offices.duty import Duty
from gongkai_cli.planimport.offices.labels import (
    labelled,
    labels,
    listed_in_bracket,
    marked_in_brackets,
    with_colons,
    without_contacts,
)
from gongkai_cli.planimport.offices.listed import plain_list
from gongkai_cli.planimport.offices.masked import brackets, mask
from gongkai_cli.planimport.offices.names import is_nobody, is_office
from gongkai_cli.planimport.offices.sentence import sentence

_MAX_SENTENCE = 240


@lru_cache(maxsize=4096)
def read_duty(text: str, *, comma_parts: bool = False) -> Duty:
    """Understand who is responsible.

    `comma_parts`: the document speaks of 主办 and 会办, so that a comma parts the lead from the support
    (`法规宣传处，办公室、各处室`); else a comma joins equals like 、.
    """
    bare, contact = without_contacts(with_colons(_unwrapped(text)))
    duty = _read(bare, comma_parts=comma_parts)
    return replace(duty, contact="、".join(filter(None, (contact, duty.contact)))) if contact else duty


def _read(bare: str, *, comma_parts: bool) -> Duty:
    if not bare or is_nobody(bare):
        return Duty()
    if labels().search(mask(bare)):
        return labelled(bare)
    listed = listed_in_bracket(bare)
    if listed:
        return listed
    marked = marked_in_brackets(bare)
    if marked:
        return marked
    found = list(clauses(bare))
    if any(clause.role not in {"", "other"} for clause in found):
        return sentence(found)
    return plain_list(bare, comma_parts=comma_parts)


def is_duty(text: str) -> bool:
    """Whether a text is nothing but a sentence that says who is responsible."""
    bare = _unwrapped(text)
    if not bare or len(bare) > _MAX_SENTENCE or bare.startswith("请"):
        return False
    if labels().match(mask(bare)):
        duty = read_duty(bare)
        return bool(duty.named) or not (duty.deadline or duty.contact)
    if listed_in_bracket(bare):
        return True
    said = [clause for clause in clauses(bare) if not is_deadline_clause(clause)]
    if not said or said[0].role == "other" or not (said[0].names.strip() or said[0].role == "join"):
        return False
    duty = read_duty(bare)
    return duty.sentence and bool(duty.named)


def names_deadline_only(text: str) -> bool:
    """Whether a text is a label with a deadline (`完成时限：6月底前`) and names nobody."""
    bare = _unwrapped(text)
    return bool(labels().match(mask(bare))) and bool(read_duty(bare).deadline) and not read_duty(bare).named


def duty_span(text: str) -> tuple[int, int]:
    """Where the words in a requirement stand that say who is responsible; an empty span at its end where none do.

    They stand in brackets (at the end, or in the middle with a plain verb or label), behind a label, or are the
    last sentence.
    """
    bare = text.rstrip().rstrip("。")
    for start, end in sorted(brackets(bare), key=lambda span: span[1] != len(bare)):
        if start > 0 and (is_duty(bare[start:end]) or _closes_with_names(bare, start, end)):
            return start, len(text) if end == len(bare) else end
    stops = [found.end() for found in re.finditer("[。；;]", mask(bare))]
    inner = [stop for stop in stops if stop < len(bare)]
    for start in inner:
        if labels().match(mask(bare[start:])) and is_duty(bare[start:]):
            return start, len(text)
    last = inner[-1] if inner else len(bare)
    return (last, len(text)) if last < len(bare) and is_duty(bare[last:]) else (len(text), len(text))


def _closes_with_names(text: str, start: int, end: int) -> bool:
    """Whether a bracket after the last sentence holds nothing but offices: `…发布。（各起草部门，区政府办）`."""
    inner = text[start + 1 : end - 1]
    return end == len(text) and text[start - 1] in "。；;！" and is_office(inner) and not _is_note(inner)


def _is_note(inner: str) -> bool:
    return bool(re.search(words("offices")["括注"], inner))


def _unwrapped(text: str) -> str:
    bare = text.strip().strip("。").strip("—－–- 　")
    spans = list(brackets(bare))
    return bare[1:-1].strip() if spans == [(0, len(bare))] else bare
