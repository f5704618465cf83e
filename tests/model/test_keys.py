from gongkai_cli.model.keys import kinds
from gongkai_cli.model.record import Ledger


def test_the_keys_of_every_kind_of_entry_and_which_hold_free_text() -> None:
    found = {next(iter(kind)): kind for kind in kinds(Ledger)}
    assert found["计划"] == {"计划": True, "部门": True, "记录": False}
    assert found["类型"]["标题"]
    assert not found["类型"]["发布日期"]
    assert [kind for kind in found.values() if "审查人" in kind] == [{"日期": False, "审查人": True}]
