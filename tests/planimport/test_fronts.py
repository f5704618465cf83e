"""What a document says of itself above its tasks; one entry of fronts.yaml is one case."""

from pathlib import Path

import pytest
from expected import CASES, Plain, differences

from gongkai_cli.documents.read import read
from gongkai_cli.planimport.draft import plan_from
from gongkai_cli.yamltext.read import load

_FRONTS = load((CASES / "fronts.yaml").read_text("utf-8"))
ENTRIES: list[Plain] = _FRONTS if isinstance(_FRONTS, list) else []  # type: ignore[assignment]
TABLE = "\n序号\t工作任务\t责任单位\t完成时限\n1\t公布服务指南。\t办公室\t6月底前\n2\t公布收费标准。\t财务科\t全年\n"
TASKS: list[Plain] = [
    {"编号": "1", "牵头": ["办公室"], "完成时限": "6月底前"},
    {"编号": "2", "牵头": ["财务科"], "完成时限": "全年"},
]


@pytest.mark.parametrize("entry", ENTRIES, ids=range(1, len(ENTRIES) + 1))
def test_facts_above_the_table(entry: Plain, tmp_path: Path) -> None:
    document = tmp_path / "front.txt"
    document.write_text(entry["文"] + TABLE, encoding="utf-8")
    draft = plan_from(read(document), id="front")
    assert list(differences({"计划": entry["得"], "任务": TASKS}, draft)) == []
    assert draft.account.lost == ""
