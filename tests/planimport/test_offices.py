"""Responsibility texts → who leads, supports, carries out; one line of offices.yaml is one case."""

import pytest
from expected import CASES, Plain

from gongkai_cli.planimport.offices.read import read_duty
from gongkai_cli.yamltext.read import load

_TABLE = load((CASES / "offices.yaml").read_text("utf-8"))
ENTRIES: list[Plain] = _TABLE if isinstance(_TABLE, list) else []  # type: ignore[assignment]


def test_table_is_read() -> None:
    assert len(ENTRIES) >= 80


@pytest.mark.parametrize("entry", ENTRIES, ids=range(1, len(ENTRIES) + 1))
def test_offices(entry: Plain) -> None:
    duty = read_duty(entry["文"], comma_parts="主办会办" in entry)
    expected = {key: entry.get(key, []) for key in ("牵头", "配合", "落实部门")}
    got = {"牵头": [*duty.lead], "配合": [*duty.support], "落实部门": [*duty.implementing]}
    assert got == expected, entry["文"]
    if entry.get("待核") != "皆可":
        assert bool(duty.doubts) is (entry.get("待核") == "是"), (entry["文"], duty.doubts)
