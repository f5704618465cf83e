"""Whether a document is an annual report: cheap to ask of any document."""

from gongkai_cli.documents.block import Document, Paragraph
from gongkai_cli.lexicon.load import words


def is_annual(document: Document) -> bool:
    """Say whether it has most of the six headings; a word of the fourth spares other documents the search."""
    word = words("front")["年报必有"]
    if not any(isinstance(block, Paragraph) and word in block.text for block in document.blocks):
        return False
    from gongkai_cli.planimport.annual.sections import headings  # noqa: PLC0415  plans need none of it

    return bool(headings(document))
