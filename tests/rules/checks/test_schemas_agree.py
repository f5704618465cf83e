"""An editor with our schemas and `gongkai check` are of one mind about the shape of every case file.

They are compared place by place. What else `check` tells needs other files, the day or a calendar (2021-02-30), or
is a slip of the keyboard after which the two read different texts.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from editor import Place, marked, read
from marked_cases import CASES, sections

from gongkai_cli.model.convert import convert
from gongkai_cli.model.entry import Entry
from gongkai_cli.store.schemas import schemas_in
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.read import load

PROJECT = Path(__file__).parents[3]
SCHEMAS = PROJECT / "schemas"
KEYWORDS = {"unknown-key": "additionalProperties", "missing-key": "required"}


@pytest.fixture(scope="module")
def kinds() -> dict[str, type[Entry]]:
    """The type each schema was made of."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(PROJECT / "tools")
        import make_schemas

        return {f"{one.name}.schema.json": one.kind for one in make_schemas.SCHEMAS}


def _parses(text: str) -> bool:
    try:
        return load(text) is not None
    except YamlFault:
        return False


def texts() -> list[Any]:
    """Every data file that can be read, of the cases and of the demonstration workspace."""
    found = [(case.stem, *part) for case in sorted(CASES.glob("*/*.yaml")) for part in sections(case)]
    files = sorted((PROJECT / "gongkai.yaml", *PROJECT.glob("data/**/*.yaml")))
    found += [("demo", file.relative_to(PROJECT).as_posix(), file.read_text("utf-8")) for file in files]
    return [pytest.param(file, text, id=f"{name}-{file}") for name, file, text in found if _parses(text)]


@pytest.mark.parametrize(("file", "text"), texts())
def test_editor_and_check_mark_the_same_places(file: str, text: str, kinds: dict[str, type[Entry]]) -> None:
    (found,) = (one for one in schemas_in(SCHEMAS) if one.describes(file))
    schema = json.loads((SCHEMAS / found.url).read_text("utf-8"))
    told = {one for one in _told(text, kinds[found.url]) if _value(text, one[0]) != "2021-02-30"}
    assert {(at, _word(word)) for at, word in marked(schema, read(text))} == told


def _told(text: str, kind: type[Entry]) -> set[tuple[Place, str]]:
    """What `check` finds wrong with the shape of a text, and where; an unknown key is told of the entry that has it."""
    _, problems = convert(load(text), kind, "")
    return {
        (one.at[:-1] if one.code == "unknown-key" else one.at, KEYWORDS.get(one.code, "")) for one in problems
    }


def _word(keyword: str) -> str:
    return keyword if keyword in KEYWORDS.values() else ""


def _value(text: str, place: Place) -> Any:
    value = load(text)
    for step in place:
        value = value[step]
    return value
