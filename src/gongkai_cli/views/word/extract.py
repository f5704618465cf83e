"""The words of a finished document's parts, as a reader sees them."""

from typing import Any

from gongkai_cli.views.word.ooxml import w

_PARAGRAPH, _TEXT = w("p"), w("t")
MARKS = {w("br"): "\n", w("tab"): "\t"}


def cell_text(cell: Any) -> str:
    """The words of a cell, a line for each paragraph and line break."""
    return "\n".join(paragraph_text(paragraph) for paragraph in cell.iter(_PARAGRAPH))


def paragraph_text(paragraph: Any) -> str:
    """The words of a paragraph, links included."""
    parts = paragraph.iter(_TEXT, *MARKS)
    return "".join(MARKS.get(str(part.tag)) or part.text or "" for part in parts)
