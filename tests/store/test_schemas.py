import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from gongkai_cli.model.leaf import LEAVES
from gongkai_cli.model.record import Record
from gongkai_cli.store.ledgers import append_record
from gongkai_cli.store.schemas import schema_line, schemas_in

PROJECT = Path(__file__).parents[2]
SCHEMAS = PROJECT / "schemas"
NEWER_THAN_DRAFT_07 = {
    "$anchor", "$defs", "$dynamicRef", "$recursiveRef", "contentSchema", "dependentRequired", "dependentSchemas",
    "maxContains", "minContains", "prefixItems", "unevaluatedItems", "unevaluatedProperties",
}  # fmt: skip


@pytest.fixture(scope="module")
def tools() -> Any:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(PROJECT / "tools")
        import make_schemas

        yield make_schemas


def test_the_committed_schemas_are_current(tools: Any) -> None:
    committed = {path.name: path.read_text("utf-8") for path in SCHEMAS.iterdir()}
    assert committed == tools.texts(), "请运行 python tools/make_schemas.py"


@pytest.mark.parametrize("file", sorted(SCHEMAS.glob("*.schema.json")), ids=lambda file: file.name)
def test_a_schema_is_of_draft_07_and_says_what_every_key_is_for(file: Path) -> None:
    schema = json.loads(file.read_text("utf-8"))
    Draft7Validator.check_schema(schema)
    for part in [schema, *schema["definitions"].values()]:
        assert part["additionalProperties"] is False
        assert all(one["description"] for one in part["properties"].values())
        assert part.keys().isdisjoint(NEWER_THAN_DRAFT_07)
        for one in part["properties"].values():
            assert one.keys().isdisjoint({*NEWER_THAN_DRAFT_07, "$ref"})  # nothing counts beside `$ref`


WRITTEN = st.text("019０１９-－.．%％+−年 x", max_size=12) | st.dates().map(str)


@given(WRITTEN, st.sampled_from(list(LEAVES)))
def test_the_pattern_of_a_leaf_accepts_what_its_reader_accepts(text: str, kind: Any) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(PROJECT / "tools")
        from schemaparts.leaf import LEAVES as SHAPES
    try:
        LEAVES[kind][0](text)
        accepted = True
    except ValueError:
        accepted = False
    valid = Draft7Validator(SHAPES[kind]).is_valid(text)
    assert valid == accepted or (kind is date and valid and _is_no_day(text))


def _is_no_day(text: str) -> bool:
    """Say whether a text is shaped like a day that no calendar has: 2021-02-30, 0000-01-01."""
    year, month, day = (int(part) for part in text.replace("－", "-").split("-"))
    return not year or (month, day) in {(2, 29), (2, 30), (2, 31), (4, 31), (6, 31), (9, 31), (11, 31)}


def test_each_kind_of_data_file_has_one_schema() -> None:
    files = {
        "gongkai.yaml": "gongkai",
        "data/plans/p.yaml": "plan",
        "data/ledger/p/法规宣传处.yaml": "ledger",
        "data/ledger/p/督办.yaml": "supervision",
        "calendar.yaml": "calendar",
        "data/requests/2021.yaml": "requests",
        "data/annual/2020.yaml": "annual-2019",
        "data/annual/2035.yaml": "annual-2021",
    }
    found = {file: [one.url for one in schemas_in(SCHEMAS) if one.describes(file)] for file in files}
    assert found == {file: [f"{name}.schema.json"] for file, name in files.items()}


RECORD = Record(day=date(2021, 9, 28), task="15", status="推进中")


def test_a_new_file_leads_its_editor_to_the_schema(tmp_path: Path) -> None:
    shutil.copytree(SCHEMAS, tmp_path / "schemas")
    append_record(tmp_path, "p", "法规宣传处", RECORD)
    first, *rest = (tmp_path / "data/ledger/p/法规宣传处.yaml").read_text("utf-8").splitlines()
    path = first.removeprefix("# yaml-language-server: $schema=")
    assert (tmp_path / "data/ledger/p" / path).resolve() == tmp_path.resolve() / "schemas/ledger.schema.json"
    assert rest[:3] == ["计划: p", "部门: 法规宣传处", "记录:"]


def test_a_workspace_without_schemas_gets_no_such_line(tmp_path: Path) -> None:
    append_record(tmp_path, "p", "法规宣传处", RECORD)
    assert (tmp_path / "data/ledger/p/法规宣传处.yaml").read_text("utf-8").startswith("计划: p\n")


@pytest.mark.parametrize("text", ["", "[]", "{", '{"schemas": 1}'])
def test_a_broken_catalogue_says_nothing(text: str, tmp_path: Path) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/catalog.json").write_text(text, "utf-8")
    assert not schema_line(tmp_path, "data/plans/p.yaml")
