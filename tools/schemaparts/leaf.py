"""The leaves of a file in JSON Schema: what an editor sees of a text that our own readers (model/leaf.py) accept.

An editor reads `15` as a number and `no` as a truth value where we read text; an empty value is an absent key.
Patterns are ECMA 262, with the full-width characters of a Chinese keyboard.
"""

from datetime import date
from decimal import Decimal
from typing import Any, get_args

from gongkai_cli.model.leaf import Percent, Signed

Shape = dict[str, Any]

_DIGIT = "[0-9０-９]"
_MONTH = "([0０][1-9１-９]|[1１][0-2０-２])"
_DAY = "([0０][1-9１-９]|[12１２][0-9０-９]|[3３][01０１])"
_LARGEST = 10**12 - 1

TEXT: Shape = {"type": ["string", "number", "boolean"]}
LEAVES: dict[Any, Shape] = {
    str: TEXT,
    date: {"type": ["string"], "pattern": f"^{_DIGIT}{{4}}[-－]{_MONTH}[-－]{_DAY}$"},
    int: {
        "type": ["integer", "string"],
        "minimum": 0,
        "maximum": _LARGEST,
        "pattern": f"^{_DIGIT}{{1,12}}$",
    },
    Signed: {
        "type": ["integer", "string"],
        "minimum": -_LARGEST,
        "maximum": _LARGEST,
        "pattern": f"^[-+－＋−]?{_DIGIT}{{1,12}}$",
    },
    Decimal: {
        "type": ["number", "string"],
        "minimum": 0,
        "exclusiveMaximum": _LARGEST + 1,
        "pattern": f"^{_DIGIT}{{1,12}}([.．]{_DIGIT}{{1,6}})?$",
    },
    Percent: {"type": ["string"], "pattern": f"^{_DIGIT}+([.．]{_DIGIT}+)?[%％]$"},
}


def choice(kind: Any) -> Shape:
    """One of the words of a Literal; a word of digits may come as a number."""
    words = get_args(kind)
    return {"enum": [*words, *(int(word) for word in words if word.isdecimal())]}


def example(text: str, kind: Any) -> Any:
    """Give an example as an editor would read it."""
    return int(text) if kind is int else text
