"""A responsibility cell or sentence → Duty. What the grammar cannot split for sure carries its doubt."""

import re
from functools import cache

from gongkai_cli.lexicon.load import words
from gongkai_cli.planimport.clauses import Clause, clauses, deadline_in, is_deadline_clause
from gongkai_cli.planimport.duty import Duty
from gongkai_cli.planimport.masked import brackets, mask
from gongkai_cli.planimport.names import (
    NameList,
    are_names,
    clean,
    is_name,
    is_nobody,
    is_office,
    split_names,
)

_TWO_LEADS = "原文分句各有承办单位，请确认谁牵头"
_NO_VERB = "这些名称后面没有说明分工，请确认"
_MADE = "原文为“{said}”，按配合记，请确认"
_FROM_CLAUSE = "取自责任分工一句"
_MAX_SENTENCE = 240
_WITH_PERSON = re.compile(r"([\u4e00-\u9fff]{2,})[ \u3000]+([\u4e00-\u9fff]{2,4})(?![\u4e00-\u9fff])")


def read_duty(text: str, *, comma_parts: bool = False) -> Duty:
    """Understand who is responsible.

    `comma_parts`: the document speaks of 主办 and 会办, so that a comma parts the lead from the support
    (`法规宣传处，办公室、各处室`); else a comma joins equals like 、.
    """
    bare = _with_colons(_unwrapped(text))
    if not bare or is_nobody(bare):
        return Duty()
    if _labels().search(mask(bare)):
        return _labelled(bare)
    listed = _listed_in_bracket(bare)
    if listed:
        return listed
    marked = _marked_in_brackets(bare)
    if marked:
        return marked
    found = list(clauses(bare))
    if any(clause.role not in {"", "other"} for clause in found):
        return _sentence(found)
    return _plain_list(bare, comma_parts=comma_parts)


def is_duty(text: str) -> bool:
    """Whether a text is nothing but a sentence that says who is responsible."""
    bare = _unwrapped(text)
    if not bare or len(bare) > _MAX_SENTENCE or bare.startswith("请"):
        return False
    if _labels().match(mask(bare)):
        return bool(_all_names(read_duty(bare)))
    if _listed_in_bracket(bare):
        return True
    said = [clause for clause in clauses(bare) if not is_deadline_clause(clause)]
    if not said or said[0].role == "other" or not (said[0].names.strip() or said[0].role == "join"):
        return False
    duty = read_duty(bare)
    return duty.sentence and bool(_all_names(duty))


def names_deadline_only(text: str) -> bool:
    """Whether a text is a label with a deadline (`完成时限：6月底前`) and names nobody."""
    bare = _unwrapped(text)
    return (
        bool(_labels().match(mask(bare)))
        and bool(read_duty(bare).deadline)
        and not _all_names(read_duty(bare))
    )


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
        if _labels().match(mask(bare[start:])) and is_duty(bare[start:]):
            return start, len(text)
    last = inner[-1] if inner else len(bare)
    return (last, len(text)) if last < len(bare) and is_duty(bare[last:]) else (len(text), len(text))


def _closes_with_names(text: str, start: int, end: int) -> bool:
    """Whether a bracket after the last sentence holds nothing but offices: `…发布。（各起草部门，区政府办）`."""
    inner = text[start + 1 : end - 1]
    return end == len(text) and text[start - 1] in "。；;！" and is_office(inner) and not _is_note(inner)


def _is_note(inner: str) -> bool:
    return bool(re.search(words("offices")["括注"], inner))


def _all_names(duty: Duty) -> tuple[str, ...]:
    return duty.lead + duty.support + duty.implementing


def _with_colons(text: str) -> str:
    """Give labels that lost their colon one (`牵头单位 办公室`), where only names follow."""

    def mended(found: re.Match[str]) -> str:
        follows = re.split("[,，;；。\n]", text[found.end() :], maxsplit=1)[0]
        return f"{found[0].rstrip()}：" if follows.strip() and are_names(follows) else found[0]

    return _bare_label().sub(mended, text)


def _unwrapped(text: str) -> str:
    bare = text.strip().strip("。").strip("—－–- 　")
    spans = list(brackets(bare))
    return bare[1:-1].strip() if spans == [(0, len(bare))] else bare


# --- labels: 牵头单位:A;配合单位:B ------------------------------------------------------------------------------


def _labelled(text: str) -> Duty:
    parts: dict[str, list[str]] = {}
    hidden = mask(text)
    found = list(_labels().finditer(hidden))
    before = clean(text[: found[0].start()])
    for here, following in zip(found, [*found[1:], None], strict=True):
        end = following.start() if following else len(text)
        parts.setdefault(str(here.lastgroup), []).append(text[here.end() : end].strip(" 　;；,，。\n"))
    lists = {
        role: split_names("、".join(parts.get(role, []))) for role in ("lead", "support", "implementing")
    }
    responsible = split_names("、".join(parts.get("responsible", [])))
    role = "support" if lists["lead"].names else "lead"
    lists[role] = _joined(lists[role], responsible)
    if before:
        lists["lead"] = _joined(split_names(before), lists["lead"])
    return _duty(
        lists,
        Duty(
            contact="、".join(parts.get("contact", [])),
            deadline="；".join(parts.get("deadline", [])),
            sentence=True,
        ),
    )


def _listed_in_bracket(text: str) -> Duty | None:
    """Read `X各工作组(牵头单位:A、B等)办理`: the bracket lists the leads."""
    for start, end in brackets(text):
        inner = text[start + 1 : end - 1]
        if _labels().match(mask(inner)):
            return _labelled(inner)
    return None


def _marked_in_brackets(text: str) -> Duty | None:
    """Read `办公室（牵头）、计财处`: the marked ones lead; `A、B（排名第一的为牵头单位）`: the first leads."""
    spans = list(brackets(text))
    if spans and re.search(words("offices")["首位牵头"], text[slice(*spans[-1])]):
        names = split_names(text[: spans[-1][0]]).names
        return Duty(lead=names[:1], support=names[1:], sentence=True)
    names = split_names(text).names
    leads = [name for name in names if _mark_pattern().search(name)]
    if not leads:
        return None
    others = tuple(_any_mark().sub("", name) for name in names if name not in leads)
    return Duty(lead=tuple(_mark_pattern().sub("", name) for name in leads), support=others, sentence=True)


# --- sentences ---------------------------------------------------------------------------------------------


class _Reading:
    """Names gathered by role while the clauses are read one after the other."""

    def __init__(self) -> None:
        self.lists: dict[str, NameList] = {"lead": NameList(()), "support": NameList(())}
        self.doubts: dict[str, str] = {}
        self.pending = NameList(())
        self.last = ""
        self.led_by = ""
        self.deadline = ""

    def take(self, clause: Clause) -> None:
        """Put the names of a clause, and those still waiting for a verb, where they belong."""
        names = _joined(self.pending, split_names(clause.names))
        if clause.role == "other":
            self.deadline = self.deadline or deadline_in(clause)
            if self.deadline:
                self.doubts.setdefault("完成时限", _FROM_CLAUSE)
            return
        if not clause.role and not clause.goes_on:
            self.pending = names
            return
        if not clause.role and not self.last:
            self.pending = names
            return
        self.pending = NameList(())
        role = self.last if clause.goes_on and self.last else self.role_of(clause)
        self.lists[role] = _joined(self.lists[role], names)
        self.last = role

    def role_of(self, clause: Clause) -> str:
        """Say what names with this verb are, given what was read before."""
        if clause.role in {"join", "support"}:
            return "support"
        if clause.role == "make":
            return self.role_of_making(clause)
        if clause.role == "do" and self.led_by == "lead":
            return "support"
        if self.led_by:
            self.doubts["牵头"] = _TWO_LEADS
        self.led_by = self.led_by or clause.role
        return "lead"

    def role_of_making(self, clause: Clause) -> str:
        """Tell 做好发布工作 (does the work) from 做好技术支持和指导 (helps)."""
        if re.search(words("offices")["做好即配合"], clause.object):
            return "support"
        if self.led_by or self.lists["lead"].names:
            self.doubts["配合"] = _MADE.format(said=f"做好{clause.object}".strip("。"))
            return "support"
        self.led_by = "make"
        return "lead"


def _sentence(found: list[Clause]) -> Duty:
    reading = _Reading()
    for clause in found:
        reading.take(clause)
    rest = reading.pending
    if rest.names:
        role = "support" if reading.lists["lead"].names else "lead"
        reading.lists[role] = _joined(reading.lists[role], rest)
        reading.doubts.setdefault("配合" if role == "support" else "牵头", _NO_VERB)
    return _duty(reading.lists, Duty(doubts=reading.doubts, deadline=reading.deadline, sentence=True))


# --- lists -------------------------------------------------------------------------------------------------


def _plain_list(text: str, *, comma_parts: bool) -> Duty:
    text, deadline = _without_deadline(text)
    text, people = _without_people(text)
    rest = Duty(
        deadline=deadline, contact="、".join(people), doubts={"完成时限": _FROM_CLAUSE} if deadline else {}
    )
    comma = re.search(r"[,，]", mask(text)) if comma_parts else None
    if comma is None:
        return _duty({"lead": split_names(text)}, rest)
    lists = {"lead": split_names(text[: comma.start()]), "support": split_names(text[comma.end() :])}
    return _duty(lists, rest)


def _without_deadline(text: str) -> tuple[str, str]:
    """Part `执法大队 6月底前`: a piece that is a deadline and no name."""
    pieces = re.split(r"([\s、，,；;]+)", text)
    days = [
        piece for piece in pieces[::2] if piece and not is_name(piece) and deadline_in(Clause(piece, "other"))
    ]
    if not days:
        return text, ""
    return "".join(piece for piece in pieces if piece not in days).strip(" 、，,；;"), "；".join(days)


def _without_people(text: str) -> tuple[str, list[str]]:
    """Part `经管站 吴永明`: a short piece after a blank that cannot be an office is a person."""
    people: list[str] = []

    def noted(found: re.Match[str]) -> str:
        if not is_office(found[1]) or is_name(found[2]):
            return found[0]
        people.append(found[2])
        return found[1]

    return _WITH_PERSON.sub(noted, text), people


def _joined(first: NameList, second: NameList) -> NameList:
    return NameList(tuple(dict.fromkeys(first.names + second.names)), first.reasons + second.reasons)


_LABEL_OF = {"lead": "牵头", "support": "配合", "implementing": "落实部门"}


def _duty(lists: dict[str, NameList], rest: Duty) -> Duty:
    doubts = {
        _LABEL_OF[role]: "；".join(dict.fromkeys(found.reasons))
        for role, found in lists.items()
        if found.reasons
    }
    return Duty(
        lead=lists.get("lead", NameList(())).names,
        support=lists.get("support", NameList(())).names,
        implementing=lists.get("implementing", NameList(())).names,
        contact=rest.contact,
        deadline=rest.deadline,
        doubts=rest.doubts | doubts,
        sentence=rest.sentence,
    )


@cache
def _labels() -> re.Pattern[str]:
    said = words("offices")["标签"]
    return re.compile(
        "|".join(
            f"(?P<{role}>(?:{pattern})\\s*(?::|(?<=[位门室构])为)\\s*)" for role, pattern in said.items()
        )
    )


@cache
def _any_mark() -> re.Pattern[str]:
    labels = "|".join(words("offices")["标签"][role] for role in ("lead", "support", "responsible"))
    return re.compile(rf"[（(]\s*(?:{labels})\s*[）)]$")


@cache
def _bare_label() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[,，;；。\s]))(?:{words('offices')['标签无冒号']})[\s\u3000]*(?![:：\s为])")


@cache
def _mark_pattern() -> re.Pattern[str]:
    return re.compile(rf"[（(]\s*(?:{words('offices')['标签']['lead']})\s*[）)]$")
