"""Which year a report is on and whose it is: by its title, its statistics window, its signature, its first sentence."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from gongkai_cli.documents.block import Document, Paragraph
from gongkai_cli.lexicon.numerals import number
from gongkai_cli.planimport.annual.pattern import filled, pattern, said
from gongkai_cli.planimport.annual.sections import Section
from gongkai_cli.planimport.front import front_pattern
from gongkai_cli.planimport.item import Claim
from gongkai_cli.planimport.wording import squeezed

NOT_STATED = "原文未写"
_MAX_TITLE = 60
_MIN_SENTENCE = 20
_SIGNATURE_LINES = 4


class Front(Struct, frozen=True, kw_only=True):
    """The facts of a report, its lead-in, the text they take up, and doubts about them.

    `signature` tells the blocks below the last section that are not its text.
    """

    title: str = ""
    year: int = 0
    body: str = ""
    lead_in: str = ""
    claims: tuple[Claim, ...] = ()
    signature: frozenset[int] = frozenset()
    doubts: dict[str, str] = {}


class _Title(Struct, frozen=True):
    text: str = ""
    year: int = 0
    body: str = ""
    blocks: tuple[int, ...] = ()


def read_front(document: Document, sections: Sequence[Section]) -> Front:
    """Read the facts; what the report does not state stays empty, with a doubt."""
    first = sections[0].heading.block
    title = _title(document, first)
    lead_in = [index for index in _paragraphs(document, 0, first) if _is_sentence(document, index, title)]
    signature, signed = _signature(document, sections[-1])
    prose = [_text(document, index) for index in lead_in]
    sentence = _first_sentence(sections)
    window = next((found for text in prose if (found := pattern("统计期").search(squeezed(text)))), None)
    compiled = next(
        (found["body"] for text in prose if (found := pattern("编制").search(squeezed(text)))), ""
    )
    years = [title.year, _year(window), _year(sentence)]
    bodies = [
        title.body,
        signed,
        compiled,
        sentence["body"] if sentence and "body" in sentence.re.groupindex else "",
    ]
    stated_in = {"年度": years, "单位": bodies}
    blocks = {**dict.fromkeys((*title.blocks, *signature), "header"), **dict.fromkeys(lead_in, "task")}
    return Front(
        title=title.text,
        year=next(filter(None, years), 0),
        body=next(filter(None, bodies), ""),
        lead_in="\n".join(text.strip() for text in prose),
        claims=tuple(_claim(document, index, role) for index, role in blocks.items()),
        signature=signature,
        doubts={key: why for key, said_by in stated_in.items() if (why := _doubt(said_by, sentence))},
    )
