"""What merging did and left to decide, in words: which record, and in what the versions differ."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any

from gongkai_cli.lexicon.load import message, words
from gongkai_cli.views.width import harmless
from gongkai_cli.yamltext.decision import Choice, Conflict
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.items import Item

_LONGEST = 40
_CONTEXT = 8


def conflict_text(conflict: Conflict) -> str:
    """Say what is in conflict, what became of it on either side and in what the versions differ."""
    one, other = conflict.ours or conflict.base, conflict.theirs or conflict.base
    said = "、".join(_differences(_data(one), _data(other))) or words("merging")["只有批注"]
    form: str = words("merging")["冲突"][_kind(conflict)]
    return form.format(what=_what(conflict), differences=said)


def choice_text(conflict: Conflict, choice: Choice) -> str:
    """Say what a choice keeps; a version may be that nothing is left."""
    word: str = words("merging")["选项"][choice]
    return word if conflict.kept(choice) else word + words("merging")["删去"]


def decided_text(conflict: Conflict, choice: Choice) -> str:
    """Say what was chosen for a conflict."""
    return _say("已定", what=_what(conflict), choice=choice_text(conflict, choice))


def merged_text(file: str, sizes: tuple[int, int, int] | None, left: int) -> str:
    """Say what became of a file: how many records either side had, how many there are now, how many are undecided."""
    about = dict(zip(("ours", "theirs", "merged"), map(str, sizes or ()), strict=False))
    told = _say("数目" if sizes else "原样", file=harmless(file), **about)
    return told + (_say("要定", count=str(left)) if left else _say("都定"))


def left_text(file: str, count: int) -> str:
    """Say how many conflicts are left to decide in a file."""
    return _say("留下", file=harmless(file), count=str(count))


def left_lines(file: str, conflicts: Sequence[Conflict]) -> Iterator[str]:
    """Tell what is left to decide in a file that git merged, and how; nothing where nothing is."""
    if conflicts:
        yield left_text(file, len(conflicts))
        yield from map(conflict_text, conflicts)
        yield _say("怎样定")


def by_line_lines(file: str, fault: YamlFault, conflicts: int) -> Iterator[str]:
    """Tell why a file was merged line by line, and what that left to decide."""
    name = harmless(file)
    if "version" in fault.about:
        yield _say("读不懂", file=name, reason=unreadable_text(fault))
    else:
        yield _say("不是台账", file=name)
    if conflicts:
        yield _say("逐行要定", file=name, count=str(conflicts))


def unreadable_text(fault: YamlFault) -> str:
    """Say where and why a version does not read, or that it holds no list."""
    if fault.code == "no-list":
        return message(fault.code, {})
    version = words("merging")["版本"][fault.about.get("version", "其他")]
    reason = message(fault.code, fault.about)
    return _say("有误", version=version, line=str(fault.position.line), reason=reason)


# --- in words -----------------------------------------------------------------------------------------------


def _what(conflict: Conflict) -> str:
    """Name what a conflict is about: 任务15 2021-09-28 的记录."""
    item = conflict.ours or conflict.theirs
    data, forms = _data(item), words("merging")["是什么"]
    about = {key: _short(_line(value), "") for key, value in data.items()}
    if item and not item.listed:
        form = forms["键"]
    elif {"任务", "日期"} <= data.keys():
        form = forms["动作" if "动作" in data else "记录"]
    else:
        form = forms["编号" if "编号" in data else "其他"]
    return str(form).format_map(about | {"键": "".join(about)})


def _kind(conflict: Conflict) -> str:
    if not conflict.ours:
        return "本方删"
    if not conflict.theirs:
        return "对方删"
    return "两边改" if conflict.base else "两边添"


def _differences(one: dict[str, Any], other: dict[str, Any]) -> Iterator[str]:
    for key in dict.fromkeys((*one, *other)):
        mine, its = one.get(key), other.get(key)
        if mine != its:
            yield _say("差别", name=harmless(key), one=_value(mine, its), other=_value(its, mine))


def _value(value: Any, beside: Any) -> str:
    """Show a value as far as it differs from the one beside it."""
    if value is None:
        return _say("没有")
    if isinstance(value, list) and isinstance(beside, list):
        own = [item for item in value if item not in beside]
        return _say("值", value=_short(_line(own), "")) if own else _say("清单", count=str(len(value)))
    return _say("值", value=_short(_line(value), _line(beside)))


def _line(value: Any) -> str:
    """Write a value on one line, without the signs of YAML."""
    if isinstance(value, dict):
        return " ".join(f"{harmless(key)} {_line(one)}" for key, one in value.items())
    if isinstance(value, list):
        return "；".join(_line(one) for one in value)
    return harmless(" ".join(str(value or "").split()))


def _short(text: str, beside: str) -> str:
    """Show as much of a text as can be taken in: of a long one what begins where it parts from the other."""
    same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(text, beside, strict=False))))
    if len(text) > _LONGEST and same > _CONTEXT:
        text = f"…{text[same - _CONTEXT :]}"
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _data(item: Item | None) -> dict[str, Any]:
    return item.data if item and isinstance(item.data, dict) else {}


def _say(key: str, **about: str) -> str:
    text: str = words("merging")[key]
    return text.format_map(about)
