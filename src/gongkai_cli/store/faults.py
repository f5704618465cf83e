"""All that is wrong with a text that gives no value, told at once: slips of the keyboard, YAML, schema."""

from collections.abc import Iterator

from gongkai_cli.model.convert import convert
from gongkai_cli.model.entry import Entry
from gongkai_cli.model.keys import kinds
from gongkai_cli.model.problem import Position, Problem
from gongkai_cli.yamltext import slips
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.keys import Keys
from gongkai_cli.yamltext.read import Places, load, places


def faults(text: str, kind: type[Entry], file: str) -> tuple[Problem, ...]:
    """Tell the slips of a text, and what is still wrong with it once they are mended, by place."""
    keys = Keys(kinds(kind))
    slipped = [Problem(file, where, code, about) for code, where, about in slips.find(text, keys)]
    torn = any(one.code == "conflict-marker" for one in slipped)  # two versions at once: nothing more to say
    left = [] if torn else list(_left(slips.mend(text, keys) if slipped else text, kind, file))
    lines = {_line(one) for one in slipped}
    told = slipped + [one for one in left if one.code != "yaml-syntax" or _line(one) not in lines]
    return tuple(sorted(told, key=lambda one: position(one, {})))


def position(problem: Problem, found: Places) -> Position:
    """Find the nearest place for a key path; a key that is missing is shown at the mapping that lacks it."""
    at = problem.at
    if isinstance(at, Position):
        return at
    if problem.code == "missing-key" and (*at, problem.about["key"]) in found:
        at = (*at, problem.about["key"])
    while at and at not in found:
        at = at[:-1]
    return found.get(at, Position(1))


def _left(text: str, kind: type[Entry], file: str) -> Iterator[Problem]:
    lesser: list[YamlFault] = []
    try:
        data = load(text, lesser)
    except YamlFault as fault:
        yield from (Problem(file, one.position, one.code, one.about) for one in (*lesser, fault))
        return
    yield from (Problem(file, one.position, one.code, one.about) for one in lesser)
    if data is None:
        yield Problem(file, Position(1), "empty-file")
        return
    found = places(text)
    yield from (
        Problem(file, position(one, found), one.code, one.about) for one in convert(data, kind, file)[1]
    )


def _line(problem: Problem) -> int:
    return position(problem, {}).line
