"""Plain text is transcribed into blocks; input and expected grid side by side."""

from pathlib import Path

import pytest

from gongkai_cli.documents.block import Block, Paragraph
from gongkai_cli.documents.text import blocks

CASES = sorted((Path(__file__).parents[1] / "cases" / "documents").glob("*.txt"))


def drawn(found: tuple[Block, ...]) -> str:
    """Draw blocks so that a person can check them: a paragraph a line, a table row with bars, ⏎ for a line end."""
    lines: list[str] = []
    for block in found:
        if isinstance(block, Paragraph):
            lines.append(f"{block.locator}: {block.text}")
        else:
            lines += [
                f"{row.locator}| " + " | ".join(cell.text.replace("\n", "⏎") for cell in row.cells)
                for row in block.rows
            ]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_text_is_transcribed_as_drawn(case: Path) -> None:
    assert drawn(blocks(case.read_text("utf-8"))) == case.with_suffix(".grid").read_text("utf-8")
