"""A page as rich draws it on a terminal."""

from rich import box
from rich.console import Group
from rich.table import Table as RichTable
from rich.text import Text

from gongkai_cli.views.page import GAP, Page, Span, Table

_STYLES = {
    "": "",
    "bold": "bold",
    "dim": "dim",
    "head": "bold cyan",
    "red": "bold red",
    "yellow": "yellow",
    "green": "green",
    "grey": "dim",
    "done": "green dim",
}


def renderable(page: Page) -> Group:
    """Draw a page in colour."""
    return Group(*(_table(part) if isinstance(part, Table) else _text(part.spans) for part in page))


def _table(table: Table) -> RichTable:
    drawn = RichTable(
        box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, GAP - 1, 0, 0), header_style="bold"
    )
    for column in table.columns:
        drawn.add_column(column.title, width=column.width, no_wrap=True)
    for row in table.rows:
        drawn.add_row(*(Text("\n").join(_text((span,)) for span in cell) for cell in row))
    return drawn


def _text(spans: tuple[Span, ...]) -> Text:
    return Text.assemble(*((span.text, _STYLES[span.style]) for span in spans), no_wrap=True)
