"""What an editor says of a key, from `lexicon/schema.yaml`; a key nobody has described is a KeyError."""

from typing import Any

from gongkai_cli.lexicon.load import words
from gongkai_cli.model.entry import Entry

_ITSELF, _OTHERS = "本身", "其余"


def itself(kind: type[Entry]) -> str:
    """Say what an entry as a whole is."""
    said: str = _described(kind)[_ITSELF]
    return said


def of_key(kind: type[Entry], key: str) -> tuple[str, list[str]]:
    """Say what a key of an entry is for, and how it may be written."""
    described = _described(kind)
    if key not in described and _OTHERS not in described:
        raise KeyError(kind.__name__, key)
    said = described.get(key) or described[_OTHERS].format(key=key)
    return (said, []) if isinstance(said, str) else (said["文"], said["例"])


def _described(kind: type[Entry]) -> dict[str, Any]:
    """Find the words of a type, or of the one it is a form of (both forms of the annual report)."""
    everything = words("schema")
    names = [one.__name__ for one in kind.__mro__ if one.__name__ in everything]
    if not names:
        raise KeyError(kind.__name__)
    found: dict[str, Any] = everything[names[0]]
    return found
