"""Who touched what, and what was not theirs: a line for each file of each commit, and the sum."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from gongkai_cli.lexicon.load import message, words
from gongkai_cli.model.history import Judged, Touch
from gongkai_cli.model.problem import Problem
from gongkai_cli.views.data import json_text
from gongkai_cli.views.width import harmless

_SHORT = 8  # digits of a commit's id


def guard_text(judged: Sequence[Judged], lost: Sequence[Problem], *, all_told: bool) -> str:
    """Tell what was touched, or only what should not have been, and the sum."""
    lines = [line for one in judged for line in _lines(one) if all_told or line[0] == "×"]
    refs = [_say("引用", ref=problem.file, reason=_reason(problem)) for problem in lost]
    return "\n".join((*refs, *lines, _sum(judged, len(lost)))) + "\n"


def guard_json(judged: Iterable[Judged], lost: Iterable[Problem]) -> str:
    """Tell the same to a program; `problem` is the code of what is wrong, or null."""
    told = [{"ref": one.file, "problem": one.code, "message": _reason(one)} for one in lost]
    return json_text({"refs": told, "commits": [_commit(one) for one in judged]})


def shown(name: str) -> str:
    """Show a name as git keeps it: what is no text, or would steer the terminal, made visible."""
    return harmless(name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))


def _lines(judged: Judged) -> Iterator[str]:
    commit, who = judged.commit.id[:_SHORT], _who(judged)
    for problem in judged.problems:
        if not problem.file:
            yield _say("人", commit=commit, who=who, reason=_reason(problem))
            return
    if not judged.touches:
        yield _say("空", commit=commit, who=who)
    for touch in judged.touches:
        about = {"commit": commit, "who": who, "verb": _verb(touch), "file": touch.file}
        found = [
            _say("错", **about, reason=_reason(one)) for one in judged.problems if one.file == touch.file
        ]
        yield from found or [_say("好", **about)]


def _sum(judged: Sequence[Judged], lost: int) -> str:
    if not judged and not lost:
        return _say("无")
    count = lost + sum(len(one.problems) for one in judged)
    return _say("不合" if count else "合计", commits=str(len(judged)), count=str(count))


def _who(judged: Judged) -> str:
    commit, offices = judged.commit, "、".join(sorted(judged.offices))
    return _say("作者" if offices else "外人", author=commit.author, email=commit.email, offices=offices)


def _verb(touch: Touch) -> str:
    verbs: dict[str, str] = words("exchange")["动作"]
    return verbs["添" if not touch.was else "改" if touch.now else "删"]


def _reason(problem: Problem) -> str:
    return shown(message(problem.code, problem.about))


def _say(key: str, **about: str) -> str:
    text: str = words("exchange")["把关"][key]
    return text.format_map({name: shown(value) for name, value in about.items()})


def _commit(judged: Judged) -> dict[str, Any]:
    return {
        "commit": judged.commit.id,
        "author": shown(judged.commit.author),
        "email": shown(judged.commit.email),
        "offices": sorted(judged.offices),
        "files": [shown(touch.file) for touch in judged.touches],
        "problems": [
            {"file": shown(one.file) or None, "problem": one.code, "message": _reason(one)}
            for one in judged.problems
        ],
    }
