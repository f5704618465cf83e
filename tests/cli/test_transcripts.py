from pathlib import Path

import pytest
from transcript import Player, steps

CASES = sorted((Path(__file__).parents[1] / "cases" / "cli").glob("*.txt"))


@pytest.fixture
def player(workspace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Player:
    return Player(workspace, capsys, monkeypatch)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_transcript_comes_out_as_written(case: Path, player: Player, rewrite: bool) -> None:
    head, written = steps(case.read_text("utf-8"))
    played = [(step.command, player.play(step.command)) for step in written]
    if rewrite:
        body = "\n\n".join(f"$ {command}\n{shown}".rstrip("\n") for command, shown in played)
        case.write_text(f"{head.rstrip()}\n\n{body}\n" if head else f"{body}\n", "utf-8")
    assert played == [(step.command, step.expected) for step in written]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_refusal_is_one_line_and_exit_code_2(case: Path) -> None:
    for step in steps(case.read_text("utf-8"))[1]:
        lines = step.expected.split("\n")
        told = [line for line in lines if line.startswith("! gongkai：")]
        assert len(told) == lines.count("= 2")
