"""JSON of `gongkai template check`."""

from collections.abc import Sequence

from msgspec import Struct

from gongkai_cli.lexicon.load import level, message
from gongkai_cli.views.data import json_text
from gongkai_cli.views.template.faults import Fault
from gongkai_cli.views.template.page import Checked, place_text


class FaultData(Struct, frozen=True, kw_only=True):
    """A fault; `place` in words, `paragraph`, `table` and `row` counted from 1, null where it is none of these."""

    place: str
    part: str | None
    paragraph: int | None
    table: int | None
    row: int | None
    text: str
    level: str
    code: str
    message: str


class CheckedData(Struct, frozen=True):
    """A template that was looked at."""

    file: str
    kind: str
    faults: tuple[FaultData, ...]


def check_json(checked: Sequence[Checked]) -> str:
    """Tell the faults of each template."""
    return json_text([CheckedData(one.file, one.kind, tuple(map(_fault, one.faults))) for one in checked])


def _fault(fault: Fault) -> FaultData:
    place = fault.place
    return FaultData(
        place=place_text(place),
        part=place.part if place else None,
        paragraph=place.number if place and not place.table else None,
        table=(place.table or None) if place else None,
        row=(place.row or None) if place else None,
        text=fault.text,
        level=level(fault.code),
        code=fault.code,
        message=message(fault.code, fault.about),
    )
