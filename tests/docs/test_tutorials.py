import re
from pathlib import Path

import pytest
from console import Reader, Step, abridged, agrees, blocks, with_blocks

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted(DOCS.glob("tutorial-*.md"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_tutorial_shows_is_what_comes_out(
    page: Path, workspace: Path, monkeypatch: pytest.MonkeyPatch, rewrite: bool
) -> None:
    monkeypatch.delenv("GONGKAI_TODAY")  # a reader's today is any day
    reader = Reader(workspace)
    text = page.read_text("utf-8")
    played = [[(step, reader.types(step.command)) for step in block] for block in blocks(text)]
    if rewrite:
        page.write_text(with_blocks(text, [_shown(block) for block in played]), "utf-8")
    for block in played:
        for step, output in block:
            assert agrees(step.shown, output), f"{step.command}\n" + "\n".join(output)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_tutorial_leads_to_what_is_there(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).is_file(), target


def _shown(block: list[tuple[Step, list[str]]]) -> str:
    return "\n".join(
        line for step, said in block for line in (f"$ {step.command}", *abridged(step.shown, said))
    )
