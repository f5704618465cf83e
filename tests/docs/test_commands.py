import inspect
import re
from pathlib import Path

import pytest
from console import Reader, Step, abridged, agrees, blocks, with_blocks
from msgspec.structs import fields

from gongkai_cli.cli.app import COMMANDS
from gongkai_cli.cli.group import built_as, names
from gongkai_cli.model.record import Act, Evidence, Record
from gongkai_cli.views import data

DOCS = Path(__file__).parents[2] / "docs"
PAGES = sorted((DOCS / "commands").glob("*.md"))

# JSON names that are plain English
PLAIN = {"text", "title", "url", "file", "sha256", "name", "field", "reason", "kind", "unit", "body"}


@pytest.fixture
def reader(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.delenv("GONGKAI_TODAY")  # a reader's today is any day
    return Reader(workspace)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_shows_is_what_comes_out(page: Path, reader: Reader, rewrite: bool) -> None:
    written = blocks(page.read_text("utf-8"))
    played = [[(step, reader.types(step.command)) for step in block] for block in written]
    if rewrite:
        texts = ["\n".join(line for step in block for line in _as_shown(*step)) for block in played]
        page.write_text(with_blocks(page.read_text("utf-8"), texts), "utf-8")
    for block in played:
        for step, output in block:
            assert agrees(step.shown, output), f"{step.command}\n" + "\n".join(output)


def test_every_command_has_a_page_with_transcripts() -> None:
    assert [page.stem for page in PAGES] == sorted(names())
    for page in PAGES:
        assert len(blocks(page.read_text("utf-8"))) >= 2, page


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_on_its_page(command: str) -> None:
    page = (DOCS / "commands" / f"{command.partition(' ')[0]}.md").read_text("utf-8")
    built = built_as(command)
    for param in built.get_params(built.make_context("", [], resilient_parsing=True)):
        names = param.opts if param.param_type_name == "option" else [str(param.metavar)]
        for name in names:
            assert re.search(rf"`{re.escape(name)}\b", page), f"{command}: {name}"


def test_the_glossary_has_every_json_name_that_is_a_term() -> None:
    said = set(re.findall(r"\w+", (DOCS / "glossary.md").read_text("utf-8")))
    told = [one for one in vars(data).values() if inspect.isclass(one) and one.__module__ == data.__name__]
    names = {field.name for struct in (*told, Record, Evidence, Act) for field in fields(struct)}
    assert names - PLAIN - said == set()


def _as_shown(step: Step, output: list[str]) -> list[str]:
    first, *more = step.command.split("\n")
    return [f"$ {first}", *(f"> {line}" for line in more), *abridged(step.shown, output)]
