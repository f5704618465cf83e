"""The commonest slips of a Chinese keyboard in YAML, each with its place, and their mending.

The parser stumbles over a slip lines later, or reads something else; here the slip itself is recognised.
Looked for only where YAML has its own signs (around keys, between the items of a flow list), never in a text.
"""

from collections.abc import Iterator
from itertools import product

from gongkai_cli.model.problem import Position
from gongkai_cli.yamltext.fault import YamlFault
from gongkai_cli.yamltext.keys import BY_SHAPE, Keys
from gongkai_cli.yamltext.read import Data, load
from gongkai_cli.yamltext.slip import INDENTATION, Slip
from gongkai_cli.yamltext.slip_lines import Lines

Found = tuple[str, Position, dict[str, str]]

_TAB_WIDTHS, _WIDE_WIDTHS = (2, 4, 8), (1, 2)


def find(text: str, keys: Keys = BY_SHAPE) -> tuple[Found, ...]:
    """Tell each slip as code, position and what its message needs, in the order of the text."""
    return tuple((one.code, Position(one.line + 1, one.column + 1), one.about) for one in _slips(text, keys))


def mend(text: str, keys: Keys = BY_SHAPE) -> str:
    """Mend the slips that can be mended only one way; lines stay where they are, values as they are."""
    slips = _slips(text, keys)
    lines = text.split("\n")
    for one in reversed(slips):
        if one.right is not None:
            line = lines[one.line]
            lines[one.line] = line[: one.column] + one.right + line[one.column + len(one.wrong) :]
    indented = [slip for slip in slips if slip.about.get("where") == INDENTATION]
    return _indented(lines, indented) if indented else "\n".join(lines)


def _slips(text: str, keys: Keys) -> list[Slip]:
    return sorted(Lines(text, keys).slips(), key=lambda slip: (slip.line, slip.column))


def _indented(lines: list[str], slips: list[Slip]) -> str:
    """Put spaces for the indentation, if only one reading of its width makes sense."""
    readings: list[tuple[Data, str]] = []
    for text in _candidates(lines, slips):
        try:
            data = load(text)
        except YamlFault:
            continue
        if not any(data == other for other, _ in readings):
            readings.append((data, text))
    return readings[0][1] if len(readings) == 1 else "\n".join(lines)


def _candidates(lines: list[str], slips: list[Slip]) -> Iterator[str]:
    for tab, wide in product(_TAB_WIDTHS, _WIDE_WIDTHS):
        widths = str.maketrans({"\t": " " * tab, "\u3000": " " * wide, "\u00a0": " "})
        changed = lines.copy()
        for slip in slips:
            line = lines[slip.line]
            end = slip.column + len(slip.wrong)
            changed[slip.line] = line[:end].translate(widths) + line[end:]
        yield "\n".join(changed)
