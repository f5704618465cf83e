"""Writes schemas/: a JSON Schema for every kind of data file, and the catalogue that says which is for which.

Editors read them (yaml-language-server: draft-07 and no later). Made of the model's types and of the words of
`lexicon/schema.yaml`; run without arguments. `tests/model/test_schemas.py` fails while they are not current.
A new kind of file is a line of `SCHEMAS`.
"""

import json
from pathlib import Path
from typing import Any, NamedTuple

from gongkai_cli.model.annual import Report, TrialReport
from gongkai_cli.model.calendar import Calendar
from gongkai_cli.model.entry import Entry
from gongkai_cli.model.plan import Plan
from gongkai_cli.model.record import Ledger, Supervision
from gongkai_cli.model.request import Register
from gongkai_cli.model.workspace import Config
from schemaparts.shape import document

FOLDER = Path(__file__).parents[1] / "schemas"

_TRIAL = ("data/annual/2019.yaml", "data/annual/2020.yaml")


class Schema(NamedTuple):
    """The name of a schema, the type it describes, and the files it is for."""

    name: str
    kind: type[Entry]
    files: tuple[str, ...]


SCHEMAS = (
    Schema("gongkai", Config, ("gongkai.yaml",)),
    Schema("plan", Plan, ("data/plans/*.yaml",)),
    Schema("ledger", Ledger, ("data/ledger/*/*.yaml", "!data/ledger/*/督办.yaml")),
    Schema("supervision", Supervision, ("data/ledger/*/督办.yaml",)),
    Schema("calendar", Calendar, ("calendar.yaml",)),
    Schema("requests", Register, ("data/requests/*.yaml",)),
    Schema("annual-2019", TrialReport, _TRIAL),
    Schema("annual-2021", Report, ("data/annual/*.yaml", *(f"!{file}" for file in _TRIAL))),
)


def texts() -> dict[str, str]:
    """Compose every file of the folder: its name → its text."""
    made = {f"{one.name}.schema.json": document(one.kind) for one in SCHEMAS}
    return {name: _text(data) for name, data in ({"catalog.json": _catalogue()} | made).items()}


def _catalogue() -> dict[str, Any]:
    """List the schemas as schemastore.org does, for whatever editor reads such a list."""
    listed = [
        {
            "name": document(one.kind)["title"],
            "fileMatch": list(one.files),
            "url": f"{one.name}.schema.json",
        }
        for one in SCHEMAS
    ]
    return {"version": 1, "schemas": listed}


def _text(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write the folder."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in texts().items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
