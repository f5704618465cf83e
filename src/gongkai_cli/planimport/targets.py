"""Counted targets in a requirement (`年内不少于3次`, `不得低于50%`, `5个小时内`), as proposals a person confirms."""

import re
from collections.abc import Iterator
from functools import cache

from gongkai_cli.lexicon.load import words
from gongkai_cli.lexicon.numerals import number
from gongkai_cli.model.plan import Target
from gongkai_cli.planimport.offices.masked import mask

PROPOSED = "建议值，取自具体要求"
_MAX_NAME = 20


def targets_in(requirement: str) -> tuple[Target, ...]:
    """Propose the targets of a requirement in the order they stand, each stretch of text used once."""
    found: dict[tuple[int, int], Target] = {}
    for kind in ("不低于", "至少", "不超过"):
        for pattern in _patterns(kind) if re.search(words("targets")["见"][kind], requirement) else ():
            for match in pattern.finditer(requirement):
                if not any(match.start() < end and start < match.end() for start, end in found):
                    found.update(_proposed(kind, match))
    return tuple(found[span] for span in sorted(found))


def _proposed(kind: str, match: re.Match[str]) -> Iterator[tuple[tuple[int, int], Target]]:
    said = match.groupdict()
    name = _name((said.get("verb") or "") + said["name"])
    if len(name) < 2:
        return
    if kind == "不低于":
        yield match.span(), Target(name=name, of=said.get("of") or "", not_below=f"{said['percent']}%")
    elif kind == "至少":
        yield match.span(), Target(name=name, at_least=number(said["n"]), unit=said["unit"])
    else:
        yield match.span(), Target(name=name, within=number(said["n"]), unit=said["unit"])


def _name(text: str) -> str:
    """Leave of the words before a number what is counted: `积极开展政府开放日` → 政府开放日."""
    parts = [found.end() for found in re.finditer("、", mask(text))]
    text = text[parts[-1] :] if parts else text
    verbs = list(re.finditer(words("targets")["名称动词"], mask(text)))
    after = text[verbs[-1].end() :] if verbs else text
    bare = re.sub(words("targets")["名称去头"], "", (after if len(after) > 1 else text).strip())
    return bare if len(bare) <= _MAX_NAME else bare[-_MAX_NAME:]


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    said = words("targets")
    return tuple(
        re.compile(re.sub("〈(.+?)〉", lambda part: said["片段"][part[1]], pattern)) for pattern in said[kind]
    )
