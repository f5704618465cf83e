"""Blocks drawn so that a person can check them."""

from collections.abc import Iterable, Iterator

from gongkai_cli.documents.block import Block, Paragraph, Table


def drawn(found: Iterable[Block]) -> str:
    """Draw a paragraph a line, a table row with bars; ⏎ a line end, ^ covered from above, < from the left."""
    lines: list[str] = []
    for block in found:
        if isinstance(block, Paragraph):
            lines.append(f"{block.locator}: {_shown(block.text)}")
        else:
            lines += _rows(block)
    return "\n".join(lines) + "\n"


def _rows(table: Table) -> Iterator[str]:
    covered: set[tuple[int, int]] = set()
    for number, row in enumerate(table.rows):
        line: list[str] = []
        cells = list(row.cells)
        while cells or (number, len(line)) in covered:
            if (number, len(line)) in covered:
                line.append("^")
                continue
            cell, column = cells.pop(0), len(line)
            line += [_shown(cell.text)] + ["<"] * (cell.colspan - 1)
            below = range(number + 1, number + cell.rowspan)
            covered |= {(down, column + across) for down in below for across in range(cell.colspan)}
        yield f"{row.locator}| " + " | ".join(line)


def _shown(text: str) -> str:
    return text.replace("\n", "⏎")
