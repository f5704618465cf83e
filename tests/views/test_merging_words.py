import pytest

from gongkai_cli.views.merging import conflict_text
from gongkai_cli.yamltext.merge import merge

SAME = "十四五规划新闻发布会由局主要领导主持，" * 3


def told(ours: str, base: str, theirs: str, head: str = "记录") -> list[str]:
    files = (f"计划: p\n{head}:\n{said}".encode() for said in (base, ours, theirs))
    return [conflict_text(conflict) for conflict in merge(*files).conflicts]


def item(*pairs: str) -> str:
    return f"  - {{{', '.join(pairs)}}}\n"


RECORD = ("日期: 2021-09-28", "任务: 15")


@pytest.mark.parametrize(
    ("ours", "base", "theirs", "said"),
    [
        (
            item(*RECORD, "进展: 甲"), item(*RECORD), item(*RECORD, "进展: 乙", "填报人: 演示"),
            "任务15 2021-09-28 的记录两边改得不一样：进展“甲”↔“乙”、填报人（没有写）↔“演示”",
        ),
        (
            "", item(*RECORD), item(*RECORD, "计数: {发布会: 1}"),
            "任务15 2021-09-28 的记录本方删了，对方改过：计数（没有写）↔“发布会 1”",
        ),
        (
            item(*RECORD, "动作: 催办", "原因: 迟"), item(*RECORD, "动作: 催办"), "",
            "任务15 2021-09-28 的催办对方删了，本方改过：原因“迟”↔（没有写）",
        ),
        (
            item("编号: 2021-003", "渠道: 当面"), "", item("编号: 2021-003", "渠道: 邮寄"),
            "编号 2021-003 的一条两边都添了，内容不一样：渠道“当面”↔“邮寄”",
        ),
        (
            item(*RECORD, f"进展: {SAME}共1场"), item(*RECORD), item(*RECORD, f"进展: {SAME}共2场"),
            "任务15 2021-09-28 的记录两边改得不一样：进展“…主要领导主持，共1场”↔“…主要领导主持，共2场”",
        ),
        (
            item(*RECORD, "佐证材料: [{标题: 一}, {标题: 二}]"), item(*RECORD, "佐证材料: [{标题: 一}]"),
            item(*RECORD, "佐证材料: [{标题: 一}, {标题: 三}]"),
            "任务15 2021-09-28 的记录两边改得不一样：佐证材料“标题 二”↔“标题 三”",
        ),
        (
            item(*RECORD, '进展: "甲\\e[2J"'), item(*RECORD), item(*RECORD, "进展: 乙"),
            "任务15 2021-09-28 的记录两边改得不一样：进展“甲 [2J”↔“乙”",
        ),
        ("", item(*RECORD), f"  # 待核\n{item(*RECORD)}", "任务15 2021-09-28 的记录本方删了，对方改过：只有批注不同"),
    ],
)  # fmt: skip
def test_a_conflict_is_told_in_words(ours: str, base: str, theirs: str, said: str) -> None:
    assert told(ours, base, theirs) == [said]


def test_a_key_of_the_head_is_named() -> None:
    head = (f"部门: {office}\n记录: []\n".encode() for office in ("甲", "乙", "丙"))
    (conflict,) = merge(*head).conflicts
    assert conflict_text(conflict) == "“部门”这一项两边改得不一样：部门“乙”↔“丙”"
