"""Terminal cells, counted apart from the program: what the tests measure its lines by."""

from rich.cells import cell_len


def cells(line: str) -> int:
    """Count the cells of a line."""
    return cell_len(line)
