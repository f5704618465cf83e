"""A page as text. Ways: 一格一行 (a cell a line), 补全 (merged cells repeat it), 少格 (merged cells are gone)."""

from writers.page import Page, Plain, Sheet, Table, placed, width


def txt(page: Page) -> bytes:
    """Write a page as text: tables with tabs, or a cell a line."""
    plain, pieces = Plain(), []
    for block in page.blocks:
        if isinstance(block, Table):
            pieces.append(_table(_grid(block, page.ways, plain), page.ways))
        elif not isinstance(block, Sheet):
            pieces.append("\n".join(plain.lines(block)))
    return ("\n".join(pieces) + "\n").encode("gb18030" if "GB18030" in page.ways else "utf-8")


def md(page: Page) -> bytes:
    """Write a page as Markdown: pipe tables."""
    plain, pieces = Plain(), []
    for block in page.blocks:
        if isinstance(block, Table):
            head, *rows = (f"| {' | '.join(row)} |" for row in _grid(block, page.ways, plain))
            pieces.append("\n".join([head, "|---" * width(block) + "|", *rows, ""]))
        elif not isinstance(block, Sheet):
            pieces.append("\n".join(plain.lines(block)) + "\n")
    return ("\n".join(pieces)).encode()


def _table(grid: list[list[str]], ways: frozenset[str]) -> str:
    if "一格一行" in ways:
        return "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in grid) + "\n"
    return "\n".join("\t".join(row) for row in grid)


def _grid(table: Table, ways: frozenset[str], plain: Plain) -> list[list[str]]:
    grid: list[list[str | None]] = [
        [None if "少格" in ways else ""] * width(table) for _ in range(len(table.rows))
    ]
    for one in placed(table):
        text = "".join(plain.lines(one.cell.text))
        for down in range(one.cell.rows if "补全" in ways else 1):
            grid[one.row + down][one.column] = text
    return [[cell for cell in row if cell is not None] for row in grid]
