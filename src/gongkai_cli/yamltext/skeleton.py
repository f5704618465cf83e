"""A new file that shows what is still to be filled in: the keys a person has to give values, blank, in their places."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from gongkai_cli.model.convert import convert
from gongkai_cli.model.entry import Entry, keys_of
from gongkai_cli.yamltext import scalar
from gongkai_cli.yamltext.read import load
from gongkai_cli.yamltext.write import pair_lines, stated

Path = tuple[str, ...]


def skeleton_text(entry: Entry, blanks: Mapping[str, Iterable[Path]]) -> str:
    """Write a whole file. `blanks`: key → the paths of the values below it, none where it is itself a value."""
    said = dict(stated(entry))
    lines: list[str] = []
    for key in keys_of(type(entry)):
        if key in said:
            lines += pair_lines(key, said[key], "")
        elif key in blanks:
            lines += _blank(key, _nested(blanks[key]), "")
    text = "".join(f"{line}\n" for line in lines)
    back, problems = convert(load(text), type(entry), "")
    if back is None or any(dict(stated(back))[key] != value for key, value in said.items()):
        raise AssertionError(text, problems)
    return text


def _nested(paths: Iterable[Path]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path in paths:
        within = found
        for key in path:
            within = within.setdefault(key, {})
    return found


def _blank(key: str, below: dict[str, Any], indent: str) -> Iterator[str]:
    """Write a blank value, a row of blanks on one line, or the rows below a key."""
    if below and not any(below.values()):
        yield f"{indent}{scalar.flow(key)}: {{{', '.join(f'{one}: ' for one in map(scalar.flow, below))}}}"
        return
    yield f"{indent}{scalar.flow(key)}:"
    for one, inner in below.items():
        yield from _blank(one, inner, indent + "  ")
