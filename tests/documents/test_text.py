"""Plain text is transcribed into blocks; input and expected grid side by side."""

from pathlib import Path

import pytest
from drawing import drawn

from gongkai_cli.documents.text import blocks

CASES = sorted((Path(__file__).parents[1] / "cases" / "documents" / "text").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_text_is_transcribed_as_drawn(case: Path) -> None:
    assert drawn(blocks(case.read_text("utf-8"))) == case.with_suffix(".grid").read_text("utf-8")
