"""Responsibilities with labels or marks: `牵头单位:A;配合单位:B`, `办公室（牵头）、计财处`."""

import re
from functools import cache

from gongkai_cli.lexicon.load import words
from gongkai_cli.planimport.offices.duty import Duty, duty_of
from gongkai_cli.planimport.offices.masked import brackets, mask
from gongkai_cli.planimport.offices.names import are_names, clean, joined, split_names


def labelled(text: str) -> Duty:
    """Read a text that holds labels; what stands before the first leads."""
    parts: dict[str, list[str]] = {}
    hidden = mask(text)
    found = list(labels().finditer(hidden))
    before = clean(text[: found[0].start()])
    for here, following in zip(found, [*found[1:], None], strict=True):
        end = following.start() if following else len(text)
        parts.setdefault(str(here.lastgroup), []).append(text[here.end() : end].strip(" 　;；,，。\n"))
    lists = {
        role: split_names("、".join(parts.get(role, []))) for role in ("lead", "support", "implementing")
    }
    responsible = split_names("、".join(parts.get("responsible", [])))
    role = "support" if lists["lead"].names else "lead"
    lists[role] = joined(lists[role], responsible)
    if before:
        lists["lead"] = joined(split_names(before), lists["lead"])
    return duty_of(
        lists,
        Duty(
            contact="、".join(parts.get("contact", [])),
            deadline="；".join(parts.get("deadline", [])),
            sentence=True,
        ),
    )


def listed_in_bracket(text: str) -> Duty | None:
    """Read `X各工作组(牵头单位:A、B等)办理`: the bracket lists the leads."""
    for start, end in brackets(text):
        inner = text[start + 1 : end - 1]
        if labels().match(mask(inner)) and labelled(inner).named:
            return labelled(inner)
    return None


def without_contacts(text: str) -> tuple[str, str]:
    """Part `县教育局（责任人：卢珊）` into the offices and the people their brackets name."""
    people: list[str] = []
    for start, end in reversed(brackets(text)):
        found = labels().match(mask(text[start + 1 : end - 1]))
        if found and found.lastgroup == "contact":
            people.insert(0, text[start + 1 : end - 1][found.end() :].strip())
            text = text[:start] + text[end:]
    return text, "、".join(people)


def marked_in_brackets(text: str) -> Duty | None:
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


def with_colons(text: str) -> str:
    """Give labels that lost their colon one (`牵头单位 办公室`), where only names follow."""

    def mended(found: re.Match[str]) -> str:
        follows = re.split("[,，;；。\n]", text[found.end() :], maxsplit=1)[0]
        return f"{found[0].rstrip()}：" if follows.strip() and are_names(follows) else found[0]

    return _bare_label().sub(mended, text)


@cache
def labels() -> re.Pattern[str]:
    """Match a label with its colon; the name of the group is the role."""
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
