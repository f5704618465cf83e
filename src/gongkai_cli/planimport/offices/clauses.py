"""The clauses of a responsibility sentence: which names, which role, in what order.

`A牵头,会同B以及C办理` is read as lead A; support B, C: the clause list keeps what each list of names was followed by.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.deadline import Kind
from gongkai_cli.planimport.offices.masked import mask
from gongkai_cli.planimport.offices.names import are_names, is_office
from gongkai_cli.rules.deadline import read_deadline
from gongkai_cli.rules.deadline_phrases import phrases_in

_BREAK = re.compile(r"[。;,\n]+")
_GOES_ON = re.compile(r"\s*(?:以及|及|和|与)")
_ANY_YEAR = 2000
_LONGEST_DEADLINE = 30
_TELLS = re.compile("[年月日号季周底前后]|全|长期|持续|部署")
_ONLY_JOINS = frozenset({"会同", "会商"})


class Clause(NamedTuple):
    """Names and what they do: `lead`, `do`, `support`, `make` (做好…), `join` (会同…), or "" where no verb follows.

    `goes_on` says that the clause begins with 以及 and so belongs to the list before it.
    """

    names: str
    role: str
    goes_on: bool = False
    object: str = ""


def clauses(text: str) -> Iterator[Clause]:
    """Give the clauses of a sentence; one that names nobody is passed over (role `other`)."""
    hidden, start = mask(text), 0
    for found in [*_BREAK.finditer(hidden), None]:
        end = found.start() if found else len(text)
        if text[start:end].strip():
            yield from _clause(text[start:end])
        start = found.end() if found else end


def is_deadline_clause(clause: Clause) -> bool:
    """Whether a clause says until when and not who (`12月底前完成`)."""
    return bool(deadline_in(clause))


def deadline_in(clause: Clause) -> str:
    """The words of a clause that says until when, without 完成 and the like; "" for any other clause."""
    said = clause.names.strip() + clause.object
    if clause.role != "other" or len(said) > _LONGEST_DEADLINE or not _TELLS.search(said):
        return ""
    if read_deadline(said, _ANY_YEAR).kind in {Kind.UNKNOWN, Kind.UNSPECIFIED}:
        return ""
    phrases = phrases_in(said)
    return said[slice(*phrases[0])] if phrases else said


def _clause(text: str) -> Iterator[Clause]:
    goes_on = _GOES_ON.match(text)
    body = text[goes_on.end() :] if goes_on else text
    joined = _split_at_join(body)
    if joined:
        before, after = joined
        if before.strip():
            first = _simple(before, goes_on=bool(goes_on))
            yield first._replace(role=first.role or "do")
        verb = _verb(after)
        yield Clause(
            after[: verb.start()] if verb else after, "join", False, after[verb.end() :] if verb else ""
        )
        return
    yield _simple(body, goes_on=bool(goes_on))


def _simple(text: str, *, goes_on: bool) -> Clause:
    verb = _verb(text)
    if verb:
        return Clause(text[: verb.start()], str(verb.lastgroup), goes_on, text[verb.end() :])
    return Clause(text, "" if are_names(text) else "other", goes_on)


def _verb(text: str) -> re.Match[str] | None:
    """Find the first verb whose left side is a list of names, or nothing."""
    hidden = mask(text)
    for found in _verbs().finditer(hidden):
        left = re.sub(r"^\s*由", "", text[: found.start()]).strip()
        if are_names(left) or (not left and not is_office(text)):
            return found
    return None


def _split_at_join(text: str) -> tuple[str, str] | None:
    """Part `A会同B` and `A会B`: what stands before is an office beyond doubt, or ends in a verb, or is nothing."""
    hidden = mask(text)
    for found in _joins().finditer(hidden):
        left, right = text[: found.start()].strip(), text[found.end() :]
        if not right.strip() or not _ends_before_join(left, text, found[0]):
            continue
        verb = _verb(right)
        if are_names(right[: verb.start()] if verb else right):
            return left, right
    return None


def _ends_before_join(left: str, text: str, join: str) -> bool:
    """Whether what stands before can end there; 联合执法队 and the like begin a name and join nothing."""
    if not left:
        return join in _ONLY_JOINS or not is_office(text)
    return is_office(left) or _verb(left) is not None


@cache
def _joins() -> re.Pattern[str]:
    return re.compile(words("offices")["会同"])


@cache
def _verbs() -> re.Pattern[str]:
    said = words("offices")
    roles = {"support": "配合", "lead": "牵头", "make": "做好", "do": "承办"}
    verbs = "|".join(f"(?P<{role}>{said[key]})" for role, key in roles.items())
    return re.compile(f"后?(?:{verbs})(?!{said['动词不接']})")
