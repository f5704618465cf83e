"""A page as plain text, for pipes and files. Imports nothing that is slow to start."""

from collections.abc import Iterator
from itertools import zip_longest

from gongkai_cli.views.page import GAP, Page, Span, Table
from gongkai_cli.views.width import padded


def text_of(page: Page) -> str:
    """Draw a page: aligned columns, no colours, no trailing spaces."""
    return "\n".join(line.rstrip() for part in page for line in _lines(part)) + "\n"


def _lines(part: object) -> Iterator[str]:
    if isinstance(part, Table):
        yield from _table(part)
    else:
        yield getattr(part, "text", "")


def _table(table: Table) -> Iterator[str]:
    widths = [column.width for column in table.columns]
    yield _joined([column.title for column in table.columns], widths)
    yield _joined(["-" * width for width in widths], widths)
    for row in table.rows:
        for parts in zip_longest(*row, fillvalue=Span("")):
            yield _joined([span.text for span in parts], widths)


def _joined(texts: list[str], widths: list[int]) -> str:
    return (" " * GAP).join(padded(text, width) for text, width in zip(texts, widths, strict=True))
