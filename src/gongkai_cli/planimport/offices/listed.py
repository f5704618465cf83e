"""A responsibility that is nothing but a list of offices, perhaps with a day or a person among them."""

import re

from gongkai_cli.planimport.offices.clauses import Clause, deadline_in
from gongkai_cli.planimport.offices.duty import Duty, duty_of
from gongkai_cli.planimport.offices.masked import mask
from gongkai_cli.planimport.offices.names import is_name, is_office, split_names
from gongkai_cli.planimport.offices.sentence import FROM_CLAUSE

_HAN = r"[^\W\da-zA-Z_]"  # a range of characters would take a hundred times as long to compile
_WITH_PERSON = rf"({_HAN}{{2,}})[^\S\t\r]+({_HAN}{{2,4}})(?!{_HAN})"


def plain_list(text: str, *, comma_parts: bool) -> Duty:
    """Read a list; `comma_parts` as in `read_duty`."""
    text, deadline = _without_deadline(text)
    text, people = _without_people(text)
    rest = Duty(
        deadline=deadline, contact="、".join(people), doubts={"完成时限": FROM_CLAUSE} if deadline else {}
    )
    comma = re.search(r"[,，]", mask(text)) if comma_parts else None
    if comma is None:
        return duty_of({"lead": split_names(text)}, rest)
    lists = {"lead": split_names(text[: comma.start()]), "support": split_names(text[comma.end() :])}
    return duty_of(lists, rest)


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

    return re.sub(_WITH_PERSON, noted, text) if re.search(r"\s", text) else text, people
