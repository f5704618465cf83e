"""Whether a document is an annual report: cheap to ask of any document."""

from collections.abc import Iterator

from gongkai_cli.documents.block import Block, Document, Paragraph
from gongkai_cli.lexicon.load import words


def is_annual(document: Document) -> bool:
    """Say whether it has most of the six headings; a word of the fourth spares other documents the search."""
    word = words("front")["年报必有"]
    if not any(word in text for block in document.blocks for text in _texts(block)):
        return False
    from gongkai_cli.planimport.annual.sections import headings  # noqa: PLC0415  plans need none of it
    from gongkai_cli.planimport.annual.unfold import unfolded  # noqa: PLC0415

    return bool(headings(unfolded(document)))


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    else:
        yield from (cell.text for row in block.rows for cell in row.cells)
