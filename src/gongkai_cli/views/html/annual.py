"""The annual report as a web page: real headings, and tables whose every number names its heads (`headers`)."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from gongkai_cli.lexicon.load import words
from gongkai_cli.rules.annual.form import Cell, Printed, printed
from gongkai_cli.views.annual_paper import Paper, Section
from gongkai_cli.views.word.clean import clean

_STYLE = Path(__file__).with_name("annual.css")


def annual_html(paper: Paper) -> str:
    """Write the page."""
    style = _STYLE.read_text("utf-8")
    return "\n".join(
        (
            "<!DOCTYPE html>",
            '<html lang="zh-CN">',
            "<head>",
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{_said(paper.title)}</title>",
            f"<style>\n{style}</style>",
            "</head>",
            "<body>",
            *_draft(paper),
            "<main>",
            f"<h1>{_said(paper.title)}</h1>",
            *_paragraphs(paper.lead_in),
            *(line for section in paper.sections for line in _section(paper, section)),
            "</main>",
            "</body>",
            "</html>",
            "",
        )
    )


def _draft(paper: Paper) -> Iterator[str]:
    if paper.draft:
        yield f'<p class="draft" role="note">{_said(words("annual")["草稿"])}</p>'


def _section(paper: Paper, section: Section) -> Iterator[str]:
    yield f'<section aria-labelledby="{section.name}">'
    yield f'<h2 id="{section.name}">{_said(section.heading)}</h2>'
    yield from _paragraphs(section.paragraphs)
    if section.table in paper.numbers:
        yield from _table(paper, section)
    elif section.table:
        yield f'<p class="missing">{_said(words("annual_form")["缺失"])}</p>'
    elif not section.paragraphs:
        yield f"<p>{_said(words('annual')['请补充'])}</p>"
    yield "</section>"


def _paragraphs(texts: tuple[str, ...]) -> Iterator[str]:
    yield from (f"<p>{_said(text)}</p>" for text in texts)


# --- tables -------------------------------------------------------------------------------------------------


def _table(paper: Paper, section: Section) -> Iterator[str]:
    """A frame that scrolls by itself where the screen is narrow, reached by the keyboard too."""
    form = printed(paper.form, section.table)
    caption = f"{section.table}　{section.heading.partition('、')[2]}"
    yield f'<div class="frame" role="region" aria-labelledby="{section.name}-table" tabindex="0">'
    yield f'<table class="columns-{form.columns}">'
    yield f'<caption id="{section.name}-table">{_said(caption)}</caption>'
    rows = list(_rows(form, section.name, iter(paper.numbers[section.table])))
    if form.heads:
        yield from ("<thead>", *rows[: form.heads], "</thead>")
    yield from ("<tbody>", *rows[form.heads :], "</tbody>", "</table>", "</div>")


def _rows(form: Printed, prefix: str, numbers: Iterator[str]) -> Iterator[str]:
    """Write the rows, each value with the names of its heads."""
    grid = _grid(form)
    for row, cells in enumerate(form.rows):
        written = []
        for cell in cells:
            column = next(at for at, one in enumerate(grid[row]) if one is not None and one[0] is cell)
            if cell.role == "value":
                written.append(_value(cell, _heads(grid, row, column, prefix), next(numbers)))
            else:
                written.append(_head(cell, f"{prefix}-{row}-{column}"))
        yield f"<tr>{''.join(written)}</tr>"


Place = tuple[Cell, int, int]
"""A cell with the row and the column where it begins."""


def _grid(form: Printed) -> list[list[Place | None]]:
    """Say of every place of the table which cell covers it."""
    grid: list[list[Place | None]] = [[None] * form.columns for _ in form.rows]
    for row, cells in enumerate(form.rows):
        for cell in cells:
            column = grid[row].index(None)
            for below in range(row, row + cell.rowspan):
                grid[below][column : column + cell.colspan] = [(cell, row, column)] * cell.colspan
    return grid


def _heads(grid: list[list[Place | None]], row: int, column: int, prefix: str) -> str:
    """Name the heads of a value: the labels of its row, the heads above it up to the band they stand below."""
    found: list[Place] = [one for one in grid[row][:column] if one and one[0].role == "stub"]
    for above in reversed(grid[:row]):
        place = above[column]
        if place and place[0].role in {"head", "band"}:
            found.append(place)
            if place[0].role == "band":
                break
    return " ".join(dict.fromkeys(f"{prefix}-{at}-{along}" for _, at, along in found))


def _value(cell: Cell, heads: str, number: str) -> str:
    return f'<td headers="{heads}"{_spans(cell)}>{_said(number)}</td>'


def _head(cell: Cell, name: str) -> str:
    if cell.role == "note":
        return f'<td class="note"{_spans(cell)}>{_said(cell.text)}</td>'
    down = "colgroup" if cell.colspan > 1 else "col"
    across = "rowgroup" if cell.rowspan > 1 else "row"
    scope = across if cell.role == "stub" else down
    return f'<th id="{name}" scope="{scope}" class="{cell.role}"{_spans(cell)}>{_said(cell.text)}</th>'


def _spans(cell: Cell) -> str:
    said = {"rowspan": cell.rowspan, "colspan": cell.colspan}
    return "".join(f' {name}="{count}"' for name, count in said.items() if count > 1)


def _said(text: str) -> str:
    return escape(clean(text))
