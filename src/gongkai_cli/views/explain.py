"""The manual page of a code: what a check looks for, why, and how to mend it; of any other message its sentence."""

import unicodedata

from gongkai_cli.lexicon.load import level, sentence, words
from gongkai_cli.model.problem import Refusal
from gongkai_cli.rules.checks import CHECKS
from gongkai_cli.views.page import Line, Page, Span, line, paragraph
from gongkai_cli.views.width import padded

_MENDING = "改法："
_REFUSED = "拒绝"


def manual_page(code: str, width: int) -> Page:
    """Lay out the page of a code. Refuses one that nothing has."""
    wanted = unicodedata.normalize("NFKC", code).strip().lower()
    if wanted not in words("messages"):
        raise Refusal("no-such-code", value=code, known="\n".join(words("messages")))
    grave = level(wanted) if "级别" in words("messages")[wanted] or wanted in _manuals() else _REFUSED
    head = Line((Span(wanted, "head"), Span(f"（{grave}）", "dim")))
    said = _manuals().get(wanted) or f"{sentence(wanted)}。"
    return (head, *(one for part in _parts(said) for one in (line(), *paragraph(part, width))))


def headlines_page(width: int) -> Page:
    """List the checks, each with what it finds."""
    codes = [one.CODE for one in CHECKS]
    room = max(map(len, codes)) + 2
    return tuple(
        part
        for code in codes
        for part in paragraph(_manuals()[code].partition("\n")[0], width, label=padded(code, room))
    )


def _manuals() -> dict[str, str]:
    """Return the manual page of each check: its docstring."""
    return {one.CODE: (one.__doc__ or "").strip() for one in CHECKS}


def _parts(text: str) -> list[str]:
    """Part a page into headline, why and how, the hard wraps of each undone."""
    why, mending, how = text.partition(_MENDING)
    head, _, rest = why.partition("\n\n")
    return ["".join(one.split("\n")) for one in (head, rest, mending + how) if one.strip()]
